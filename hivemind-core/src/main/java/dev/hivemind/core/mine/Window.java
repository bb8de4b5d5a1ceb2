package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.ToolStatus;
import dev.hivemind.Verdict;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest events of one session, oldest first. Everything a detector says is a function of this
 * alone, so that mining again from the first event in it says the same. Not thread-safe.
 */
final class Window {
  static final int EVENTS = 60;

  private final List<StoredEvent> events = new ArrayList<>(EVENTS);
  private Optional<Phrasing> phrasing = Optional.empty();

  void add(StoredEvent event) {
    phrasing = Optional.empty();
    if (events.size() == EVENTS) {
      events.remove(0);
    }
    events.add(event);
  }

  /** Returns what the words of the newest event say; several detectors ask. */
  Phrasing phrasing(String words) {
    Phrasing known = phrasing.orElseGet(() -> Phrasing.of(words));
    phrasing = Optional.of(known);
    return known;
  }

  StoredEvent newest() {
    return events.get(events.size() - 1);
  }

  long firstPosition() {
    return events.get(0).position();
  }

  boolean holds(StoredEvent event) {
    return event.position() >= firstPosition();
  }

  /** Returns whether any call failed: most windows hold none, and then there is no fix. */
  boolean holdsError() {
    return events.stream()
        .anyMatch(
            one -> one.event() instanceof ToolResult result && result.status() == ToolStatus.ERROR);
  }

  /** Returns the call with this id, with what has become of it so far. */
  Optional<Act> call(String id) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).event() instanceof ToolCall call && call.call().equals(id)) {
        return Optional.of(act(i, call));
      }
    }
    return Optional.empty();
  }

  /** Returns the acts between two positions, both exclusive, oldest first. */
  List<Act> acts(long after, long before) {
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      StoredEvent event = events.get(i);
      if (event.position() > after && event.position() < before) {
        if (event.event() instanceof ToolCall call) {
          acts.add(act(i, call));
        } else if (event.event() instanceof Response answer && !answer.text().isBlank()) {
          acts.add(Act.of(event, answer));
        }
      }
    }
    return acts;
  }

  /** Returns every act before the newest event, oldest first. */
  List<Act> acts() {
    return acts(Long.MIN_VALUE, newest().position());
  }

  private Act act(int index, ToolCall call) {
    ToolStatus status = ToolStatus.UNKNOWN;
    String output = "";
    for (int i = index + 1; i < events.size(); i++) {
      AgentEvent event = events.get(i).event();
      if (event instanceof ToolResult result && result.call().equals(call.call())) {
        status = result.status();
        output = result.output();
      } else if (event instanceof Approval approval
          && approval.call().equals(call.call())
          && approval.verdict() == Verdict.REJECTED) {
        status = ToolStatus.REJECTED;
      }
    }
    return Act.of(events.get(index), call, status, output);
  }

  /** Returns the latest prompt before a position that says anything. */
  Optional<StoredEvent> promptBefore(long position) {
    for (int i = events.size() - 1; i >= 0; i--) {
      StoredEvent event = events.get(i);
      if (event.position() < position
          && event.event() instanceof Prompt prompt
          && !prompt.text().isBlank()) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** Returns the events between two positions, both exclusive, oldest first. */
  List<StoredEvent> between(long after, long before) {
    return events.stream()
        .filter(one -> one.position() > after && one.position() < before)
        .toList();
  }
}
