package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One session that goes on: its window and the incidents of which more may become known. */
final class OpenSession {
  private final Window window = new Window();
  private final List<Incident> open = new ArrayList<>();

  long firstPosition() {
    return window.firstPosition();
  }

  List<Evidence> observe(StoredEvent event) {
    Map<Incident, Evidence> told = new LinkedHashMap<>();
    window.add(event);
    open.removeIf(incident -> !incident.isHeld());
    if (Turns.prompt(window).isPresent()) {
      takeUp(told);
    }
    follow(event.event(), told);
    for (Finding finding : surest()) {
      take(finding, told);
    }
    if (event.event() instanceof SessionEnd) {
      close(told);
    }
    open.removeIf(Incident::isOver);
    return List.copyOf(told.values());
  }

  List<Evidence> end() {
    Map<Incident, Evidence> told = new LinkedHashMap<>();
    close(told);
    return List.copyOf(told.values());
  }

  // A new prompt after the agent acted says whether the agent got it right this time.
  private void takeUp(Map<Incident, Evidence> told) {
    Phrasing phrasing = window.phrasing(Turns.prompt(window).orElseThrow());
    boolean objects = Weights.probability(Weights.PRIOR + phrasing.logOdds()) >= .5;
    for (Incident incident : List.copyOf(open)) {
      if (incident.wasAnswered()) {
        settle(incident, objects, told);
        open.remove(incident);
      }
    }
  }

  private void close(Map<Incident, Evidence> told) {
    open.forEach(incident -> settle(incident, false, told));
    open.clear();
  }

  private void settle(Incident incident, boolean objects, Map<Incident, Evidence> told) {
    boolean changed = incident.isRedone();
    if (objects) {
      incident.objected();
    } else {
      incident.unobjected();
      changed |= settleForOther(incident);
    }
    if (changed && (incident.isWorthTelling() || incident.wasTold())) {
      told.put(incident, incident.tell());
    }
  }

  private boolean settleForOther(Incident incident) {
    return window.acts(incident.lastSpoken().position(), window.newest().position() + 1).stream()
        .filter(act -> act.isCall() && act.succeeded() && incident.isOtherTool(act))
        .findFirst()
        .map(incident::settleFor)
        .orElse(false);
  }

  private void follow(AgentEvent event, Map<Incident, Evidence> told) {
    if (event instanceof ToolResult result && result.status() == ToolStatus.OK) {
      window
          .call(result.call())
          .ifPresent(
              act -> {
                for (Incident incident : open) {
                  if (incident.succeeded(act) && incident.isWorthTelling()) {
                    told.put(incident, incident.tell());
                  }
                }
              });
    }
  }

  // One push-back is about one act: the one the surest detector names.
  private List<Finding> surest() {
    List<Finding> found = new ArrayList<>();
    for (Detector detector : Detector.ALL) {
      for (Finding finding : detector.look(window)) {
        if (found.isEmpty() || found.get(0).act().event().equals(finding.act().event())) {
          found.add(finding);
        }
      }
    }
    return found;
  }

  private void take(Finding finding, Map<Incident, Evidence> told) {
    Incident incident =
        open.stream()
            .filter(one -> one.isAbout(finding.act()) && !isLasting(finding))
            .findFirst()
            .orElse(null);
    if (incident == null) {
      incident = new Incident(window, finding, Turns.before(window));
      if (!isLasting(finding)) {
        open.add(incident);
      }
    } else {
      incident.add(finding);
    }
    if (incident.isWorthTelling()) {
      told.put(incident, incident.tell());
    }
  }

  // A fix pair and a confirmation are complete when they are found.
  private static boolean isLasting(Finding finding) {
    return finding.kind() == Kind.FIX_PAIR || finding.kind() == Kind.CONFIRMATION;
  }
}
