package dev.hivemind.core.recall;

/**
 * Tells at once of most keys that a question does not have them: 65,536 bits, which stay in the
 * processor's nearest cache while thousands of a skill's keys are looked up. Never wrong about a
 * key that is there.
 */
final class Sieve {
  private static final int BITS = 16;

  private final long[] bits = new long[1 << (BITS - 6)];

  void add(int key) {
    int bit = key >>> (32 - BITS);
    bits[bit >> 6] |= 1L << (bit & 63);
  }

  boolean mayHold(int key) {
    int bit = key >>> (32 - BITS);
    return (bits[bit >> 6] & 1L << (bit & 63)) != 0;
  }
}
