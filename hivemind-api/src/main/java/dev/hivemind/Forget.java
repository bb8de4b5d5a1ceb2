package dev.hivemind;

import dev.hivemind.Forget.OfAuthor;
import dev.hivemind.Forget.OfEvent;
import dev.hivemind.Forget.OfScope;

/** What {@link Hivemind#forget} shall forget. Immutable. */
public sealed interface Forget permits OfScope, OfAuthor, OfEvent {
  /** Returns the scope within which to forget. */
  Scope scope();

  /** Returns: everything of a scope and below. */
  static Forget everything(Scope scope) {
    return new OfScope(Check.notNull("scope", scope));
  }

  /** Returns: everything an author said or did in a scope and below. */
  static Forget author(Scope scope, String author) {
    return new OfAuthor(Check.notNull("scope", scope), Check.id("author id", author));
  }

  /** Returns: one event of a scope or below. */
  static Forget event(Scope scope, String event) {
    return new OfEvent(Check.notNull("scope", scope), Check.id("event id", event));
  }

  /**
   * Everything of a scope and below.
   *
   * @param scope which
   */
  record OfScope(Scope scope) implements Forget {
    /** Validates. */
    public OfScope {
      Check.notNull("scope", scope);
    }
  }

  /**
   * Everything an author said or did.
   *
   * @param scope where
   * @param author the author's id
   */
  record OfAuthor(Scope scope, String author) implements Forget {
    /** Validates. */
    public OfAuthor {
      Check.notNull("scope", scope);
      Check.notNull("author", author);
    }
  }

  /**
   * One event.
   *
   * @param scope where
   * @param event the event's id
   */
  record OfEvent(Scope scope, String event) implements Forget {
    /** Validates. */
    public OfEvent {
      Check.notNull("scope", scope);
      Check.notNull("event", event);
    }
  }
}
