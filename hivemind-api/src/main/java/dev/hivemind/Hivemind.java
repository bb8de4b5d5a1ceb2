package dev.hivemind;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A memory of corrections for agents: it records what an agent did, mines the corrections out of
 * it, codifies each into a skill, and recalls the skill before the agent acts in the same situation
 * again.
 *
 * <p>Thread-safe. The three verbs of an agent's loop, {@link #record}, {@link #recall} and {@link
 * #flush}, fail open: whatever breaks inside is counted in {@link #status()}, logged once without
 * content, and the agent goes on. Record and recall never throw, not even for {@code null}, which
 * is dropped and counted, or answered with nothing; flush throws {@link NullPointerException} for
 * {@code null}, nothing else. The other methods are for people and throw.
 *
 * <p>One instance holds a home at a time. Its threads are daemons; it installs no shutdown hook:
 * the host closes it.
 */
public interface Hivemind extends AutoCloseable {
  /**
   * Opens a home with every default.
   *
   * @throws HivemindException as {@link HivemindBuilder#open} does
   */
  static Hivemind open(Path home) {
    return builder().home(home).open();
  }

  /**
   * Returns a new builder of the engine on the class path or module path.
   *
   * @throws HivemindException if there is no engine or more than one
   */
  static HivemindBuilder builder() {
    return Providers.only(
            HivemindProvider.class,
            "dev.hivemind:hivemind-core",
            "remove all but one from the class path")
        .builder();
  }

  /**
   * Returns a Hivemind that remembers nothing, for a host that starts without memory when opening
   * failed.
   */
  static Hivemind noop() {
    return NoHivemind.INSTANCE;
  }

  /**
   * Records that something happened just now, and returns its id. Never waits on a disk or a model
   * and never throws: the event is queued, then masked and stored by another thread. Events of one
   * caller keep their order. What could not be kept is counted; so is {@code null}, and an event
   * that holds one.
   *
   * <p>Durable once {@link #flush} has confirmed it; without a flush, as a rule within the linger.
   */
  String record(AgentEvent event);

  /**
   * Records that something happened at the given time, for history that is read in later. Order is
   * that of the calls, never time. A time that is {@code null} is now.
   */
  String record(AgentEvent event, Instant at);

  /**
   * Returns what was learned about the situation at hand, or {@link Recall#none()} rather than
   * something irrelevant. Touches neither disk nor store, keeps its deadline, and never shows what
   * is not visible in the session's scope; to {@code null} it says nothing.
   *
   * <p>At the prompt, the same context asked again within a turn gets the same text as long as the
   * library is the same. Before a tool a lesson is said once: a note once a turn, a hold once a
   * turn and call, see {@link Advice.Hold}.
   */
  Recall recall(RecallContext context);

  /**
   * Mines and codifies everything recorded in the scope's workspace now, rather than at the end of
   * a session or turn.
   *
   * @return what was found and decided in the scope and below since this was last asked for it, by
   *     runs in the background too
   * @throws HivemindException if a store fails
   * @throws IllegalStateException after close
   */
  CodifyReport codify(Scope scope);

  /**
   * Returns the library of a scope, to look at and to govern.
   *
   * @throws IllegalStateException after close
   */
  SkillLibrary skills(Scope scope);

  /**
   * Returns how often what was corrected once went wrong again in a scope and below. Everything
   * recorded before is counted first. What was counted outlives the events, for a year.
   *
   * <p>Weeks are counted whole: every ISO week, by UTC, that has a part from {@code from} on and
   * before {@code to}. A workspace counts a hundred scopes a week apart; what happens in further
   * ones counts for the scope above that is counted.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   * @throws HivemindException if a store fails
   * @throws IllegalStateException after close
   */
  LearningReport learning(Scope scope, Instant from, Instant to);

  /** Returns a snapshot of settings, counters and problems; never throws, works after close. */
  Status status();

  /**
   * Returns why a recall in this scope said what it said: the latest 1,000 in full from memory;
   * after that, and after a restart, what was logged of those that showed or withheld something, as
   * long as raw events are kept. The log is read through for that, so this is for people, not for
   * an agent's loop. Empty if nothing is known.
   *
   * @throws HivemindException if the event store fails
   */
  Optional<Explanation> explain(Scope scope, String recall);

  /**
   * Forgets a scope, an author or an event, and the skills that stand on it. Recall is silent about
   * it at once, and on return no byte of it is left in the home or in a published root.
   *
   * @throws HivemindException if a store fails; call again to finish
   * @throws IllegalStateException after close
   */
  ForgetReport forget(Forget what);

  /**
   * Writes everything the home's storage holds to a file, as it is at one moment, while the agent's
   * work goes on: {@link #record} and {@link #recall} do not wait, storing and mining do. What was
   * recorded before the call is in it. Secrets are masked in it as they are in the store; what is
   * forgotten later stays in it.
   *
   * <p>When this returns, the file is whole, durable, read back once, and readable by its owner
   * only; when it throws, there is none. {@link HivemindBuilder#restore} reads it, in a Hivemind
   * with the same storage.
   *
   * @param file a file that does not exist, in a directory that does
   * @throws HivemindException if the file exists or cannot be written, or the storage has no backup
   *     of its own, as stores that were given to the builder: {@link #export} works over any
   * @throws IllegalStateException after close
   */
  CopyReport backup(Path file);

  /**
   * Writes everything the stores hold to a file of JSON lines, which any later version and a
   * Hivemind over any other store can read: events, every revision of every skill, and how far
   * mining has come. The rest as for {@link #backup}, except that what is stored while this runs
   * may be in it or not; what it holds is complete up to some moment of the run, and what was not
   * mined by then is mined by whoever reads it.
   *
   * <p>One object a line, UTF-8. The first says {@code "hivemind":"export"} and the number of its
   * {@code format}; the others name their {@code type}: {@code checkpoint}, {@code skill}, {@code
   * event}, and {@code end} with the number of events and revisions and the CRC-32 of all bytes
   * before that line. A reader ignores fields and types it does not know and refuses a higher
   * format.
   *
   * @param file a file that does not exist, in a directory that does
   * @throws HivemindException if the file exists or cannot be written, or a store fails
   * @throws IllegalStateException after close
   */
  CopyReport export(Path file);

  /**
   * Waits until everything recorded before is stored, mined and recallable, at most for the given
   * time. The one barrier there is.
   *
   * @param atMost any length; of nothing or less it looks once and does not wait
   * @return complete, or what is still missing and why; after a complete one, all of it survives
   *     kill -9 and power loss
   */
  FlushReport flush(Duration atMost);

  /**
   * Stores and mines what waits, publishes, and frees the home. Idempotent: whoever calls second
   * waits for the first. What is recorded afterwards is counted and dropped. A listener may close:
   * the home is free when this returns, and the thread ends with the listener.
   */
  @Override
  void close();
}
