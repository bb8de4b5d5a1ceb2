package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Situation;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.text.Digest;
import dev.hivemind.core.text.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known about one push-back against one act: what the detectors said and what the agent
 * did next. Its id stands on the act and the first event that pushed back, so it stays the same
 * while more becomes known. Not thread-safe; lives as long as its events are in the window.
 */
final class Incident {
  /** Calls after the push-back among which the success is looked for. */
  static final int CALLS = 8;

  private static final double WORTH_TELLING = .35;

  private final Window window;
  private final Act anchor;
  private final StoredEvent pushBack;
  private final List<Act> turn;
  private final Map<String, Signal> signals = new LinkedHashMap<>();
  private final List<StoredEvent> spoken = new ArrayList<>();
  private Act act;
  private Kind kind;
  private String wanted;
  private String replacement;
  private List<Act> after = List.of();
  private int calls;
  private boolean told;

  Incident(Window window, Finding first, List<Act> turn) {
    this.window = window;
    this.anchor = first.act();
    this.pushBack = first.pushBack();
    this.turn = turn;
    this.act = first.act();
    this.kind = first.kind();
    this.wanted = "";
    this.replacement = "";
    add(first);
  }

  /** Takes in what another detector, or a later event, says about the same act. */
  void add(Finding finding) {
    if (!spoken.isEmpty() && isNextRequest(finding)) {
      return;
    }
    kind = finding.kind().compareTo(kind) < 0 ? finding.kind() : kind;
    if (!spoken.contains(finding.pushBack())) {
      spoken.add(finding.pushBack());
      boolean fits = wanted.length() + finding.wanted().length() < 1_000;
      wanted = fits ? (wanted + " " + finding.wanted()).strip() : wanted;
    }
    replacement = finding.replacement().isEmpty() ? replacement : finding.replacement();
    finding.signals().forEach(this::add);
  }

  // What stands beside a clear push-back without objecting itself is no part of it.
  private static boolean isNextRequest(Finding finding) {
    return finding.kind() == Kind.USER_TURN
        && finding.signals().stream()
            .noneMatch(one -> one.name().equals(Signals.WORDS) && one.weight() > 0);
  }

  // One signal a name: two cues of one sort are not independent.
  void add(Signal signal) {
    signals.merge(
        signal.name(), signal, (a, b) -> Math.abs(b.weight()) > Math.abs(a.weight()) ? b : a);
  }

  boolean isAbout(Act other) {
    return anchor.event().id().equals(other.event().id());
  }

  /** Returns whether the window still holds what this stands on. */
  boolean isHeld() {
    return window.holds(anchor.event()) && window.holds(pushBack);
  }

  boolean isWorthTelling() {
    return probability() >= WORTH_TELLING;
  }

  boolean isOtherTool(Act other) {
    return !other.tool().equals(act.tool());
  }

  boolean isRedone() {
    return signals.containsKey(Signals.REDONE);
  }

  /** Returns whether the agent has acted since the person last spoke of this. */
  boolean wasAnswered() {
    return !window.acts(lastSpoken().position(), Long.MAX_VALUE).isEmpty();
  }

  StoredEvent lastSpoken() {
    return spoken.get(spoken.size() - 1);
  }

  /**
   * Takes in a call that succeeded after the push-back.
   *
   * @return whether it was the success that was looked for
   */
  boolean succeeded(Act next) {
    calls++;
    if (!after.isEmpty() || next.event().position() < lastSpoken().position()) {
      return false;
    }
    for (Act before : candidates()) {
      if (before.tool().equals(next.tool())
          && !Leaves.same(before.text(), next.text())
          && !Manner.takesBack(before.text(), next.text())
          && mayBeMeant(before, next)) {
        return redone(before, next);
      }
    }
    return false;
  }

  boolean isOver() {
    return calls >= CALLS;
  }

  // What the person named is what was corrected; of a plain turn any call of it may have been
  // meant.
  private List<Act> candidates() {
    if (!isPlain()) {
      return List.of(act);
    }
    List<Act> candidates = new ArrayList<>(List.of(act));
    for (int i = turn.size() - 1; i >= 0; i--) {
      if (turn.get(i).isCall()) {
        candidates.add(turn.get(i));
      }
    }
    return candidates;
  }

  // Words that object to nothing can only be about the act they follow, or about what they name;
  // and a step the agent also takes unasked is no answer to them.
  private boolean mayBeMeant(Act before, Act next) {
    if (!isPlain()) {
      return true;
    }
    boolean pointed = isAbout(before) || probability() >= .5 || names(before, next);
    return pointed && !Course.isUsual(window, before, next);
  }

