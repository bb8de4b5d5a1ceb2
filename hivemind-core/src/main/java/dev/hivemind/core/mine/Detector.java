package dev.hivemind.core.mine;

import java.util.List;

/** Looks at the newest event of a window for a push-back of one sort. Stateless. */
sealed interface Detector
    permits CorrectionDetector,
        EditDetector,
        EditedCallDetector,
        ApprovalDetector,
        FixPairDetector,
        InterruptionDetector,
        RefusalDetector,
        RevertDetector,
        TurnDetector {

  /** Every detector; the order is without effect. */
  List<Detector> ALL =
      List.of(
          new CorrectionDetector(),
          new EditedCallDetector(),
          new RefusalDetector(),
          new ApprovalDetector(),
          new EditDetector(),
          new RevertDetector(),
          new InterruptionDetector(),
          new TurnDetector(),
          new FixPairDetector());

  /** Returns what the newest event says about acts before it; empty as a rule. */
  List<Finding> look(Window window);
}
