package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.core.event.EventTexts;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.text.Fence;
import java.util.regex.Pattern;

/**
 * Takes out of an event what nobody said: lessons this library put there, and the blocks in which
 * memories, retrievers and hosts wrap what they add to a person's words.
 */
final class Spoken {
  private static final int LONGEST = 4_000;

  // A tag with a hyphen or underscore in its name, or one of the few usual ones: people type none
  // of these around a request.
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?s)<((?:[a-z]{2,30}[-_][a-z_-]{2,40})|memory|memories|context|documents?|reminder|instructions)\\b[^>]{0,200}>"
              + ".{0,20000}?</\\1\\s*>",
          Pattern.CASE_INSENSITIVE);

  private Spoken() {}

  /** Returns the event without injected text, each text cut to a length that can be looked at. */
  static StoredEvent of(StoredEvent stored) {
    AgentEvent event = EventTexts.map(stored.event(), Spoken::bounded);
    return new StoredEvent(stored.position(), stored.id(), stored.at(), person(event));
  }

  private static String bounded(String text) {
    String clean = Fence.strip(text);
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }

  private static AgentEvent person(AgentEvent event) {
    boolean words =
        event instanceof Prompt || event instanceof Correction || event instanceof Approval;
    return words ? EventTexts.map(event, Spoken::unwrapped) : event;
  }

  private static String unwrapped(String text) {
    return text.contains("</") ? BLOCK.matcher(text).replaceAll("").strip() : text.strip();
  }
}
