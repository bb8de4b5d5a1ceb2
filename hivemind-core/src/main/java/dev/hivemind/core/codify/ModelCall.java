package dev.hivemind.core.codify;

import dev.hivemind.spi.TextModel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls a host's model on a thread of its own, so that one that hangs holds up the learner for the
 * given time only. A call that does not come back is interrupted and left behind; until it ends, no
 * other is begun, so at most one thread is ever left. Not thread-safe.
 */
final class ModelCall {
  private final TextModel model;
  private Optional<Thread> behind = Optional.empty();

  /** A call failed, was late, or could not be made. */
  static class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(String message) {
      super(message);
    }
  }

  /** The model itself failed, as one does that is asked too often: another try may fare better. */
  static final class ThrewException extends FailedException {
    private static final long serialVersionUID = 1;

    ThrewException(String message) {
      super(message);
    }
  }

  ModelCall(TextModel model) {
    this.model = model;
  }

  String ask(String prompt, Duration atMost) throws FailedException {
    if (behind.filter(Thread::isAlive).isPresent()) {
      throw new FailedException("an earlier call has not come back");
    }
    FutureTask<String> answer = new FutureTask<>(() -> model.complete(prompt));
    Thread thread = new Thread(answer, "hivemind-model");
    thread.setDaemon(true);
    thread.start();
    try {
      String text = answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return Optional.ofNullable(text).orElse("");
    } catch (TimeoutException e) {
      behind = Optional.of(thread);
      answer.cancel(true);
      throw new FailedException("no answer within " + atMost);
    } catch (InterruptedException e) {
      behind = Optional.of(thread);
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted");
    } catch (ExecutionException e) {
      // Its kind and not its message, which may hold the prompt.
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new ThrewException(cause.getClass().getName());
    }
  }
}
