package dev.hivemind.core.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that are derived from what they name, so that deriving them again gives the same. */
public final class Digest {
  private static final int LENGTH = 20;

  private Digest() {}

  // Ids stand in lessons, where a number would be taken for somebody's order.
  private static String letters(byte[] digest) {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH / 2; i++) {
      letters.append((char) ('a' + (digest[i] >> 4 & 15))).append((char) ('a' + (digest[i] & 15)));
    }
    return letters.toString();
  }

  /** Returns the prefix and 80 bits of the SHA-256 of the parts as letters; their borders count. */
  public static String id(String prefix, String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return prefix + letters(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
