package dev.hivemind.spi;

import java.util.Objects;
import java.util.Set;

/**
 * What to find candidates for. Immutable.
 *
 * @param workspace the only workspace to look in
 * @param scopes paths of the scopes to look in; a skill saved anywhere else must not be returned
 * @param tools if not empty, a skill that is about tools must be about one of these
 * @param text any text, any length
 * @param limit at most this many candidates, at least 1
 */
public record CandidateQuery(
    String workspace, Set<String> scopes, Set<String> tools, String text, int limit) {
  /** Validates and copies. */
  public CandidateQuery {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(scopes, "scopes");
    Objects.requireNonNull(tools, "tools");
    Objects.requireNonNull(text, "text");
    scopes = Set.copyOf(scopes);
    tools = Set.copyOf(tools);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
  }
}
