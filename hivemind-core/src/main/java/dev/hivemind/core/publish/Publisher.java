package dev.hivemind.core.publish;

import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps roots in step with the library. {@link #decisions} says what people did to the files, the
 * library takes note, {@link #publish} writes the rest; what nobody took note of is never
 * overwritten, removed or brought back, however often one publishes.
 *
 * <p>Each file is replaced atomically and durably; the manifest comes last, so a crash in between
 * leaves files that are newer than the manifest, which the next review recognises by their text.
 * Thread-safe: one call at a time.
 */
public final class Publisher {
  private final Optional<Path> home;
  private final Manifests manifests;
  private final AtomicFiles ownerOnly;
  private final AtomicFiles shared;
  private final Map<Path, Looks> looks = new HashMap<>();
  // What the last publication of each root found, if that is still so.
  private final Map<Path, Tree> left = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  private Publisher(Optional<Path> home, Manifests manifests, String owner) {
    this.home = home;
    this.manifests = manifests;
    this.ownerOnly = AtomicFiles.ownerOnly(owner);
    this.shared = AtomicFiles.asUsual(owner);
  }

  /**
   * Returns a publisher whose manifests are kept in {@code <home>/roots}. Under the home,
   * directories are created with mode 0700 and files with 0600; elsewhere as the umask wants.
   *
   * @throws HivemindException if the home cannot be used
   */
  public static Publisher of(Path home) {
    try {
      AtomicFiles.ownerOnly("home").createDirectories(home);
      Path real = home.toRealPath();
      return new Publisher(
          Optional.of(real), new ManifestFiles(real.resolve("roots")), Hash.brief(real.toString()));
    } catch (IOException e) {
      throw new HivemindException(
          "the home " + home + " cannot be used (" + Trouble.of(e) + "): choose another", e);
    }
  }

  /** Returns a publisher that forgets what it wrote with the JVM: each start is a rebuild. */
  public static Publisher withoutHome() {
    String owner = UUID.randomUUID().toString();
    return new Publisher(Optional.empty(), Manifests.inMemory(), owner);
  }

  /**
   * Returns what people did to a root since it was last published, in the order of the paths;
   * changes nothing. Foreign and unreadable files are listed every time. A root that is missing
   * holds no decision; one that cannot be read is listed as unreadable.
   */
  public List<FileDecision> decisions(Root root, Known known) {
    lock.lock();
    try {
      Path directory = realPath(root.directory());
      Tree tree = look(directory);
      if (!tree.problems().isEmpty() && !Files.isDirectory(directory)) {
        return List.of(new FileDecision.Unreadable(directory, tree.problems().get(0)));
      }
      Optional<Manifest> manifest = manifest(directory, new ArrayList<>());
      return review(root, directory, tree, manifest, known).decisions();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Brings a root in step: of the skills given, those that are active and that the root admits are
   * there with their exact text, and no other of ours. Writes nothing if nothing changed. Failures
   * are in the report and do not stop the rest.
   */
  public PublishReport publish(Root root, List<Skill> active, Known known) {
    lock.lock();
    try {
      Path directory = realPath(root.directory());
      List<Skill> wanted =
          active.stream()
              .filter(skill -> skill.state() == SkillState.ACTIVE && root.admits(skill))
              .toList();
      return publish(root, directory, wanted, known);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns whether anything under a root is not as the last publication left it: whether people
   * may have done something. Reads what has changed and nothing else.
   */
  public boolean changed(Root root) {
    lock.lock();
    try {
      Path directory = realPath(root.directory());
      return !Optional.of(look(directory)).equals(Optional.ofNullable(left.get(directory)));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes what was published under roots of the home that are none any more, of one workspace,
   * and the roots; what a person put or changed there stays. Returns what could not be done.
   */
  public List<String> withdraw(String workspace, Collection<Root> current, Known known) {
    lock.lock();
    try {
      Set<Path> kept = new HashSet<>();
      current.forEach(root -> kept.add(realPath(root.directory())));
      List<String> problems = new ArrayList<>();
      for (Map.Entry<Path, Scope> root : manifests.roots().entrySet()) {
        Path directory = root.getKey();
        boolean former =
            home.filter(directory::startsWith).isPresent() && !kept.contains(directory);
        if (former && root.getValue().workspace().equals(workspace)) {
          Root bound = new Root(directory, root.getValue(), Root.Holds.SAVED_THERE);
          problems.addAll(publish(bound, directory, List.of(), known).problems());
          forget(directory);
        }
      }
      return problems;
    } catch (IOException e) {
      return List.of("the manifests cannot be read: " + Trouble.of(e));
    } finally {
      lock.unlock();
    }
  }

  private void forget(Path directory) throws IOException {
    if (manifests.read(directory).filter(one -> !one.files().isEmpty()).isPresent()) {
      return;
    }
    manifests.remove(directory);
    try {
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException e) {
      // What is left is not ours.
    }
  }

  /**
   * Replaces the text of a file a person wrote, unless it changed meanwhile: of a foreign one with
   * that of the skill it became, of an edited one with the same and its secrets masked.
   *
   * @throws IOException if it did, or cannot be written
   */
  public void replace(Root root, Path file, String before, String text) throws IOException {
    lock.lock();
    try {
      if (!TreeFile.text(file).equals(SkillFile.unix(before))) {
        throw new IOException("it was changed meanwhile");
      }
      Path directory = realPath(root.directory());
      filesUnder(directory).write(directory, file, text);
    } finally {
      lock.unlock();
    }
  }

  private Tree look(Path directory) {
    return TreeScan.of(
        directory, looks.computeIfAbsent(directory, one -> new Looks(System::nanoTime)));
  }

  private AtomicFiles filesUnder(Path directory) {
    return home.filter(directory::startsWith).isPresent() ? ownerOnly : shared;
  }

  private PublishReport publish(Root root, Path directory, List<Skill> wanted, Known known) {
    Tree tree = look(directory);
    left.put(directory, tree);
    if (tree.state() == Tree.State.MISSING && wanted.isEmpty()) {
      return new PublishReport(List.of(), List.of(), 0, List.of());
    }
    List<String> problems = new ArrayList<>(tree.problems());
    Optional<Manifest> manifest = manifest(directory, problems);
    AtomicFiles files = filesUnder(directory);
    Publication publication = new Publication(directory, manifest, files, problems);
    try {
      files.createDirectories(directory);
      files.removeLeftover(directory);
      Manifest after = publication.run(review(root, directory, tree, manifest, known), wanted);
      if (!manifest.equals(Optional.of(after))) {
        manifests.write(directory, root.scope(), after);
      }
    } catch (IOException e) {
      problems.add("the root or its manifest cannot be written: " + Trouble.of(e));
    } catch (ReadOnlyFileSystemException e) {
      problems.add("the root cannot be written: its file system is read-only");
    }
    PublishReport report = publication.report();
    if (!report.written().isEmpty() || !report.removed().isEmpty()) {
      left.remove(directory);
    }
    return report;
  }

  private static Review review(
      Root root, Path directory, Tree tree, Optional<Manifest> manifest, Known known) {
    return manifest
        .map(past -> Review.of(new Baseline(root, directory, past, known), tree))
        .orElseGet(
            () -> Review.rebuild(new Baseline(root, directory, Manifest.EMPTY, known), tree));
  }

  /** A manifest that cannot be read is as good as none: everything is rebuilt, nothing retired. */
  private Optional<Manifest> manifest(Path directory, List<String> problems) {
    try {
      return manifests.read(directory);
    } catch (IOException e) {
      problems.add("the root's manifest is lost, it is rebuilt: " + Trouble.of(e));
      return Optional.empty();
    }
  }

  /** Resolves links in what exists of a path: one root, one manifest, however it is named. */
  public static Path realPath(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path part = absolute; part != null; part = part.getParent()) {
      try {
        return part.toRealPath().resolve(part.relativize(absolute)).normalize();
      } catch (IOException e) {
        // Not there: its parent may be.
      }
    }
    return absolute;
  }
}
