package dev.hivemind;

import java.util.List;

/**
 * Skills that wait for a person, all about one situation. Immutable.
 *
 * @param situation the first situation of each; one without a tool or a task if they have none
 * @param skills the candidates, by name; each holds the evidence it stands on
 */
public record Candidates(Situation situation, List<Skill> skills) {
  /** Validates and copies. */
  public Candidates {
    Check.notNull("situation", situation);
    Check.notNull("skills", skills);
    skills = List.copyOf(skills);
  }
}
