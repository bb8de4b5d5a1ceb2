package dev.hivemind.crash;

import java.util.Random;

/**
 * When a process is killed.
 *
 * @param point which step of the library, see {@link Tripwire}
 * @param nth at which time it is taken
 * @param way whether the step stands still until the kill
 * @param micros how long after the step the kill comes
 */
record Blow(String point, int nth, Way way, long micros) {
  /** What happens at the step. */
  enum Way {
    /** The thread that takes the step stops there; every other one goes on. */
    HELD,
    /** All go on. */
    RUNNING
  }

  static Blow of(Random random) {
    int nth = 2 + random.nextInt(24);
    return switch (random.nextInt(11)) {
      case 0 -> new Blow("opening", 1, Way.RUNNING, random.nextInt(900_000));
      case 1 -> new Blow("closing", 1, Way.RUNNING, random.nextInt(150_000));
      case 2 -> new Blow("confirmed", nth, Way.RUNNING, random.nextInt(20_000));
      case 3 -> new Blow("before events.append", nth, Way.HELD, 0);
      case 4 -> new Blow("after events.append", nth, Way.RUNNING, random.nextInt(5_000));
      // inside codify
      case 5 -> new Blow("before skills.append", nth, Way.HELD, 0);
      case 6 -> new Blow("after skills.append", nth, Way.HELD, random.nextInt(5_000));
      case 7 -> new Blow("before events.advance", nth, Way.HELD, random.nextInt(5_000));
      case 8 -> new Blow("after events.advance", nth, Way.RUNNING, random.nextInt(15_000));
      default -> new Blow("publishing", nth, Way.RUNNING, random.nextInt(1_000));
    };
  }
}
