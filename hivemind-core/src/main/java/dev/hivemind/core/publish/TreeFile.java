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
 * @param hash of the text, as by {@link Hash#ofSkill}
 */
record TreeFile(Path path, String relative, String text, String id, String trouble, String hash) {
  static final String NAME = "SKILL.md";
  static final String ID_KEY = "hivemind-id";

  static TreeFile read(Path root, Path path) {
    String relative = relative(root, path);
    String text;
    try {
      text = text(path);
    } catch (CharacterCodingException e) {
      return new TreeFile(path, relative, "", "", "the file is not UTF-8", "");
    } catch (IOException e) {
      return new TreeFile(path, relative, "", "", Trouble.of(e), "");
    }
    String hash = Hash.ofSkill(text);
    try {
      SkillFile file = SkillFile.parse(text);
      return new TreeFile(path, relative, text, idOf(file), trouble(file, text), hash);
    } catch (SkillFileException e) {
      return new TreeFile(path, relative, text, "", String.valueOf(e.getMessage()), hash);
    }
  }

  private static String trouble(SkillFile file, String text) {
    if (file.body().isEmpty()) {
      return "nothing follows the front matter";
    }
    return isUnmerged(text) ? "a merge left its marks in it" : "";
  }

  /** Both sides of a conflict stand there until a person has chosen. */
  private static boolean isUnmerged(String text) {
    int begin = ("\n" + text).indexOf("\n<<<<<<< ");
    int middle = begin < 0 ? -1 : text.indexOf("\n=======\n", begin);
    return middle >= 0 && text.indexOf("\n>>>>>>> ", middle) >= 0;
  }

  /** Returns the name of the directory the file is in. */
  String directory() {
    int end = relative.lastIndexOf('/');
    return end < 0 ? "" : relative.substring(relative.lastIndexOf('/', end - 1) + 1, end);
  }

  static String idOf(SkillFile file) {
    return file.metadata().getOrDefault(ID_KEY, "");
  }

  static String relative(Path root, Path path) {
    return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Returns the text of a regular file of at most 1 MiB that is no link, with LF as line end. */
  static String text(Path path) throws IOException {
    return text(path, SkillFile.FILE_BYTES);
  }

  /** Returns the same of one that may have that many bytes. */
  static String text(Path path, int most) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("not a regular file");
    }
    byte[] bytes;
    try (InputStream in =
        Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(most + 1);
    }
    if (bytes.length > most) {
      throw new IOException("larger than " + (most >> 20) + " MiB");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return SkillFile.unix(text);
  }
}
