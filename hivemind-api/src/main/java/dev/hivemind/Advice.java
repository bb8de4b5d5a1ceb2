package dev.hivemind;

import dev.hivemind.Advice.Annotate;
import dev.hivemind.Advice.Hold;
import dev.hivemind.Advice.Proceed;

/** What to do with what was recalled. Immutable. */
public sealed interface Advice permits Proceed, Annotate, Hold {
  /** Returns the fenced text for the model; empty for {@link Proceed}. */
  String text();

  /** Nothing fits: go on. */
  record Proceed() implements Advice {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * A lesson fits: give the text to the model beside what it gets anyway (at the tail of the
   * prompt, or with the tool's result), and go on.
   *
   * @param text fenced, within the budget of characters
   */
  record Annotate(String text) implements Advice {
    /** Validates. */
    public Annotate {
      Check.notNull("text", text);
    }
  }

  /**
   * A lesson says this call is wrong: do not execute it, return the text as the tool's answer with
   * {@link ToolStatus#HELD}. Said once per call, turn and skill: the same call sent again goes
   * through, and so does any once a result {@link ToolStatus#HELD} was recorded; several calls made
   * at once are each held.
   *
   * @param text fenced, within the budget of characters
   */
  record Hold(String text) implements Advice {
    /** Validates. */
    public Hold {
      Check.notNull("text", text);
    }
  }
}
