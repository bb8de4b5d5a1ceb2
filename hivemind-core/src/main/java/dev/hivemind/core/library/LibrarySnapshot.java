package dev.hivemind.core.library;

import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.TrackRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest revision of every skill of a workspace at one version of its store. Immutable: what
 * recall works on.
 *
 * @param version the store's version this is the state of
 * @param skills by id, retired ones too
 * @param records what came of each so far, by id; a skill that never came up has none
 */
public record LibrarySnapshot(
    long version, Map<String, Skill> skills, Map<String, TrackRecord> records) {
  /** A workspace in which nothing was learned. */
  public static final LibrarySnapshot EMPTY = new LibrarySnapshot(0, Map.of(), Map.of());

  /** Returns what came of a skill so far. */
  public TrackRecord record(String id) {
    return records.getOrDefault(id, TrackRecord.NONE);
  }

  /** Returns the same skills with other records. */
  LibrarySnapshot with(Map<String, TrackRecord> newRecords) {
    return new LibrarySnapshot(version, skills, Map.copyOf(newRecords));
  }

  /** Returns a skill by its id. */
  public Optional<Skill> byId(String id) {
    return Optional.ofNullable(skills.get(id));
  }

  /** Returns a skill by its name, whatever its state. */
  public Optional<Skill> byName(String name) {
    return skills.values().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Returns the skills saved at exactly this scope, by id. */
  public List<Skill> savedAt(Scope scope) {
    return sorted(skills.values().stream().filter(one -> one.scope().equals(scope)).toList());
  }

  /** Returns the skills visible in this scope, by name. */
  public List<Skill> visibleIn(Scope scope) {
    return sorted(skills.values().stream().filter(one -> one.scope().contains(scope)).toList());
  }

  /** Returns the skills saved below this scope and not at it, by name. */
  public List<Skill> below(Scope scope) {
    return sorted(
        skills.values().stream()
            .filter(one -> scope.contains(one.scope()) && !one.scope().equals(scope))
            .toList());
  }

  /** Returns the active skills, by name. */
  public List<Skill> active() {
    return sorted(
        skills.values().stream().filter(one -> one.state() == SkillState.ACTIVE).toList());
  }

  /** Returns the skill that holds this piece of evidence, whatever its state. */
  public Optional<Skill> holding(String evidence) {
    return skills.values().stream()
        .filter(skill -> skill.evidence().stream().anyMatch(one -> one.id().equals(evidence)))
        .findFirst();
  }

  /**
   * Returns the snapshot after some skills got a new revision or, where the revision is absent,
   * were erased.
   */
  LibrarySnapshot after(long newVersion, Map<String, Optional<Skill>> changed) {
    Map<String, Skill> next = new LinkedHashMap<>(skills);
    changed.forEach(
        (id, skill) -> skill.ifPresentOrElse(one -> next.put(id, one), () -> next.remove(id)));
    return new LibrarySnapshot(newVersion, Collections.unmodifiableMap(next), records);
  }

  private static List<Skill> sorted(Collection<Skill> some) {
    Map<String, Skill> byName = new TreeMap<>(Comparator.naturalOrder());
    some.forEach(one -> byName.put(one.name() + "/" + one.id(), one));
    return List.copyOf(byName.values());
  }
}
