package dev.hivemind.core.publish;

import dev.hivemind.core.skillfile.SkillFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
final class Hash {
  private static final int BRIEF = 12;

  private Hash() {}

  /** Returns the hash of what matters of a SKILL.md: line ends and trailing blanks do not. */
  static String ofSkill(String text) {
    return of(SkillFile.normal(text));
  }

  /** Returns enough digits of the hash to name a file. */
  static String brief(String text) {
    return of(text).substring(0, BRIEF);
  }

  private static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
