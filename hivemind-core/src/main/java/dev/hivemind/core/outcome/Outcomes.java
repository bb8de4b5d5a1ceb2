package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.Unknown;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.Forget;
import dev.hivemind.LearningReport;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.text.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fold of one workspace's events into track records and weekly counts. It is fed pages in the
 * order of positions; {@link #state} is all it remembers, so that one made from a state goes on as
 * the one that wrote it would have. Bounded: open sessions, weeks and skills. Not thread-safe.
 */
public final class Outcomes {
  private static final int SESSIONS = 100;
  private static final int SKILLS = 6_000;
  private static final int LONGEST = 900_000;

  private final Map<String, Tally> tallies = new LinkedHashMap<>(64, .75f, true);
  // Least recently seen first.
  private final Map<String, Trail> trails = new LinkedHashMap<>(64, .75f, true);
  private final Set<String> touched = new LinkedHashSet<>();
  private Weeks weeks = new Weeks();

  private Outcomes() {}

  /** Creates one that has seen nothing. */
  public static Outcomes none() {
    return new Outcomes();
  }

  /** Returns the fold that wrote a state; one that has seen nothing for any other text. */
  public static Outcomes of(JsonNode state) {
    Outcomes outcomes = new Outcomes();
    state
        .path("skills")
        .properties()
        .forEach(one -> outcomes.tallies.put(one.getKey(), Tally.decoded(one.getValue())));
    state
        .path("sessions")
        .properties()
        .forEach(
            one ->
                outcomes.trails.put(one.getKey(), Trail.decoded(one.getValue(), outcomes::tally)));
    outcomes.weeks = Weeks.decoded(state.path("weeks"));
    return outcomes;
  }

  /** Returns all that is remembered, as a JSON object that holds none of a host's words. */
  public JsonNode state() {
    ObjectNode node = whole();
    // A store keeps no more in a state: what is the least known goes first.
    for (String part : List.of("sessions", "weeks")) {
      if (Json.write(node).length() > LONGEST) {
        node.remove(part);
      }
    }
    return node;
  }

  private ObjectNode whole() {
    ObjectNode node = Json.object();
    ObjectNode skills = node.putObject("skills");
    tallies.forEach((skill, tally) -> skills.set(skill, tally.encoded()));
    ObjectNode sessions = node.putObject("sessions");
    trails.forEach((session, trail) -> sessions.set(session, trail.encoded()));
    node.set("weeks", weeks.encoded());
    return node;
  }

  /** Returns what came of each skill that ever came up, by id. */
  public Map<String, TrackRecord> records() {
    Map<String, TrackRecord> records = new HashMap<>();
    tallies.forEach((skill, tally) -> records.put(skill, tally.record()));
    return records;
  }

  /** Returns how often what was corrected went wrong again. */
  public LearningReport report(Scope scope, Instant from, Instant to) {
    return weeks.report(scope, from, to);
  }

  /**
   * Takes in a page.
   *
   * @param before the library before anything of the page was decided
   * @param decided what was decided on the page's evidence
   * @return what follows for the skills
   */
  public Consequences take(List<Step> page, LibrarySnapshot before, List<Decision> decided) {
    touched.clear();
    Reader reader = new Reader(this, before, decided);
    for (Step step : page) {
      AgentEvent event = step.event().event();
      reader.read(step, trail(event, step.event().at()));
      if (event instanceof SessionEnd) {
        trails.remove(key(event.session()));
      }
    }
    Map<String, Tally> changed = new LinkedHashMap<>();
    touched.forEach(skill -> changed.put(skill, tally(skill)));
    return new Consequences(changed, reader.refuted(), reader.proved());
  }

  // A recall begins no session, though it may be the first that is heard of it.
  private Trail trail(AgentEvent event, Instant at) {
    Session session = event.session();
    Trail trail =
        trails.computeIfAbsent(key(session), key -> new Trail(session.scope().toString()));
    if (!(event instanceof Unknown) && trail.begins()) {
      weeks.session(Weeks.monday(at), session.scope());
    }
    if (trails.size() > SESSIONS) {
      trails.remove(trails.keySet().iterator().next());
    }
    return trail;
  }

  private static String key(Session session) {
    return Mark.of(session.scope().toString(), session.id());
  }

  /** Returns a skill's counts, which are about to change. */
  Tally tally(String skill) {
    touched.add(skill);
    Tally tally = tallies.computeIfAbsent(skill, key -> new Tally());
    if (tallies.size() > SKILLS) {
      tallies.remove(tallies.keySet().iterator().next());
    }
    return tally;
  }

  Weeks weeks() {
    return weeks;
  }

  /**
   * Forgets what belongs to skills that are gone, and counts and sessions of what is to be
   * forgotten. What is left are numbers about other skills and scopes.
   */
  public void forget(Forget what, LibrarySnapshot left) {
    tallies.keySet().removeIf(skill -> left.byId(skill).isEmpty());
    trails.values().removeIf(trail -> what.scope().contains(Scope.of(trail.scope)));
    weeks.forget(scope -> what.scope().contains(scope) && isGone(what, scope));
  }

  private static boolean isGone(Forget what, Scope scope) {
    return what instanceof Forget.OfScope
        || (what instanceof Forget.OfAuthor author && scope.name().equals(author.author()));
  }
}
