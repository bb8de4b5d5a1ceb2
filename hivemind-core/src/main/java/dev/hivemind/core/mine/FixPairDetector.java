package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An error, and within a few calls a similar call of the same tool with changed arguments that
 * succeeded: an observation. Most such pairs teach nothing, hence what {@link NoLesson} says.
 */
final class FixPairDetector implements Detector {
  private static final int CALLS = 8;

  @Override
  public List<Finding> look(Window window) {
    if (!(window.newest().event() instanceof ToolResult result)
        || result.status() != ToolStatus.OK
        || !window.holdsError()) {
      return List.of();
    }
    return window
        .call(result.call())
        .flatMap(fix -> error(window, fix).map(error -> List.of(finding(window, error, fix))))
        .orElse(List.of());
  }

  private static Optional<Act> error(Window window, Act fix) {
    List<Act> calls =
        window.acts(Long.MIN_VALUE, fix.event().position()).stream().filter(Act::isCall).toList();
    for (int i = calls.size() - 1; i >= Math.max(0, calls.size() - CALLS); i--) {
      Act error = calls.get(i);
      if (error.tool().equals(fix.tool()) && error.failed()) {
        return isLesson(window, error, fix) ? Optional.of(error) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isLesson(Window window, Act error, Act fix) {
    List<StoredEvent> between = window.between(error.event().position(), fix.event().position());
    List<Act> acts = window.acts(error.event().position(), fix.event().position());
    return !Leaves.same(error.text(), fix.text())
        && Similar.calls(error.text(), fix.text())
        && between.stream().noneMatch(one -> NoLesson.personSteppedIn(one.event()))
        && acts.stream().noneMatch(NoLesson::mayHaveWritten)
        && !NoLesson.isPassing(error.output())
        && !NoLesson.isRefusal(error.output())
        && !NoLesson.isReport(error.output())
        && !OtherTask.isNameless(error)
        && !OtherTask.is(error, fix)
        && !NoLesson.isOtherTarget(error.text(), fix.text())
        && !NoLesson.isBypass(error.text(), fix.text());
  }

  private static Finding finding(Window window, Act error, Act fix) {
    List<Signal> signals = new ArrayList<>();
    signals.add(
        Signals.of(Signals.FIXED, Weights.FIX_PAIR, "the call failed, and succeeded when changed"));
    if (ForeignWords.in(window, error, fix)) {
      signals.add(
          Signals.of(
              Signals.FOREIGN, 0, "what changed stands in a tool's output or a customer's words"));
    }
    return new Finding(Kind.FIX_PAIR, error, fix.event(), "", fix.text(), List.copyOf(signals));
  }
}
