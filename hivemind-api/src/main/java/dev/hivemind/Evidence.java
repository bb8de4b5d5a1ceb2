package dev.hivemind;

import java.time.Instant;
import java.util.List;

/**
 * One incident from which something may be learned: the act before, the wanted behaviour, the
 * success after. Immutable.
 *
 * <p>Evidence is a set keyed by {@link #id}, which is derived from the events it stands on: mining
 * the same events again gives the same evidence and teaches nothing twice.
 *
 * @param id derived from the event ids
 * @param kind what sort of incident
 * @param scope where
 * @param session the session's id
 * @param author whose word or deed made this evidence; its role bounds what the lesson may become
 * @param situation the circumstances of the act
 * @param before the act that was wrong, as text
 * @param wanted the wanted behaviour in the person's own words, or empty
 * @param after the successful act that followed, as text, or empty
 * @param changes what changed between the act before and the act after or wanted
 * @param probability calibrated, 0 to 1: how sure it is that this was a push-back
 * @param signals why, strongest first
 * @param events ids of the events this stands on, the prompt that set the task among them, in order
 * @param voices ids of the authors whose words or deeds it holds, sorted
 * @param at when the last of them happened
 */
public record Evidence(
    String id,
    Kind kind,
    Scope scope,
    String session,
    Author author,
    Situation situation,
    String before,
    String wanted,
    String after,
    List<Change> changes,
    double probability,
    List<Signal> signals,
    List<String> events,
    List<String> voices,
    Instant at) {

  /** Validates and copies. */
  public Evidence {
    Check.notNull("kind", kind);
    Check.notNull("scope", scope);
    Check.notNull("session", session);
    Check.notNull("author", author);
    Check.notNull("situation", situation);
    Check.notNull("before", before);
    Check.notNull("wanted", wanted);
    Check.notNull("after", after);
    Check.notNull("changes", changes);
    Check.notNull("signals", signals);
    Check.notNull("events", events);
    Check.notNull("voices", voices);
    Check.notNull("at", at);
    Check.id("evidence id", id);
    changes = List.copyOf(changes);
    signals = List.copyOf(signals);
    events = List.copyOf(events);
    voices = List.copyOf(voices);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be between 0 and 1: " + probability);
    }
  }

  /** What sort of incident evidence came from. */
  public enum Kind {
    /** An explicit {@link AgentEvent.Correction}. */
    CORRECTION,
    /** A call refused with a reason. */
    REFUSAL,
    /** A person changed a call's arguments, a file the agent wrote, or its answer. */
    EDITED,
    /** A person undid what the agent had done. */
    REVERT,
    /** A call that was OK, a user turn, the same tool with changed arguments. */
    REDO,
    /** A person stopped the agent and then said what to do. */
    INTERRUPTION,
    /** A plain user turn that pushes back in words. */
    USER_TURN,
    /** An error, a changed call of the same tool, success. An observation, never an imperative. */
    FIX_PAIR,
    /** A person said that an act was right. */
    CONFIRMATION
  }

  /**
   * A reason to believe that the incident is a push-back.
   *
   * @param name the detector's name
   * @param weight its share in the log-odds; negative if it speaks against
   * @param why what it saw
   */
  public record Signal(String name, double weight, String why) {
    /** Validates. */
    public Signal {
      Check.notNull("name", name);
      Check.notNull("why", why);
    }
  }

  /**
   * A value that changed.
   *
   * @param path where in the arguments, such as {@code documents[0]}; empty if the arguments are
   *     not an object
   * @param from the old value as text, or empty if it was absent
   * @param to the new value as text, or empty if it was removed
   */
  public record Change(String path, String from, String to) {
    /** Validates. */
    public Change {
      Check.notNull("path", path);
      Check.notNull("from", from);
      Check.notNull("to", to);
    }
  }
}
