package dev.hivemind.store.h2;

/**
 * What survives of a write that has returned. In every mode a close loses nothing, and what a crash
 * leaves behind is a whole state of the past, never half a group.
 */
public enum Durability {
  /**
   * Survives the death of the process and of the machine: a write returns when the disk has
   * confirmed it. Nothing is shown to a reader before that, so what anybody has seen survives too.
   * Costs a flush of the disk (a millisecond or so) for all writes that wait together. Loses
   * nothing but what a disk loses that confirms too early.
   */
  POWER("CHECKPOINT SYNC"),

  /**
   * Survives the death of the process, {@code kill -9} included: a write returns when the operating
   * system has it. If the machine dies, the writes of the last half minute or so may be lost, and
   * at worst the file with them. About twice as fast as {@link #POWER} for a caller that waits.
   */
  PROCESS("CHECKPOINT"),

  /**
   * Survives a close. If the process dies, the writes of the last second may be lost; if the
   * machine dies, as for {@link #PROCESS}. For tests, and for what can be imported again.
   */
  RELAXED("");

  private final String checkpoint;

  Durability(String checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** Returns the statement that runs before a write is acknowledged, empty for none. */
  String checkpoint() {
    return checkpoint;
  }
}
