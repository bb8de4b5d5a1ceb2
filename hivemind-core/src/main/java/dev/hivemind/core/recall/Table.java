package dev.hivemind.core.recall;

/**
 * Numbers by hash, 0 for what is not in it: open addressing, key and number in one word, no boxes.
 * A key's place is told by its first bits, so that whoever looks keys up in their order walks
 * through memory instead of jumping about in it. Not thread-safe to fill.
 */
final class Table {
  private static final int LEAST = 16;
  private static final long NUMBER = 0xFFFF_FFFFL;
  private static final long EMPTY = 0;
  // The one entry that would look empty, number 0 of key 0, is kept as minus 0.
  private static final long ZERO_OF_ZERO = Float.floatToRawIntBits(-0f) & NUMBER;

  private long[] slots;
  private int shift;
  private int size;

  /** Creates with room for so many. */
  Table(int expected) {
    allocate(Math.max(LEAST, Integer.highestOneBit(Math.max(1, expected) * 2 - 1) * 2));
  }

  private Table(Table other) {
    slots = other.slots.clone();
    shift = other.shift;
    size = other.size;
  }

  private void allocate(int count) {
    slots = new long[count];
    shift = Integer.SIZE - Integer.numberOfTrailingZeros(count);
    size = 0;
  }

  Table copy() {
    return new Table(this);
  }

  float get(int key) {
    return number(slots[slot(key)]);
  }

  void add(int key, float value) {
    int at = slot(key);
    size += slots[at] == EMPTY ? 1 : 0;
    slots[at] = entry(key, number(slots[at]) + value);
    if (size * 2 > slots.length) {
      grow();
    }
  }

  /** Adds a number to each key of a vector. */
  void addEach(Vector vector, float value) {
    for (int i = 0; i < vector.size(); i++) {
      add(vector.key(i), value);
    }
  }

  private static long entry(int key, float number) {
    long entry = ((long) key << Integer.SIZE) | (Float.floatToRawIntBits(number) & NUMBER);
    return entry == EMPTY ? ZERO_OF_ZERO : entry;
  }

  private static float number(long entry) {
    return Float.intBitsToFloat((int) entry);
  }

  /** Returns where the key is, or where it would be. */
  private int slot(int key) {
    int at = key >>> shift;
    while (slots[at] != EMPTY && (int) (slots[at] >>> Integer.SIZE) != key) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] old = slots;
    allocate(slots.length * 2);
    for (long entry : old) {
      if (entry != EMPTY) {
        slots[slot((int) (entry >>> Integer.SIZE))] = entry;
        size++;
      }
    }
  }
}
