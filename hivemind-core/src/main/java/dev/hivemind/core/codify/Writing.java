package dev.hivemind.core.codify;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import dev.hivemind.core.text.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Turns drafts into revisions. */
final class Writing {
  /** Who signs what was decided without a person. */
  static final Author SELF = new Author("hivemind", Role.AGENT);

  private static final String ID = "hivemind-id";

  private Writing() {}

  /** Returns the first revision of a lesson; its id stands on its scope and its first situation. */
  static Skill first(
      Library library, Draft draft, List<Evidence> group, String reason, Instant now) {
    Scope scope = group.get(0).scope();
    String id = id(library, scope, group.get(0));
    String name = library.free(draft.name(), id);
    List<Evidence> evidence = Standing.evidence(List.of(), group);
    return new Skill(
        id,
        library.nextRevision(id),
        scope,
        name,
        draft.description(),
        text(id, name, draft),
        Standing.situations(List.of(), group),
        evidence,
        Sources.trust(evidence),
        SkillState.CANDIDATE,
        "",
        SELF,
        reason,
        now);
  }

  // A second lesson about the same situation gets an id of its own, from what it says.
  private static String id(Library library, Scope scope, Evidence first) {
    String id = Digest.id("s-", scope.toString(), first.situation().key());
    boolean taken = library.snapshot().byId(id).isPresent();
    return taken ? Digest.id("s-", scope.toString(), first.situation().key(), first.id()) : id;
  }

  /** Returns the words of a draft under a skill's name. */
  static String text(String id, String name, Draft draft) {
    return SkillFile.write(name, draft.description(), draft.body(), Map.of(ID, id));
  }

  /** Returns the next revision with other words; keys and comments of a person stay. */
  static Skill words(Skill skill, Draft draft) {
    return copy(skill, draft.description(), rewritten(skill, draft), skill.state(), skill.reason());
  }

  private static String rewritten(Skill skill, Draft draft) {
    try {
      return SkillFile.rewrite(
          skill.text(), skill.name(), draft.description(), draft.body(), Map.of(ID, skill.id()));
    } catch (SkillFileException e) {
      return text(skill.id(), skill.name(), draft);
    }
  }

  /** Returns the same revision in another state, for a reason. */
  static Skill state(Skill skill, SkillState state, String reason) {
    return copy(skill, skill.description(), skill.text(), state, reason);
  }

  private static Skill copy(
      Skill skill, String description, String text, SkillState state, String reason) {
    return new Skill(
        skill.id(),
        skill.revision(),
        skill.scope(),
        skill.name(),
        description,
        text,
        skill.situations(),
        skill.evidence(),
        skill.trust(),
        state,
        skill.pinnedBy(),
        skill.author(),
        reason,
        skill.at());
  }

  /** Returns the next revision, which stands on more evidence. */
  static Skill next(Skill skill, List<Evidence> group, Instant now) {
    List<Evidence> evidence = Standing.evidence(skill.evidence(), group);
    List<Situation> situations = Standing.situations(skill.situations(), group);
    Role trust = skill.pinned() ? skill.trust() : Sources.trust(skill, evidence);
    return new Skill(
        skill.id(),
        skill.revision() + 1,
        skill.scope(),
        skill.name(),
        skill.description(),
        skill.text(),
        situations,
        evidence,
        trust,
        skill.state(),
        skill.pinnedBy(),
        SELF,
        "",
        now);
  }
}
