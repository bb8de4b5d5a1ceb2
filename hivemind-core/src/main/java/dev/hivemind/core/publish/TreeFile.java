package dev.hivemind.core.publish;

import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A SKILL.md found under a root.
 *
 * @param path where
 * @param relative the same from the root on, with {@code /}
 * @param text what stands there with LF as line end, or empty if it cannot be read at all
 * @param id the {@code hivemind-id} it carries, or empty
 * @param trouble why it is not a SKILL.md, or empty if it is one
 */
record TreeFile(Path path, String relative, String text, String id, String trouble) {
  static final String NAME = "SKILL.md";
  static final String ID_KEY = "hivemind-id";

  static TreeFile read(Path root, Path path) {
    String relative = relative(root, path);
    String text;
    try {
      text = text(path);
    } catch (CharacterCodingException e) {
      return new TreeFile(path, relative, "", "", "the file is not UTF-8");
    } catch (IOException e) {
      return new TreeFile(path, relative, "", "", Trouble.of(e));
    }
    try {
      SkillFile file = SkillFile.parse(text);
      String trouble = file.body().isEmpty() ? "nothing follows the front matter" : "";
      return new TreeFile(path, relative, text, idOf(file), trouble);
    } catch (SkillFileException e) {
      return new TreeFile(path, relative, text, "", String.valueOf(e.getMessage()));
    }
  }

  static String idOf(SkillFile file) {
    return file.metadata().getOrDefault(ID_KEY, "");
  }

  static String relative(Path root, Path path) {
    return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Returns the text of a regular file that is no link, with LF as line end. */
  static String text(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("not a regular file");
    }
    byte[] bytes;
    try (InputStream in =
        Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(SkillFile.FILE_BYTES + 1);
    }
    if (bytes.length > SkillFile.FILE_BYTES) {
      throw new IOException("larger than 1 MiB");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return SkillFile.unix(text);
  }
}
