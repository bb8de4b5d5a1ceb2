package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.text.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Skills somebody brought from elsewhere: each a candidate that nobody vouches for. What a file
 * says of its name, its id and its scope is a wish.
 */
public final class Imported {
  private static final Pattern ID = Pattern.compile("[a-z]-[a-z0-9-]{8,80}");

  private final Library library;
  private final Scope scope;
  private final Author by;
  private final Instant at;

  /** Returns whether an id may be one that an installation gave to a skill of its own. */
  public static boolean mayBeGiven(String id) {
    return ID.matcher(id).matches() && !id.startsWith(Waiting.PREFIX);
  }

  /** Creates for what is brought into a scope by a person. */
  public Imported(Library library, Scope scope, Author by, Instant at) {
    this.library = library;
    this.scope = scope;
    this.by = by;
    this.at = at;
  }

  /**
   * Returns the first revision of a skill, or empty if its text is known.
   *
   * @throws IllegalArgumentException if it is not a {@code SKILL.md} with a description and a body
   */
  public Optional<Skill> skill(String brought, Optional<SkillDocument> grounds) {
    String text = library.masked(brought);
    SkillFile file = SkillText.parse(text);
    Scope where = grounds.map(one -> place(one.scope())).orElse(scope);
    Optional<String> id = id(file, text, where, grounds);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String name = library.free(file.name().isBlank() ? file.description() : file.name());
    return Optional.of(
        new Skill(
            id.get(),
            library.nextRevision(id.get()),
            where,
            name,
            file.description(),
            SkillText.of(text, name, id.get()),
            grounds.map(SkillDocument::situations).orElse(List.of()),
            grounds.map(one -> one.evidenceIn(where)).orElse(List.of()),
            Role.IMPORT,
            SkillState.CANDIDATE,
            "",
            by,
            Screening.of(text).reason("imported"),
            at));
  }

  /** Where it was if that is here or below; else as deep below as it was below its workspace. */
  private Scope place(Scope was) {
    if (scope.contains(was)) {
      return was;
    }
    String path = was.toString().substring(was.workspace().length());
    return Scope.of(scope + path);
  }

  private Optional<String> id(
      SkillFile file, String text, Scope where, Optional<SkillDocument> grounds) {
    String said = file.metadata().getOrDefault(SkillText.ID, "");
    boolean agrees = grounds.filter(one -> !one.id().equals(said)).isEmpty();
    String wish = agrees && mayBeGiven(said) ? said : Digest.id("i-", where.toString(), text);
    if (isKnown(wish, text)) {
      return Optional.empty();
    }
    String own = Digest.id("i-", where.toString(), text);
    boolean taken = library.snapshot().byId(wish).isPresent();
    return taken
        ? Optional.of(own).filter(one -> library.snapshot().byId(one).isEmpty())
        : Optional.of(wish);
  }

  private boolean isKnown(String id, String text) {
    return library.history(id).stream().anyMatch(one -> SkillFile.sameText(one.text(), text));
  }
}
