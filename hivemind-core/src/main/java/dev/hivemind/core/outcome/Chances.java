package dev.hivemind.core.outcome;

import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.Evidence;
import dev.hivemind.LearningReport.Group;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.library.LibrarySnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which calls are opportunities to repeat a mistake: an earlier session has evidence about
 * the call, or a lesson with such evidence was up right before it.
 */
final class Chances {
  private final LibrarySnapshot library;
  private final Weeks weeks;
  // Evidence of this page: its skills are not in the library it was read with.
  private final Map<String, List<Evidence>> fresh = new HashMap<>();
  private Optional<Situations> situations = Optional.empty();

  Chances(LibrarySnapshot library, Weeks weeks) {
    this.library = library;
    this.weeks = weeks;
  }

  /** Takes note of evidence: later calls may repeat it. */
  void learned(Evidence evidence) {
    if (evidence.kind() != Evidence.Kind.CONFIRMATION) {
      for (String key : Situations.keys(evidence)) {
        fresh.computeIfAbsent(key, one -> new ArrayList<>()).add(evidence);
      }
    }
  }

  private Situations situations() {
    Situations known = situations.orElseGet(() -> new Situations(library.skills().values()));
    situations = Optional.of(known);
    return known;
  }

  void called(StoredEvent stored, ToolCall call, Trail trail) {
    Session session = call.session();
    String key = Situations.key(call.tool(), call.arguments());
    List<Skill> skills = new ArrayList<>(situations().of(key));
    trail.exposures().stream()
        .filter(one -> one.wasBefore(call.tool(), trail.turn()))
        .forEach(one -> library.byId(one.skill).ifPresent(skills::add));
    skills.removeIf(one -> !isEarlier(one, session));
    boolean untaught =
        fresh.getOrDefault(key, List.of()).stream().anyMatch(one -> isEarlier(one, session));
    if (skills.isEmpty() && !untaught) {
      return;
    }
    Set<String> about = new HashSet<>(Set.of(Mark.of(key)));
    skills.forEach(one -> about.add(one.id()));
    opportunity(about, stored, trail, group(skills, trail))
        .called(Mark.of(call.call()), Mark.of(stored.id()));
  }

  private Opportunity opportunity(Set<String> about, StoredEvent stored, Trail trail, Group group) {
    return trail.opportunities().stream()
        .filter(one -> one.turn == trail.turn() && one.skills.stream().anyMatch(about::contains))
        .findFirst()
        .orElseGet(
            () -> {
              Opportunity opened =
                  new Opportunity(
                      about,
                      trail.turn(),
                      Weeks.monday(stored.at()),
                      stored.event().session().scope(),
                      group);
              opened.count(weeks);
              trail.open(opened);
              return opened;
            });
  }

  private static Group group(List<Skill> skills, Trail trail) {
    List<Exposure> exposures =
        skills.stream().map(one -> trail.exposure(one.id())).flatMap(Optional::stream).toList();
    if (!exposures.isEmpty()) {
      return exposures.stream().anyMatch(one -> one.shown) ? Group.SHOWN : Group.WITHHELD;
    }
    return skills.stream().anyMatch(one -> one.state() == SkillState.ACTIVE)
        ? Group.MISSED
        : Group.NO_SKILL;
  }

  private static boolean isEarlier(Skill skill, Session session) {
    return skill.scope().contains(session.scope())
        && skill.evidence().stream().anyMatch(one -> !isOf(one, session));
  }

  private static boolean isEarlier(Evidence evidence, Session session) {
    return evidence.scope().contains(session.scope()) && !isOf(evidence, session);
  }

  private static boolean isOf(Evidence evidence, Session session) {
    return Objects.equals(evidence.session(), session.id())
        && evidence.scope().equals(session.scope());
  }

  /** A call of this mark, or the event of this mark, was corrected or refused. */
  void wentWrong(String mark, Trail trail) {
    trail.opportunities().stream()
        .filter(one -> one.holds(mark))
        .forEach(one -> one.repeated(weeks));
  }
}
