package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** First revisions of skills that were written rather than learned. */
public final class Authored {
  private final Library library;
  private final Scope scope;

  /** Creates for skills to be saved at a scope. */
  public Authored(Library library, Scope scope) {
    this.library = library;
    this.scope = scope;
  }

  /**
   * Returns the skill a person wrote: pinned, active, under a name that is free; its text carries
   * our id, so that its file is managed.
   *
   * @throws IllegalArgumentException if the text is not a {@code SKILL.md} with a description
   */
  public Skill byPerson(String text, Author by, String reason, Instant at) {
    String masked = library.masked(text);
    SkillFile file = SkillText.parse(masked);
    String name = library.free(file.name().isEmpty() ? file.description() : file.name());
    String id =
        "p-" + UUID.nameUUIDFromBytes((scope + "\n" + name).getBytes(StandardCharsets.UTF_8));
    String ours = SkillText.of(masked, name, id);
    Screening screening = Screening.of(ours);
    return first(
        id,
        name,
        file.description(),
        ours,
        by,
        screening.state(SkillState.ACTIVE),
        by.id(),
        screening.reason(reason),
        at);
  }

  /** Returns the skill another installation wrote, under the id it came with: a candidate. */
  public Skill byImport(String id, String text, Author by, String reason, Instant at) {
    String masked = library.masked(text);
    SkillFile file = SkillText.parse(masked);
    String found = Screening.of(masked).reason(reason);
    return first(
        id,
        library.free(file.name()),
        file.description(),
        masked,
        by,
        SkillState.CANDIDATE,
        "",
        found,
        at);
  }

  /**
   * Returns the words a person gave a skill: as they are if they carry its name and id, and
   * otherwise with these, because its file could not be published without.
   *
   * @throws IllegalArgumentException if the text is not a {@code SKILL.md} with a description
   */
  static Revision edited(Skill skill, String text) {
    String description = SkillText.parse(text).description();
    return Revision.after(skill).words(description, SkillText.of(text, skill.name(), skill.id()));
  }

  private Skill first(
      String id,
      String name,
      String description,
      String text,
      Author by,
      SkillState state,
      String pinnedBy,
      String reason,
      Instant at) {
    return new Skill(
        id,
        library.nextRevision(id),
        scope,
        name,
        description,
        text,
        List.of(),
        List.of(),
        by.role(),
        state,
        pinnedBy,
        by,
        reason,
        at);
  }
}
