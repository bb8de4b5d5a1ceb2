package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import dev.hivemind.core.skillfile.SkillNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** First revisions of skills that were written rather than learned. */
public final class Authored {
  private static final String ID = "hivemind-id";

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
    SkillFile file = parse(text);
    String name = free(file.name().isEmpty() ? file.description() : file.name());
    String id =
        "p-" + UUID.nameUUIDFromBytes((scope + "\n" + name).getBytes(StandardCharsets.UTF_8));
    String ours = ours(text, file, name, id);
    return first(id, name, file.description(), ours, by, SkillState.ACTIVE, by.id(), reason, at);
  }

  /** Returns the skill another installation wrote, under the id it came with: a candidate. */
  public Skill byImport(String id, String text, Author by, String reason, Instant at) {
    SkillFile file = parse(text);
    return first(
        id, free(file.name()), file.description(), text, by, SkillState.CANDIDATE, "", reason, at);
  }

  /**
   * Returns the words a person gave a skill: as they are if they carry its name and id, and
   * otherwise with these, because its file could not be published without.
   *
   * @throws IllegalArgumentException if the text is not a {@code SKILL.md} with a description
   */
  static Revision edited(Skill skill, String text) {
    SkillFile file = parse(text);
    boolean carries =
        file.name().equals(skill.name()) && file.metadata().getOrDefault(ID, "").equals(skill.id());
    String words = carries ? text : ours(text, file, skill.name(), skill.id());
    return Revision.after(skill).words(file.description(), words);
  }

  private static String ours(String text, SkillFile file, String name, String id) {
    try {
      return SkillFile.rewrite(text, name, file.description(), file.body(), Map.of(ID, id));
    } catch (SkillFileException e) {
      throw unreadable(e);
    }
  }

  // The message says it all; the cause is of a type that nobody outside knows.
  private static IllegalArgumentException unreadable(SkillFileException e) {
    return new IllegalArgumentException("the text is not a SKILL.md: " + e.getMessage());
  }

  private static SkillFile parse(String text) {
    try {
      SkillFile file = SkillFile.parse(text);
      if (file.description().isBlank() || file.body().isBlank()) {
        throw new IllegalArgumentException(
            "a SKILL.md needs a description in its front matter and a body after it");
      }
      return file;
    } catch (SkillFileException e) {
      throw unreadable(e);
    }
  }

  private String free(String wanted) {
    Set<String> taken =
        library.snapshot().skills().values().stream().map(Skill::name).collect(Collectors.toSet());
    return SkillNames.unique(SkillNames.slug(wanted), taken);
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
