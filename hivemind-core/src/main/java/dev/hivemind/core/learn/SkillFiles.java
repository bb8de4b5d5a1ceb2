package dev.hivemind.core.learn;

import dev.hivemind.Author;
import dev.hivemind.HivemindException;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.core.library.Authored;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.Revision;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.publish.FileDecision;
import dev.hivemind.core.publish.FileDecision.Arrived;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import dev.hivemind.core.publish.FileDecision.Foreign;
import dev.hivemind.core.publish.FileDecision.Selected;
import dev.hivemind.core.publish.FileDecision.Unreadable;
import dev.hivemind.core.publish.Known;
import dev.hivemind.core.publish.Publisher;
import dev.hivemind.core.publish.Root;
import dev.hivemind.core.skillfile.SkillFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The files of one workspace: what people did in them becomes revisions signed by whoever may write
 * there, an owner; then the files are brought in step. Not thread-safe: its workspace calls it
 * under its lock.
 */
public final class SkillFiles {
  /** Who may write into a root decides over it. */
  private static final Author FILES = Author.owner("files");

  private final String workspace;
  private final Publisher publisher;
  private final Optional<Path> home;
  private final List<Root> named;
  private final InstantSource clock;
  private final Monitor monitor;

  /** Creates; {@code named} are the roots the host gave, of any workspace. */
  public SkillFiles(
      String workspace,
      Publisher publisher,
      Optional<Path> home,
      Map<Path, Scope> named,
      InstantSource clock,
      Monitor monitor) {
    this.workspace = workspace;
    this.publisher = publisher;
    this.home = home;
    this.named =
        named.entrySet().stream()
            .filter(one -> one.getValue().workspace().equals(workspace))
            .map(one -> new Root(one.getKey(), one.getValue(), Root.Holds.VISIBLE_THERE))
            .toList();
    this.clock = clock;
    this.monitor = monitor;
  }

  private record InLibrary(Library library) implements Known {
    @Override
    public Optional<Skill> newest(String id) {
      return library.snapshot().byId(id);
    }

    @Override
    public List<Skill> history(String id) {
      return library.history(id);
    }
  }

  private List<Root> roots(Library library) {
    Set<String> scopes = new TreeSet<>(List.of(workspace));
    library.snapshot().skills().values().forEach(skill -> scopes.add(skill.scope().toString()));
    List<Root> roots = new ArrayList<>(named);
    home.ifPresent(path -> scopes.forEach(scope -> roots.add(Root.of(path, Scope.of(scope)))));
    return roots;
  }

  /** Makes revisions of what people did in the files. */
  void takeIn(Library library) {
    Known known = new InLibrary(library);
    for (Root root : roots(library)) {
      for (FileDecision decision : publisher.decisions(root, known)) {
        try {
          take(decision, root, library);
        } catch (StaleRevisionException e) {
          // Somebody else was faster; what stands in the file is looked at again next time.
          monitor.failed("taking in a file", e);
        }
      }
    }
  }

  private void take(FileDecision decision, Root root, Library library) {
    if (decision instanceof Edited edit) {
      revise(library, edit.id(), skill -> edited(skill, edit));
    } else if (decision instanceof Selected selected) {
      revise(library, selected.id(), skill -> selected(skill, selected, library));
    } else if (decision instanceof Deleted deleted) {
      revise(library, deleted.id(), this::deleted);
    } else if (decision instanceof Arrived arrived) {
      Author importer = new Author(FILES.id(), Role.IMPORT);
      library.save(
          new Authored(library, root.scope())
              .byImport(
                  arrived.id(),
                  arrived.text(),
                  importer,
                  "arrived with its file",
                  clock.instant()));
    } else if (decision instanceof Unreadable unreadable) {
      monitor.problem(
          "a skill file cannot be read: " + unreadable.path() + ": " + unreadable.message());
    }
  }

  private static void revise(Library library, String id, Function<Skill, Skill> next) {
    library.snapshot().byId(id).map(next).ifPresent(library::save);
  }

  private Skill edited(Skill skill, Edited edit) {
    String description = SkillFile.parse(edit.text()).description();
    return Revision.after(skill)
        .words(description.isEmpty() ? skill.description() : description, edit.text())
        .state(SkillState.ACTIVE)
        .pinnedBy(FILES.id())
        .by(FILES, "edited in its file", clock.instant());
  }

  private Skill selected(Skill skill, Selected selected, Library library) {
    Skill old =
        library.history(skill.id()).stream()
            .filter(one -> one.revision() == selected.revision())
            .findFirst()
            .orElse(skill);
    return Revision.after(skill)
        .words(old.description(), old.text())
        .state(SkillState.ACTIVE)
        .pinnedBy(FILES.id())
        .by(FILES, "revision " + old.revision() + " was put back in its file", clock.instant());
  }

  private Skill deleted(Skill skill) {
    return Revision.after(skill)
        .state(SkillState.DELETED)
        .by(FILES, "its file was deleted", clock.instant());
  }

  /** Brings every root in step with the library. */
  void publish(Library library) {
    List<Skill> active = library.snapshot().active();
    Known known = new InLibrary(library);
    for (Root root : roots(library)) {
      publisher.publish(root, active, known).problems().forEach(monitor::problem);
    }
  }

  /** Returns the files that are not ours under the roots bound to a scope. */
  List<Path> foreign(Scope scope, Library library) {
    return roots(library).stream()
        .filter(root -> root.scope().equals(scope))
        .flatMap(root -> publisher.decisions(root, new InLibrary(library)).stream())
        .filter(Foreign.class::isInstance)
        .map(foreign -> ((Foreign) foreign).path())
        .toList();
  }

  /** Takes a foreign file into the library; its own text gets our id at the next publication. */
  Skill adopt(Path file, Scope scope, Author by, Library library) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!foreign(scope, library).contains(absolute)) {
      throw new IllegalArgumentException(
          "file "
              + file
              + " is not a foreign skill under a root of scope "
              + scope
              + ": foreign() lists them");
    }
    try {
      Authored authored = new Authored(library, scope);
      Skill adopted =
          library.save(
              authored.byPerson(Files.readString(absolute), by, "adopted", clock.instant()));
      Files.writeString(absolute, adopted.text());
      return adopted;
    } catch (IOException e) {
      throw new HivemindException("file " + file + " cannot be adopted: " + e.getMessage(), e);
    }
  }
}