  private boolean names(Act before, Act next) {
    return Named.in(wanted, before.tool())
        || Leaves.changes(before.text(), next.text()).stream()
            .anyMatch(one -> Named.in(wanted, one.path()) || Named.in(wanted, one.to()));
  }

  private boolean isPlain() {
    return kind == Kind.USER_TURN || kind == Kind.INTERRUPTION;
  }

  private boolean redone(Act before, Act next) {
    boolean same = Manner.sameObject(before.text(), next.text());
    if (!same && probability() < .5) {
      return false;
    }
    add(
        same
            ? Signals.of(Signals.REDONE, Weights.REDONE, "then the same call in another manner")
            : Signals.of(Signals.REDONE, Weights.REDONE_OTHER, "then the same tool again"));
    act = before;
    after = List.of(next);
    return true;
  }

  /** Takes the first other success as what was wanted, where no like call came. */
  boolean settleFor(Act other) {
    if (!after.isEmpty() || probability() < .5) {
      return false;
    }
    after = List.of(other);
    if (Named.in(wanted, act.tool()) && Named.in(wanted, other.tool())) {
      add(Signals.of(Signals.HEEDED, Weights.HEEDED, "then the call that the words name"));
    }
    return true;
  }

  void objected() {
    after = List.of();
    if (isRedone()) {
      add(Signals.of(Signals.OBJECTED, Weights.OBJECTED, "the person objected again"));
    }
  }

  void unobjected() {
    if (isRedone()) {
      add(Signals.of(Signals.UNOBJECTED, Weights.UNOBJECTED, "no further objection"));
    }
  }

  double probability() {
    double sum = Weights.PRIOR;
    for (Signal signal : signals.values()) {
      sum += signal.weight();
    }
    return Weights.probability(sum);
  }

  private Kind shownKind() {
    Signal words = signals.get(Signals.WORDS);
    boolean silent = words == null || Weights.probability(Weights.PRIOR + words.weight()) < .5;
    return kind == Kind.USER_TURN && isRedone() && silent ? Kind.REDO : kind;
  }

  /** Returns whether it was told: then what speaks against it later is told too. */
  boolean wasTold() {
    return told;
  }

  Evidence tell() {
    told = true;
    return evidence();
  }

  private Evidence evidence() {
    List<StoredEvent> stands = new ArrayList<>(List.of(anchor.event()));
    task().ifPresent(stands::add);
    if (!isAbout(act)) {
      stands.add(act.event());
    }
    stands.addAll(spoken);
    after.forEach(one -> stands.add(one.event()));
    stands.sort(Comparator.comparingLong(StoredEvent::position));
    return new Evidence(
        Digest.id("e-", anchor.event().id(), pushBack.id()),
        shownKind(),
        pushBack.event().session().scope(),
        pushBack.event().session().id(),
        pushBack.event().session().author(),
        situation(),
        Excerpt.of(act.failed() ? act.shown() + "\n" + act.output() : act.shown()),
        wanted,
        after.isEmpty() ? "" : Excerpt.of(after.get(0).shown()),
        changes(),
        probability(),
        strongestFirst(),
        stands.stream().map(StoredEvent::id).toList(),
        stands.stream()
            .map(one -> one.event().session().author().id())
            .distinct()
            .sorted()
            .toList(),
        last(stands));
  }

  private static Instant last(List<StoredEvent> events) {
    return events.get(events.size() - 1).at();
  }

  private List<Change> changes() {
    if (!replacement.isEmpty()) {
      return Replaced.changes(pushBack.event(), act, replacement);
    }
    boolean alike = !after.isEmpty() && after.get(0).tool().equals(act.tool());
    return alike ? Leaves.changes(act.text(), after.get(0).text()) : List.of();
  }

  private List<Signal> strongestFirst() {
    List<Signal> sorted = new ArrayList<>(signals.values());
    sorted.sort(
        Comparator.comparingDouble((Signal one) -> -Math.abs(one.weight()))
            .thenComparing(Signal::name));
    return sorted;
  }

  private Optional<StoredEvent> task() {
    return window.promptBefore(act.event().position());
  }

  private Situation situation() {
    String task = task().map(one -> ((Prompt) one.event()).text()).orElse("");
    return new Situation(
        act.tool(),
        act.version(),
        act.isCall() ? Slots.arguments(act.text()) : Slots.mask(Excerpt.of(task)),
        act.failed() ? Slots.signature(act.output()) : "",
        Excerpt.of(task),
        act.isCall() ? Excerpt.of(act.text()) : "");
  }
}
