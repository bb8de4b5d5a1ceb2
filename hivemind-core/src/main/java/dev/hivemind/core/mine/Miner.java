package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.Unknown;
import dev.hivemind.Evidence;
import dev.hivemind.Scope;
import dev.hivemind.core.event.StoredEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mines one workspace: events in position order go in, evidence comes out. What it says of a
 * session depends on the latest {@value Window#EVENTS} events of that session alone, so a new miner
 * fed from {@link #resumeAt} goes on as this one would have. Bounded in memory; deterministic; not
 * thread-safe.
 */
public final class Miner {
  private static final int SESSIONS = 1_000;

  private record Key(Scope scope, String session) {}

  // Least recently seen first.
  private final Map<Key, OpenSession> sessions = new LinkedHashMap<>(64, .75f, true);
  private long observed;

  /**
   * Takes in an event.
   *
   * @return evidence that became certain enough, and evidence told before of which more is known
   *     now, under the same id
   */
  public List<Evidence> observe(StoredEvent event) {
    observed = event.position();
    AgentEvent happened = event.event();
    if (happened instanceof Unknown) {
      return List.of();
    }
    Key key = new Key(happened.session().scope(), happened.session().id());
    List<Evidence> found = new ArrayList<>(observe(key, event));
    if (happened instanceof SessionEnd) {
      sessions.remove(key);
    } else if (sessions.size() > SESSIONS) {
      found.addAll(endEldest());
    }
    return List.copyOf(found);
  }

  // What a session has seen is of no use once it cannot be read: the next event begins it anew.
  private List<Evidence> observe(Key key, StoredEvent event) {
    OpenSession session = sessions.computeIfAbsent(key, one -> new OpenSession());
    try {
      return session.observe(Spoken.of(event));
    } catch (RuntimeException | StackOverflowError e) {
      sessions.remove(key);
      throw e;
    }
  }

  private List<Evidence> endEldest() {
    Iterator<OpenSession> eldest = sessions.values().iterator();
    List<Evidence> found = eldest.next().end();
    eldest.remove();
    return found;
  }

  /**
   * Ends a session that has been silent for long enough; an unknown one is ignored.
   *
   * @return evidence of which more is known now that nobody objected
   */
  public List<Evidence> end(Scope scope, String session) {
    OpenSession ended = sessions.remove(new Key(scope, session));
    return ended == null ? List.of() : ended.end();
  }

  /**
   * Returns the position up to which events need not be read again: right below the first event an
   * open session still needs, or the last one observed.
   */
  public long resumeAt() {
    long first = observed + 1;
    for (OpenSession session : sessions.values()) {
      first = Math.min(first, session.firstPosition());
    }
    return first - 1;
  }
}
