package dev.hivemind.benchmarks;

import java.nio.file.Path;

final class LearningSpeed {
  private LearningSpeed() {}

  static void run(Path data, Report report) {}
}
