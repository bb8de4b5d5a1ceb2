package dev.hivemind.examples.transcripts;

import dev.hivemind.AgentEvent;
import dev.hivemind.Session;
import java.time.Instant;
import java.util.List;

/** One session on its way through a transcript: adds its events, and the ends of its turns. */
final class Strand {
  private final Session session;
  private final List<Moment> moments;
  private Instant last = Instant.EPOCH;
  private boolean acting;

  /**
   * Starts a session.
   *
   * @param session which
   * @param moments where its events go, beside those of other sessions
   */
  Strand(Session session, List<Moment> moments) {
    this.session = session;
    this.moments = moments;
  }

  Session session() {
    return session;
  }

  void add(AgentEvent event, Instant at) {
    moments.add(new Moment(event, at));
    last = at;
    acting = event instanceof AgentEvent.ToolResult || event instanceof AgentEvent.Response;
  }

  /** Adds the end of a turn if the agent did anything since the last: it is the person's again. */
  void rest() {
    if (acting) {
      add(session.turnEnd(), last);
    }
  }

  void end() {
    rest();
    add(session.sessionEnd(), last);
  }
}
