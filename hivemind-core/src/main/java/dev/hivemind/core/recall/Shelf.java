package dev.hivemind.core.recall;

import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.LibrarySnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The active skills of one library snapshot, profiled. Never changed once made; {@link #after}
 * makes the next one at the cost of what changed.
 */
final class Shelf {
  private final LibrarySnapshot snapshot;
  private final Map<String, Profile> byId;
  private final Map<String, List<Profile>> byForm = new HashMap<>();
  private final Statistics statistics;

  private Shelf(LibrarySnapshot snapshot, Map<String, Profile> byId, Statistics statistics) {
    this.snapshot = snapshot;
    this.byId = byId;
    for (Profile one : byId.values()) {
      for (String form : one.forms()) {
        byForm.computeIfAbsent(form, key -> new ArrayList<>()).add(one);
      }
    }
    this.statistics = statistics;
  }

  static Shelf empty(Statistics background) {
    return new Shelf(LibrarySnapshot.EMPTY, Map.of(), background);
  }

  Shelf after(LibrarySnapshot now) {
    Map<String, Profile> next = new HashMap<>(byId);
    List<Profile> gone = new ArrayList<>();
    List<Profile> come = new ArrayList<>();
    for (Profile old : byId.values()) {
      if (now.byId(old.skill().id()).filter(one -> isSame(one, old.skill())).isEmpty()) {
        gone.add(old);
        next.remove(old.skill().id());
      }
    }
    for (Skill skill : now.skills().values()) {
      if (isActive(skill) && !next.containsKey(skill.id())) {
        Profile profile = Profile.of(skill);
        come.add(profile);
        next.put(skill.id(), profile);
      }
    }
    boolean same = gone.isEmpty() && come.isEmpty();
    return new Shelf(now, next, same ? statistics : statistics.after(gone, come));
  }

  @SuppressWarnings(
      "ReferenceEquality") // a snapshot keeps what did not change; equals reads it all
  private static boolean isSame(Skill one, Skill other) {
    return one == other;
  }

  private static boolean isActive(Skill skill) {
    return skill.state() == SkillState.ACTIVE;
  }

  // Skills are compared often and are many: equal ones that are not the same are profiled anew.
  // What came of them changes no profile.
  @SuppressWarnings("ReferenceEquality") // see above
  boolean holds(LibrarySnapshot other) {
    return snapshot.skills() == other.skills();
  }

  int size() {
    return byId.size();
  }

  Statistics statistics() {
    return statistics;
  }

  Optional<Profile> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns those visible in the scope. */
  Collection<Profile> visibleIn(Scope scope) {
    return visible(byId.values(), scope);
  }

  /** Returns those visible in the scope that were learned on a question of that form. */
  Collection<Profile> askedLike(Form form, Scope scope) {
    return visible(byForm.getOrDefault(form.words(), List.of()), scope);
  }

  private static List<Profile> visible(Collection<Profile> some, Scope scope) {
    return some.stream().filter(one -> one.skill().scope().contains(scope)).toList();
  }
}
