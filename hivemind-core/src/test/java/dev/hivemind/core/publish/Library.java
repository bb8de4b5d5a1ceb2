package dev.hivemind.core.publish;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Revision;
import dev.hivemind.core.skillfile.SkillFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A library in memory: what the engine keeps in a store. */
final class Library implements Known {
  static final Scope SHOP = Scope.of("shop");

  private final Map<String, List<Skill>> skills = new LinkedHashMap<>();

  @Override
  public Optional<Skill> newest(String id) {
    List<Skill> history = history(id);
    return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
  }

  @Override
  public List<Skill> history(String id) {
    return skills.getOrDefault(id, List.of());
  }

  /** Adds an active skill, called like its id with a prefix. */
  Skill add(String id) {
    return add(id, SHOP);
  }

  Skill add(String id, Scope scope) {
    return append(id, scope, text(id, "Do it right."), SkillState.ACTIVE);
  }

  /** Adds a candidate: what the engine makes of a file that arrived. */
  Skill arrive(String id) {
    return append(id, SHOP, text(id, "From elsewhere."), SkillState.CANDIDATE);
  }

  static String name(String id) {
    return "skill-" + id;
  }

  static String text(String id, String body) {
    return SkillFile.write(name(id), "When " + id + ".", body, Map.of("hivemind-id", id));
  }

  /** Adds an active revision with another body. */
  Skill revise(String id, String body) {
    return take(id, text(id, body));
  }

  /** Adds an active revision with exactly this text. */
  Skill take(String id, String text) {
    return append(id, newest(id).orElseThrow().scope(), text, SkillState.ACTIVE);
  }

  Skill become(String id, SkillState state) {
    Skill skill = newest(id).orElseThrow();
    return append(id, skill.scope(), skill.text(), state);
  }

  /** Adds a revision with another name. */
  Skill rename(String id, String name) {
    Skill newest = newest(id).orElseThrow();
    Skill next =
        Revision.after(newest).named(name).by(Author.owner("olga"), "renamed", Instant.EPOCH);
    skills.get(id).add(next);
    return next;
  }

  void forget(String id) {
    skills.remove(id);
  }

  List<Skill> active() {
    return skills.keySet().stream()
        .map(id -> newest(id).orElseThrow())
        .filter(skill -> skill.state() == SkillState.ACTIVE)
        .toList();
  }

  /** Returns the skill under a name the library would not choose. */
  static Skill called(Skill skill, String name) {
    return new Skill(
        skill.id(),
        skill.revision(),
        skill.scope(),
        name,
        skill.description(),
        skill.text(),
        skill.situations(),
        skill.evidence(),
        skill.trust(),
        skill.state(),
        skill.pinnedBy(),
        skill.author(),
        skill.reason(),
        skill.at());
  }

  private Skill append(String id, Scope scope, String text, SkillState state) {
    List<Skill> history = skills.computeIfAbsent(id, unused -> new ArrayList<>());
    Skill skill =
        new Skill(
            id,
            history.size() + 1,
            scope,
            name(id),
            "When " + id + ".",
            text,
            List.of(),
            List.of(),
            Role.OPERATOR,
            state,
            "",
            Author.operator("ana"),
            "test",
            Instant.EPOCH);
    history.add(skill);
    return skill;
  }
}
