package dev.hivemind.core;

import dev.hivemind.Evidence;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.core.backup.Backups;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.core.learn.Workspace;
import dev.hivemind.core.recall.Recaller;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets: first the skills, so that recall is silent, then their files, then the events they came
 * from. A skill that stands on anything forgotten is erased whole, because its words may hold it.
 * Runs on the learner's thread.
 */
final class Forgetting {
  private static final int PAGE = 500;
  private static final List<String> UNREACHABLE =
      List.of(
          "version control that holds a published file keeps its history",
          "exports and backups that somebody asked for before keep what they hold, and so does what was"
              + " set aside under the home",
          "what an agent was shown before may still stand in its own conversation");
  private static final String ELSEWHERE =
      "a database that is not in the home keeps what was erased until it cleans up, and in its log"
          + " and backups; other processes that use it remove their copies within seconds";

  private final EventStore events;
  private final Recaller recaller;
  private final Optional<Backups> backups;

  Forgetting(EventStore events, Recaller recaller, Optional<Backups> backups) {
    this.events = events;
    this.recaller = recaller;
    this.backups = backups;
  }

  ForgetReport forget(Forget what, Workspace workspace) {
    Set<String> gone = events(what);
    List<String> standing =
        workspace.snapshot().skills().values().stream()
            .filter(skill -> standsOn(skill, what, gone))
            .map(Skill::id)
            .toList();
    List<Skill> skills = workspace.erase(standing);
    recaller.forget();
    workspace.forget(what, () -> events.erase(what.scope().workspace(), gone));
    backups.ifPresent(Backups::clear);
    return new ForgetReport(
        gone.size(), skills.stream().map(Skill::name).sorted().toList(), unreachable());
  }

  private List<String> unreachable() {
    List<String> all = new ArrayList<>(UNREACHABLE);
    if (backups.isEmpty()) {
      all.add(ELSEWHERE);
    }
    return all;
  }

  private Set<String> events(Forget what) {
    Set<String> ids = new HashSet<>();
    List<EventRow> rows = new ArrayList<>();
    long position = 0;
    do {
      rows = events.read(what.scope().workspace(), position, PAGE);
      for (EventRow row : rows) {
        if (matches(what, row)) {
          ids.add(row.id());
        }
        position = row.position();
      }
    } while (rows.size() == PAGE);
    return ids;
  }

  private static boolean matches(Forget what, EventRow row) {
    try {
      Session session = EventCodec.decode(row).event().session();
      boolean inside = what.scope().contains(session.scope());
      return inside && (isMeant(what, row) || isVoice(what, session.author().id()));
    } catch (IllegalArgumentException e) {
      // An unreadable row cannot be shown to be harmless; a scope that is the workspace takes it
      // along.
      return what.scope().toString().equals(row.workspace()) && isMeant(what, row);
    }
  }

  private static boolean isMeant(Forget what, EventRow row) {
    return what instanceof Forget.OfScope
        || (what instanceof Forget.OfEvent one && one.event().equals(row.id()));
  }

  private static boolean isVoice(Forget what, String author) {
    return what instanceof Forget.OfAuthor one && one.author().equals(author);
  }

  private static boolean standsOn(Skill skill, Forget what, Set<String> gone) {
    boolean own = what instanceof Forget.OfScope || isVoice(what, skill.author().id());
    return (own && what.scope().contains(skill.scope()))
        || skill.evidence().stream().anyMatch(evidence -> standsOn(evidence, what, gone));
  }

  // Evidence outlives the events it names: what is still in the log says too little.
  private static boolean standsOn(Evidence evidence, Forget what, Set<String> gone) {
    boolean named =
        evidence.events().stream().anyMatch(gone::contains)
            || evidence.voices().stream().anyMatch(voice -> isVoice(what, voice))
            || (what instanceof Forget.OfEvent one && evidence.events().contains(one.event()));
    return named && what.scope().contains(evidence.scope());
  }
}
