package dev.hivemind.core.publish;

import dev.hivemind.HivemindException;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      Tree tree = TreeScan.of(directory);
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

  private PublishReport publish(Root root, Path directory, List<Skill> wanted, Known known) {
    Tree tree = TreeScan.of(directory);
    if (tree.state() == Tree.State.MISSING && wanted.isEmpty()) {
      return new PublishReport(List.of(), List.of(), 0, List.of());
    }
    List<String> problems = new ArrayList<>(tree.problems());
    Optional<Manifest> manifest = manifest(directory, problems);
    AtomicFiles files = home.filter(directory::startsWith).isPresent() ? ownerOnly : shared;
    Publication publication = new Publication(directory, manifest, files, problems);
    try {
      files.createDirectories(directory);
      files.removeLeftover(directory);
      Manifest after = publication.run(review(root, directory, tree, manifest, known), wanted);
      save(directory, manifest, after);
    } catch (IOException e) {
      problems.add("the root or its manifest cannot be written: " + Trouble.of(e));
    }
    return publication.report();
  }

  private static Review review(
      Root root, Path directory, Tree tree, Optional<Manifest> manifest, Known known) {
    return manifest
        .map(past -> Review.of(new Baseline(root, directory, past, known), tree))
        .orElseGet(
            () -> Review.rebuild(new Baseline(root, directory, Manifest.EMPTY, known), tree));
  }

  private void save(Path directory, Optional<Manifest> before, Manifest after) throws IOException {
    if (!before.equals(Optional.of(after))) {
      manifests.write(directory, after);
    }
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

  /** Resolves links in what exists of the path: one root, one manifest, however it is named. */
  private static Path realPath(Path path) {
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
