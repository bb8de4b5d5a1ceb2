package dev.hivemind.core.library;

import dev.hivemind.SkillState;
import dev.hivemind.core.inspect.Finding;
import dev.hivemind.core.inspect.Inspection;
import java.util.Set;

/**
 * What becomes of words that a person or a file brought. What a reader cannot see waits for a
 * person's approval, whoever brought it; what can be seen is only named in the reason.
 *
 * @param findings what is suspicious about the words
 */
public record Screening(Set<Finding> findings) {
  /** Copies. */
  public Screening {
    findings = Set.copyOf(findings);
  }

  /** Screens the text of a {@code SKILL.md}. */
  public static Screening of(String text) {
    return new Screening(Inspection.of(text));
  }

  /** Returns the state the words may have of themselves: the given one, or CANDIDATE. */
  public SkillState state(SkillState wanted) {
    return waits() ? SkillState.CANDIDATE : wanted;
  }

  /** Returns the reason with what was found. */
  public String reason(String reason) {
    if (findings.isEmpty()) {
      return reason;
    }
    return reason + (waits() ? "; waits for approval, it holds " : "; it holds ") + inWords();
  }

  /** Returns the reason of a person who approves it all the same. */
  String approved() {
    return findings.isEmpty() ? "approved" : "approved, although it holds " + inWords();
  }

  /** Returns whether a person must approve it first. */
  public boolean waits() {
    return findings.stream().anyMatch(Finding::hidden);
  }

  /** Returns the findings in words. */
  public String inWords() {
    return Inspection.inWords(findings);
  }
}
