package dev.hivemind;

import dev.hivemind.Proposal.Keep;
import dev.hivemind.Proposal.Merge;
import dev.hivemind.Proposal.Skip;

/** What a {@link Codifier} makes of a group of evidence. Immutable. */
public sealed interface Proposal permits Keep, Merge, Skip {
  /** Returns why, in one sentence a person can check. */
  String reason();

  /**
   * A new lesson.
   *
   * @param draft its words
   * @param reason why
   */
  record Keep(Draft draft, String reason) implements Proposal {
    /** Validates. */
    public Keep {
      Check.notNull("draft", draft);
      Check.notNull("reason", reason);
    }
  }

  /**
   * More of a lesson that is known.
   *
   * @param skill id of one of the skills that were shown to the codifier
   * @param draft the words after merging
   * @param reason why
   */
  record Merge(String skill, Draft draft, String reason) implements Proposal {
    /** Validates. */
    public Merge {
      Check.notNull("skill", skill);
      Check.notNull("draft", draft);
      Check.notNull("reason", reason);
    }
  }

  /**
   * Nothing to learn.
   *
   * @param reason why
   */
  record Skip(String reason) implements Proposal {
    /** Validates. */
    public Skip {
      Check.notNull("reason", reason);
    }
  }

  /**
   * The words of a skill. Scope, trust and state are never a codifier's to choose.
   *
   * @param name lower-case words joined by hyphens; made unique and cut to the format's limits by
   *     the gate
   * @param description what it does and when to use it, with the trigger's literal words
   * @param body Markdown: the procedure, positively phrased
   */
  record Draft(String name, String description, String body) {
    /** Validates. */
    public Draft {
      Check.notNull("name", name);
      Check.notNull("description", description);
      Check.notNull("body", body);
    }
  }
}
