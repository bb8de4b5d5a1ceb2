package dev.hivemind.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * What can happen to a file.
 *
 * @param cut whether its end goes, or one bit changes
 * @param place where, 0 to 1
 * @param bit which bit of a byte
 */
record Damage(boolean cut, double place, int bit) {
  static Damage some(Random random, boolean cut) {
    return new Damage(cut, random.nextDouble(), random.nextInt(8));
  }

  /** Does it, and returns what the file holds then. */
  byte[] to(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = (int) (place * bytes.length);
    if (cut) {
      bytes = Arrays.copyOf(bytes, at);
    } else {
      bytes[at] ^= (byte) (1 << bit);
    }
    Files.write(file, bytes);
    return bytes;
  }
}
