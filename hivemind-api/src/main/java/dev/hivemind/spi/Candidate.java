package dev.hivemind.spi;

import java.util.Map;
import java.util.Objects;

/**
 * A skill that may fit. Immutable.
 *
 * @param id the skill's id
 * @param score not negative, higher is better, comparable within one answer only
 * @param parts named parts of the score, such as one a field
 */
public record Candidate(String id, double score, Map<String, Double> parts) {
  /** Copies. */
  public Candidate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(parts, "parts");
    parts = Map.copyOf(parts);
  }
}
