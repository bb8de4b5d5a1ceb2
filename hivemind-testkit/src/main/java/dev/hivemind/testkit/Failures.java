package dev.hivemind.testkit;

import dev.hivemind.HivemindException;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * When the calls of a {@link FailingEventStore} or {@link FailingSkillStore} fail, with a {@link
 * HivemindException} whose message says how to replay it. One may be shared by several stores,
 * whose calls are then counted together. Thread-safe; with several threads the seed replays the
 * sequence of failures, not who meets them.
 */
public final class Failures {
  /** On which side of its effect a call fails. */
  public enum Side {
    /** The call has had no effect. */
    BEFORE,
    /** The call has had its effect, and the caller does not learn of it. */
    AFTER
  }

  private enum Fate {
    PASS,
    FAIL_BEFORE,
    FAIL_AFTER;

    static Fate of(Side side) {
      return side == Side.BEFORE ? FAIL_BEFORE : FAIL_AFTER;
    }
  }

  private interface Plan {
    Fate at(int call);
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final String replay;
  private Plan plan;
  private int calls;
  private int failed;

  private Failures(String replay, Plan plan) {
    this.replay = replay;
    this.plan = plan;
  }

  /**
   * Returns failures of random calls, on a random side. {@code -Dhivemind.seed=} wins over the
   * given seed.
   *
   * @param probability from 0 to 1, for every call by itself
   */
  public static Failures random(long seed, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be from 0 to 1: " + probability);
    }
    long used = Seed.or(seed);
    Random random = new Random(used);
    return new Failures(
        Seed.replay(used),
        call -> {
          Side side = random.nextBoolean() ? Side.BEFORE : Side.AFTER;
          return random.nextDouble() < probability ? Fate.of(side) : Fate.PASS;
        });
  }

  /** Returns a failure of one call, the first being number 1. */
  public static Failures atCall(int number, Side side) {
    if (number < 1) {
      throw new IllegalArgumentException("calls are counted from 1: " + number);
    }
    return new Failures("call " + number, call -> call == number ? Fate.of(side) : Fate.PASS);
  }

  /** Lets every later call pass. */
  public void stop() {
    lock.lock();
    try {
      plan = call -> Fate.PASS;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many calls came. */
  public int calls() {
    lock.lock();
    try {
      return calls;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many calls failed. */
  public int failed() {
    lock.lock();
    try {
      return failed;
    } finally {
      lock.unlock();
    }
  }

  <T> T around(Supplier<T> effect) {
    Fate fate = next();
    if (fate == Fate.FAIL_BEFORE) {
      throw new HivemindException("made to fail before its effect (" + replay + ")");
    }
    T result = effect.get();
    if (fate == Fate.FAIL_AFTER) {
      throw new HivemindException("made to fail after its effect (" + replay + ")");
    }
    return result;
  }

  void around(Runnable effect) {
    around(
        () -> {
          effect.run();
          return true;
        });
  }

  private Fate next() {
    lock.lock();
    try {
      Fate fate = plan.at(++calls);
      failed += fate == Fate.PASS ? 0 : 1;
      return fate;
    } finally {
      lock.unlock();
    }
  }
}
