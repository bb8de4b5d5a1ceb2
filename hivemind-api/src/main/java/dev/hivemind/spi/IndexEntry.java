package dev.hivemind.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an engine knows of a skill. Immutable.
 *
 * @param id the skill's id
 * @param scope the path of the scope it is saved at
 * @param tools names of the tools it is about; empty if about none in particular
 * @param fields text by field name ({@code name}, {@code description}, {@code situations}, {@code
 *     body}); empty to remove the skill
 */
public record IndexEntry(String id, String scope, Set<String> tools, Map<String, String> fields) {
  /** Copies. */
  public IndexEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(tools, "tools");
    Objects.requireNonNull(fields, "fields");
    tools = Set.copyOf(tools);
    fields = Map.copyOf(fields);
  }

  /** Returns the entry that removes a skill. */
  public static IndexEntry removed(String id) {
    return new IndexEntry(id, "", Set.of(), Map.of());
  }

  /** Returns whether this removes the skill. */
  public boolean isRemoval() {
    return fields.isEmpty();
  }
}
