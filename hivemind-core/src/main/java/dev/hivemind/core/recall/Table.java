package dev.hivemind.core.recall;

/** Numbers by hash, 0 for what is not in it: open addressing, no boxes. Not thread-safe to fill. */
final class Table {
  private static final int LEAST = 16;

  private int[] keys;
  private float[] values;
  private boolean[] used;
  private int mask;
  private int size;

  /** Creates with room for so many. */
  Table(int expected) {
    allocate(Math.max(LEAST, Integer.highestOneBit(Math.max(1, expected) * 2 - 1) * 2));
  }

  private Table(Table other) {
    keys = other.keys.clone();
    values = other.values.clone();
    used = other.used.clone();
    mask = other.mask;
    size = other.size;
  }

  private void allocate(int slots) {
    keys = new int[slots];
    values = new float[slots];
    used = new boolean[slots];
    mask = slots - 1;
    size = 0;
  }

  Table copy() {
    return new Table(this);
  }

  float get(int key) {
    int at = slot(key);
    return used[at] ? values[at] : 0;
  }

  void add(int key, float value) {
    int at = slot(key);
    if (!used[at]) {
      used[at] = true;
      keys[at] = key;
      size++;
    }
    values[at] += value;
    if (size * 2 > mask) {
      grow();
    }
  }

  /** Adds a number to each key of a vector. */
  void addEach(Vector vector, float value) {
    for (int i = 0; i < vector.size(); i++) {
      add(vector.key(i), value);
    }
  }

  private int slot(int key) {
    int at = (key * 0x9E3779B9) >>> 7 & mask;
    while (used[at] && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldValues = values;
    boolean[] oldUsed = used;
    allocate(keys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        add(oldKeys[i], oldValues[i]);
      }
    }
  }
}
