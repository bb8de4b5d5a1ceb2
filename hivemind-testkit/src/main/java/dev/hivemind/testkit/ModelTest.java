package dev.hivemind.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs random operations on a subject and on a model, compares what each lets see after every one,
 * and reports the shortest list that tells them apart.
 *
 * @param <O> the operations
 */
final class ModelTest<O> {
  /** Runs operations and tells what can be seen. */
  interface Replay<O> {
    String run(O operation);
  }

  private final Function<Random, O> operations;
  private final Supplier<Replay<O>> subject;
  private final Supplier<Replay<O>> model;

  /** Takes what makes an operation, and what makes a replay that begins empty. */
  ModelTest(
      Function<Random, O> operations, Supplier<Replay<O>> subject, Supplier<Replay<O>> model) {
    this.operations = operations;
    this.subject = subject;
    this.model = model;
  }

  void run(long ownSeed, int length) {
    long seed = Seed.or(ownSeed);
    Random random = new Random(seed);
    List<O> all = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      all.add(operations.apply(random));
    }
    String difference = difference(all);
    if (!difference.isEmpty()) {
      List<O> fewest = Shrink.of(all, some -> !difference(some).isEmpty());
      throw new AssertionError(report(seed, fewest));
    }
  }

  private String report(long seed, List<O> fewest) {
    String steps = fewest.stream().map(one -> "  " + one).collect(Collectors.joining("\n"));
    return "the store differs from the model after these operations ("
        + Seed.replay(seed)
        + "):\n"
        + steps
        + "\n"
        + difference(fewest);
  }

  private String difference(List<O> some) {
    Replay<O> actual = subject.get();
    Replay<O> expected = model.get();
    for (O one : some) {
      String right = expected.run(one);
      String found = outcome(actual, one);
      if (!right.equals(found)) {
        return "after " + one + "\n  expected " + right + "\n  found    " + found;
      }
    }
    return "";
  }

  private String outcome(Replay<O> replay, O operation) {
    try {
      return replay.run(operation);
    } catch (RuntimeException | AssertionError e) {
      return e.toString();
    }
  }
}
