package dev.hivemind.core.learn;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Authored;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.Revision;
import dev.hivemind.core.library.Screening;
import dev.hivemind.core.library.Waiting;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillNames;
import dev.hivemind.core.skillfile.TextMerge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people decided in the files, as revisions. What stands in a file is saved as it stands
 * before anything is made of it, so that the file is known from then on.
 */
final class Decided {
  private static final String PUT_BACK = "put back in its file";
  private static final String DELETED = "its file was deleted";

  private final Library library;
  private final Author files;
  private final Instant at;

  Decided(Library library, Author files, Instant at) {
    this.library = library;
    this.files = files;
    this.at = at;
  }

  /**
   * A person's text wins. Where the library went on from the same base, both changes are merged if
   * the lines allow it; else the library's words wait beside it.
   */
  void edited(String id, int base, String text) {
    Optional<Skill> newest = library.snapshot().byId(id);
    if (newest.isEmpty()) {
      return;
    }
    Skill ours = newest.get();
    Optional<Skill> before = revision(ours.id(), one -> one.revision() == base);
    SkillFile file = SkillFile.parse(text);
    Screening screening = Screening.of(text);
    Skill theirs =
        library.save(
            Revision.after(ours)
                .words(file.description().isEmpty() ? ours.description() : file.description(), text)
                .state(screening.state(SkillState.ACTIVE))
                .pinnedBy(files.id())
                .by(files, screening.reason("edited in its file"), at));
    before
        .filter(one -> !SkillFile.sameText(one.text(), ours.text()))
        .ifPresent(one -> together(one, ours, theirs));
    called(id, file.name());
  }

  private void together(Skill base, Skill ours, Skill theirs) {
    Optional<String> merged =
        TextMerge.of(base.text(), ours.text(), theirs.text()).filter(text -> isWhole(text, ours));
    if (merged.isEmpty()) {
      String reason =
          "revision " + ours.revision() + " and a person's edit of '" + ours.name() + "' meet";
      Waiting.revision(library, ours, ours.author(), reason, at).ifPresent(library::save);
    } else if (!merged.get().equals(theirs.text())) {
      library.save(
          Revision.after(theirs)
              .words(SkillFile.parse(merged.get()).description(), merged.get())
              .by(files, "merged with revision " + ours.revision(), at));
    }
  }

  private static boolean isWhole(String text, Skill skill) {
    try {
      SkillFile file = SkillFile.parse(text);
      return !file.description().isBlank()
          && !file.body().isBlank()
          && file.metadata().containsValue(skill.id());
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** A name in the text that a skill may have and nobody else has is its name; others are not. */
  private void called(String id, String name) {
    Skill skill = library.snapshot().byId(id).orElseThrow();
    if (name.equals(skill.name())) {
      return;
    }
    String free = library.free(name, id);
    String now = free.equals(name) ? name : skill.name();
    library.save(
        Revision.after(skill)
            .named(now)
            .by(files, now.equals(name) ? "renamed in its file" : "its own name in its file", at));
  }

  /** Returns whether the skill has the name of its directory now. */
  boolean renamed(String id, String name) {
    Optional<Skill> skill = library.snapshot().byId(id);
    boolean free = library.free(name, id).equals(name) && SkillNames.valid(name);
    if (skill.isPresent() && free) {
      library.save(
          Revision.after(skill.get()).named(name).by(files, "its directory was renamed", at));
    }
    return free;
  }

  /**
   * An older text was put back. It is pinned, unless it is what stood there before people began to
   * put back and delete: whoever returns from another branch has decided nothing.
   */
  void selected(String id, int revision) {
    Optional<Skill> newest = library.snapshot().byId(id);
    Optional<Skill> old = revision(id, one -> one.revision() == revision);
    if (newest.isEmpty() || old.isEmpty()) {
      return;
    }
    Optional<Skill> settled = revision(id, one -> !isToggle(one));
    boolean back =
        settled
            .filter(one -> one.state() == SkillState.ACTIVE)
            .filter(one -> SkillFile.sameText(one.text(), old.get().text()))
            .isPresent();
    library.save(
        Revision.after(newest.get())
            .wordsOf(old.get(), library)
            .state(SkillState.ACTIVE)
            .pinnedBy(back ? settled.get().pinnedBy() : files.id())
            .by(files, "revision " + revision + " was " + PUT_BACK, at));
  }

  private boolean isToggle(Skill one) {
    return one.author().equals(files)
        && (one.reason().endsWith(PUT_BACK) || one.reason().equals(DELETED));
  }

  /** Returns the newest revision of that kind. */
  private Optional<Skill> revision(String id, Predicate<Skill> kind) {
    List<Skill> history = library.history(id);
    for (int i = history.size() - 1; i >= 0; i--) {
      if (kind.test(history.get(i))) {
        return Optional.of(history.get(i));
      }
    }
    return Optional.empty();
  }

  void deleted(String id) {
    library
        .snapshot()
        .byId(id)
        .map(one -> Revision.after(one).state(SkillState.DELETED).by(files, DELETED, at))
        .ifPresent(library::save);
  }

  /** Another installation's skill waits as a candidate. */
  void arrived(Scope scope, String id, String text) {
    Author importer = new Author(files.id(), Role.IMPORT);
    library.save(
        new Authored(library, scope).byImport(id, text, importer, "arrived with its file", at));
  }
}
