package dev.hivemind;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One turn of an agent, from a person's words to the answer: what a loop does around its model and
 * its tools, so that everything is recorded and everything is recalled, in the right order.
 *
 * <pre>{@code
 * try (Turn turn = Turn.begin(hivemind, session, words)) {
 *   String prompt = words + turn.reminder(tools.names());      // before the model is asked
 *   String output = turn.call("c1", tool, json, () -> run(tool, json)); // for each call it makes
 *   turn.answered(answer);
 * }
 * }</pre>
 *
 * <p>Thread-safe: calls may run side by side, on any thread. It fails open: whatever breaks in the
 * Hivemind, the turn goes on as if there were none. Only what a tool throws is thrown, once it was
 * recorded, and only a {@code null} or blank argument is refused.
 */
public final class Turn implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Turn.class.getName());

  private final Hivemind hivemind;
  private final Session session;
  private final String words;
  private final Predicate<String> mayHold;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean failed = new AtomicBoolean();
  private Optional<String> reminder = Optional.empty();
  private volatile String lastError = "";

  private Turn(Hivemind hivemind, Session session, String words, Predicate<String> mayHold) {
    this.hivemind = Check.notNull("hivemind", hivemind);
    this.session = Check.notNull("session", session);
    this.words = Check.notNull("words", words);
    this.mayHold = Check.notNull("mayHold", mayHold);
  }

  /**
   * Begins a turn in which any call may be held, and records its prompt.
   *
   * @param words the person's own, before memory or retrieval adds to them; if blank, the agent
   *     goes on by itself and no prompt is recorded
   */
  public static Turn begin(Hivemind hivemind, Session session, String words) {
    return begin(hivemind, session, words, tool -> true);
  }

  /**
   * Begins a turn in which calls of some tools may be held, those that change something outside the
   * agent, and records its prompt. Before the others a lesson is a note.
   */
  public static Turn begin(
      Hivemind hivemind, Session session, String words, Predicate<String> mayHold) {
    Turn turn = new Turn(hivemind, session, words, mayHold);
    if (!words.isBlank()) {
      turn.record(session.prompt(words));
    }
    return turn;
  }

  /** Returns whose turn it is, and where. */
  public Session session() {
    return session;
  }

  /** Returns the person's words. */
  public String words() {
    return words;
  }

  /**
   * Returns what was learned about the task, fenced, to be put at the tail of the prompt; empty if
   * nothing fits. The first answer is kept, so that the text is the same in every round of the turn
   * and a provider's prompt cache stays warm.
   *
   * @param tools names of the tools the model may choose from; empty if unknown
   */
  public String reminder(Set<String> tools) {
    Check.notNull("tools", tools);
    lock.lock();
    try {
      String text =
          reminder.orElseGet(() -> recall(RecallContext.of(session, words).offering(tools)).text());
      reminder = Optional.of(text);
      return text;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes a call: asks what was learned about it, runs the tool unless the call is held, and
   * records both. The status is left to the engine, which reads it from the output.
   *
   * @param call unique within the session
   * @param arguments JSON text as a rule
   * @return what to give to the model: the output with a note if there is one, or the lesson in its
   *     place
   * @throws Exception what the tool throws
   */
  public String call(String call, String tool, String arguments, Callable<String> run)
      throws Exception {
    Check.notNull("run", run);
    PendingCall pending = calling(call, tool, arguments);
    if (pending.held()) {
      return pending.note();
    }
    String output;
    try {
      output = Objects.toString(run.call(), ""); // a tool may return null, whatever it says
    } catch (Exception | Error e) {
      pending.failed(e);
      throw e;
    }
    return pending.ended(ToolStatus.UNKNOWN, output);
  }

  /**
   * Asks what was learned about a call that is about to be made and records the call, and that it
   * was held if so. For hosts whose hooks before and after a call are two; the others have {@link
   * #call}.
   */
  public PendingCall calling(String call, String tool, String arguments) {
    AgentEvent.ToolCall event = session.toolCall(call, tool, arguments);
    RecallContext context =
        RecallContext.of(session, words).beforeTool(tool, arguments).afterError(lastError);
    boolean holdable = open(() -> mayHold.test(tool), false);
    Recall recall = recall(holdable ? context.sideEffecting() : context);
    record(event);
    if (recall.advice() instanceof Advice.Hold hold) {
      record(session.toolResult(call, ToolStatus.HELD, hold.text()));
    }
    return new PendingCall(this, call, recall.advice());
  }

  /** Records an answer of the agent; blank ones are passed over. */
  public void answered(String text) {
    if (!Check.notNull("text", text).isBlank()) {
      record(session.response(text));
    }
  }

  /** Records that the agent waits for the person again. Idempotent. */
  @Override
  public void close() {
    if (over.compareAndSet(false, true)) {
      record(session.turnEnd());
    }
  }

  void ended(String call, ToolStatus status, String output) {
    lastError = status == ToolStatus.ERROR ? output : "";
    record(session.toolResult(call, status, output));
  }

  private void record(AgentEvent event) {
    open(() -> hivemind.record(event), "");
  }

  private Recall recall(RecallContext context) {
    return open(() -> hivemind.recall(context), Recall.none());
  }

  // Neither a Hivemind's promise nor a host's function may cost the run, nor a jar of another
  // version on the host's class path.
  private <T> T open(Supplier<T> asked, T otherwise) {
    try {
      return asked.get();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      if (failed.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "a turn goes on without memory: {0}", e.getClass().getName());
      }
      return otherwise;
    }
  }
}
