package dev.hivemind.core.learn;

import dev.hivemind.Author;
import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.core.library.Authored;
import dev.hivemind.core.library.Imported;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.Screening;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.publish.FileDecision;
import dev.hivemind.core.publish.FileDecision.Arrived;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import dev.hivemind.core.publish.FileDecision.Foreign;
import dev.hivemind.core.publish.FileDecision.Renamed;
import dev.hivemind.core.publish.FileDecision.Selected;
import dev.hivemind.core.publish.FileDecision.Unreadable;
import dev.hivemind.core.publish.Known;
import dev.hivemind.core.publish.Publisher;
import dev.hivemind.core.publish.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
  // Names of directories that are not ours.
  private Set<String> foreign = Set.of();
  // Roots of an earlier process are looked for once.
  private List<Root> published;

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
    this.published = List.of(new Root(Path.of(""), Scope.of(workspace), Root.Holds.SAVED_THERE));
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

  /** Returns whether people may have done something in the files since they were published. */
  boolean changed(Library library) {
    return roots(library).stream().anyMatch(publisher::changed);
  }

  /** Makes revisions of what people did in the files. */
  void takeIn(Library library) {
    Known known = new InLibrary(library);
    Set<String> names = new HashSet<>();
    for (Root root : roots(library)) {
      for (FileDecision decision : publisher.decisions(root, known)) {
        foreign(decision).ifPresent(file -> names.add(directory(file)));
        try {
          take(decision, root, library);
        } catch (StaleRevisionException | IllegalArgumentException | UncheckedIOException e) {
          // Somebody else was faster, or it makes no skill; what stands in the file is looked at
          // again next time.
          monitor.failed("taking in a file", e);
        }
      }
    }
    library.keepFree(names);
    foreign = Set.copyOf(names);
  }

  private static String directory(Path file) {
    Path directory = file.getParent();
    Path name = directory == null ? null : directory.getFileName();
    return name == null ? "" : name.toString();
  }

  private void take(FileDecision decision, Root root, Library library) {
    Decided decided = new Decided(library, FILES, clock.instant());
    if (foreign(decision).isPresent()) {
      return;
    }
    if (decision instanceof Edited edit) {
      decided.edited(edit.id(), edit.base(), screened(edit, root, library));
    } else if (decision instanceof Renamed renamed) {
      if (!decided.renamed(renamed.id(), renamed.name())) {
        monitor.problem(
            "the name of the directory " + renamed.name() + " is taken: its skill keeps its own");
      }
    } else if (decision instanceof Selected selected) {
      decided.selected(selected.id(), selected.revision());
    } else if (decision instanceof Deleted deleted) {
      decided.deleted(deleted.id());
    } else if (decision instanceof Arrived arrived && holdsSecret(arrived.text(), library)) {
      monitor.problem("a file that arrived holds a secret, it is not taken in: " + arrived.path());
    } else if (decision instanceof Arrived arrived) {
      decided.arrived(root.scope(), arrived.id(), arrived.text());
    } else if (decision instanceof Unreadable unreadable) {
      monitor.problem(
          "a skill file cannot be read: " + unreadable.path() + ": " + unreadable.message());
    }
  }

  private static boolean holdsSecret(String text, Library library) {
    return !library.masked(text).equals(text);
  }

  // The one time a person's file is written over: a secret is to stand nowhere, and a file that
  // says something else than the library would look like another edit.
  private String screened(Edited edit, Root root, Library library) {
    Screening screening = Screening.of(edit.text());
    if (screening.waits()) {
      monitor.problem(
          "a skill file holds " + screening.inWords() + ", approve it or not: " + edit.path());
    }
    if (!holdsSecret(edit.text(), library)) {
      return edit.text();
    }
    monitor.problem("a secret was masked in a skill file: " + edit.path());
    try {
      String masked = library.masked(edit.text());
      publisher.replace(root, edit.path(), edit.text(), masked);
      return masked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings every root in step with the library. */
  void publish(Library library) {
    List<Skill> active = library.snapshot().active();
    Known known = new InLibrary(library);
    List<Root> roots = roots(library);
    for (Root root : roots) {
      publisher.publish(root, active, known).problems().forEach(monitor::problem);
    }
    if (!roots.containsAll(published)) {
      publisher.withdraw(workspace, roots, known).forEach(monitor::problem);
    }
    published = roots;
  }

  /** Returns the files that are not ours under the roots bound to a scope. */
  List<Path> foreign(Scope scope, Library library) {
    return roots(library).stream()
        .filter(root -> root.scope().equals(scope))
        .flatMap(root -> foreign(root, library).stream())
        .toList();
  }

  private List<Path> foreign(Root root, Library library) {
    return publisher.decisions(root, new InLibrary(library)).stream()
        .flatMap(decision -> foreign(decision).stream())
        .toList();
  }

  /** A file under an id that no installation gives is somebody's own, too. */
  private static Optional<Path> foreign(FileDecision decision) {
    if (decision instanceof Arrived one && !Imported.mayBeGiven(one.id())) {
      return Optional.of(one.path());
    }
    return decision instanceof Foreign one ? Optional.of(one.path()) : Optional.empty();
  }

  /** Takes a foreign file into the library; its own text gets our id at the next publication. */
  Skill adopt(Path file, Scope scope, Author by, Library library) {
    Path absolute = Publisher.realPath(file);
    Optional<Root> root =
        roots(library).stream()
            .filter(one -> one.scope().equals(scope) && foreign(one, library).contains(absolute))
            .findFirst();
    if (root.isEmpty()) {
      throw new IllegalArgumentException(
          "file "
              + file
              + " is not a foreign skill under a root of scope "
              + scope
              + ": foreign() lists them");
    }
    try {
      String text = Files.readString(absolute);
      Set<String> others = new HashSet<>(foreign);
      others.remove(directory(absolute));
      library.keepFree(others);
      Skill adopted =
          library.save(new Authored(library, scope).byPerson(text, by, "adopted", clock.instant()));
      publisher.replace(root.get(), absolute, text, adopted.text());
      return adopted;
    } catch (IOException e) {
      throw new HivemindException("file " + file + " cannot be adopted: " + e.getMessage(), e);
    }
  }
}
