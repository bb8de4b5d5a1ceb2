package dev.hivemind.core.capture;

import dev.hivemind.AgentEvent;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.event.EventTexts;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.Redactor;
import java.util.List;
import java.util.Objects;

/**
 * Masks secrets in events and texts, the built-in redactor first, then the host's. A redactor that
 * throws loses the text, not the secret. Thread-safe.
 */
public final class Masker {
  private static final String LOST = "[masked: a redactor failed]";

  private final List<Redactor> redactors;
  private final Monitor monitor;

  /** Creates with redactors in the order in which they run. */
  public Masker(List<Redactor> redactors, Monitor monitor) {
    this.redactors = List.copyOf(redactors);
    this.monitor = monitor;
  }

  /** Returns the event with every secret masked. */
  public AgentEvent mask(AgentEvent event) {
    return EventTexts.map(event, this::mask);
  }

  /** Returns the text with every secret masked. */
  public String mask(String text) {
    String masked = text;
    for (Redactor redactor : redactors) {
      masked = mask(redactor, masked);
    }
    if (!masked.equals(text)) {
      monitor.count(Counter.MASKED);
    }
    return masked;
  }

  private String mask(Redactor redactor, String text) {
    try {
      return text.isEmpty() ? text : Objects.requireNonNull(redactor.redact(text), "masked text");
    } catch (RuntimeException | Error e) {
      monitor.failed("redactor", e);
      return LOST;
    }
  }
}
