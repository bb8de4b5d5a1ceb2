package dev.hivemind.core.recall;

import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Mode;
import dev.hivemind.Recall.Shown;
import dev.hivemind.RecallContext;
import dev.hivemind.core.outcome.RecallRow.Entry;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import java.util.ArrayList;
import java.util.List;

/** What became of each candidate of one recall, in the order they were judged. */
record Choice(List<Ruled> ruled) {
  /** The confidence from which a skill is shown. */
  static final double THRESHOLD = .5;

  /** A candidate and what became of it. */
  record Ruled(Judged judged, Outcome outcome) {}

  /** Chooses within the bounds; one that is held out takes its place all the same. */
  static Choice of(
      RecallContext context,
      List<Judged> bestFirst,
      SessionMemory memory,
      RecallSettings settings) {
    Bounds bounds = settings.bounds(context);
    List<Ruled> ruled = new ArrayList<>();
    int taken = 0;
    for (Judged one : bestFirst) {
      Outcome outcome = outcome(context, one, memory, settings, taken < bounds.skills());
      taken += wasChosen(outcome) ? 1 : 0;
      ruled.add(new Ruled(one, outcome));
    }
    return new Choice(ruled);
  }

  private static Outcome outcome(
      RecallContext context,
      Judged one,
      SessionMemory memory,
      RecallSettings settings,
      boolean room) {
    if (one.confidence() < THRESHOLD) {
      return Outcome.BELOW_THRESHOLD;
    }
    if (!room) {
      return Outcome.OVER_BUDGET;
    }
    if (context.beforeCall() && !memory.showBefore(context, one.skill().id())) {
      return Outcome.SHOWN_BEFORE;
    }
    if (settings.mode() == Mode.SHADOW) {
      return Outcome.WITHHELD;
    }
    return settings.holdOut().withholds(context.session(), one.skill())
        ? Outcome.HELD_OUT
        : Outcome.SHOWN;
  }

  private static boolean wasChosen(Outcome outcome) {
    return outcome == Outcome.SHOWN || outcome == Outcome.WITHHELD || outcome == Outcome.HELD_OUT;
  }

  private List<Ruled> with(Outcome outcome) {
    return ruled.stream().filter(one -> one.outcome() == outcome).toList();
  }

  /** Returns those whose lessons are shown. */
  List<Judged> shown() {
    return with(Outcome.SHOWN).stream().map(Ruled::judged).toList();
  }

  /** Returns those behind the advice: in mode SHADOW the ones that would have been shown. */
  List<Shown> behind(Mode mode) {
    return with(mode == Mode.SHADOW ? Outcome.WITHHELD : Outcome.SHOWN).stream()
        .map(Ruled::judged)
        .map(
            one ->
                new Shown(
                    one.skill().id(), one.skill().revision(), one.skill().name(), one.confidence()))
        .toList();
  }

  /** Returns those that were shown or withheld, for the log. */
  List<Entry> entries() {
    return ruled.stream()
        .filter(one -> wasChosen(one.outcome()))
        .map(
            one ->
                new Entry(
                    one.judged().skill().id(),
                    one.judged().skill().revision(),
                    one.judged().skill().name(),
                    one.judged().confidence(),
                    one.outcome()))
        .toList();
  }

  /** Returns all of them, for people. */
  List<Considered> considered() {
    return ruled.stream()
        .map(
            one ->
                new Considered(
                    one.judged().skill().id(),
                    one.judged().skill().revision(),
                    one.judged().skill().name(),
                    one.judged().parts(),
                    one.judged().confidence(),
                    one.outcome(),
                    reason(one.outcome())))
        .toList();
  }

  static String reason(Outcome outcome) {
    return switch (outcome) {
      case SHOWN -> "sure enough";
      case WITHHELD -> "sure enough, but the mode is SHADOW";
      case HELD_OUT -> "sure enough, but held out of this session";
      case BELOW_THRESHOLD -> "not sure enough";
      case OVER_BUDGET -> "surer ones took the room";
      case SHOWN_BEFORE -> "was shown before in this turn";
      case FILTERED -> "passed over";
    };
  }
}
