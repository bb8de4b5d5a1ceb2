package dev.hivemind.core.publish;

import dev.hivemind.Skill;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import dev.hivemind.core.skillfile.SkillNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run that brings a reviewed root in step; what the review did not find untouched stays. */
final class Publication {
  private final Path root;
  private final Manifest before;
  private final AtomicFiles files;
  private final List<String> problems;
  private final Map<String, Manifest.Entry> after = new TreeMap<>();
  private final List<Path> written = new ArrayList<>();
  private final List<Path> removed = new ArrayList<>();
  private final Set<Path> changed = new TreeSet<>();
  private int unchanged;

  Publication(Path root, Optional<Manifest> before, AtomicFiles files, List<String> problems) {
    this.root = root;
    this.before = before.orElse(Manifest.EMPTY);
    this.files = files;
    this.problems = problems;
  }

  /** Writes and removes; returns what the manifest has to say from now on. */
  Manifest run(Review review, List<Skill> wanted) {
    Map<String, Skill> byId = new TreeMap<>();
    wanted.forEach(skill -> byId.put(skill.id(), skill));
    review
        .managed()
        .forEach(
            (id, file) -> {
              if (!byId.containsKey(id)) {
                withdraw(review, id, file);
              }
            });
    keepOccupiedPlaces(review, byId);
    byId.values().forEach(skill -> place(review, skill));
    // Before the manifest is written: it must never know of more than is on the disk.
    changed.stream().filter(Files::isDirectory).forEach(AtomicFiles::sync);
    return new Manifest(after);
  }

  PublishReport report() {
    written.sort(null);
    removed.sort(null);
    return new PublishReport(written, removed, unchanged, problems);
  }

  private void problem(String place, String problem) {
    problems.add(place + ": " + problem);
  }

  private void withdraw(Review review, String id, TreeFile file) {
    try {
      if (!review.untouched(id) || !stillAsSeen(file)) {
        problem(file.relative(), "no longer published, but a person changed it: left as it is");
        keep(id);
        return;
      }
      Files.delete(file.path());
      removed.add(file.path());
      tidy(file.path().getParent());
    } catch (IOException e) {
      problem(file.relative(), "cannot be removed: " + Trouble.of(e));
      keep(id);
    }
  }

  /** Removes the directory a file was removed from, unless there is more in it. */
  private void tidy(@Nullable Path directory) throws IOException {
    if (directory == null || directory.equals(root)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null && isEmpty(directory)) {
      Files.delete(directory);
      changed.add(parent);
    } else {
      changed.add(directory);
    }
  }

  /** Where somebody put something unreadable or foreign, what we wrote is not forgotten. */
  private void keepOccupiedPlaces(Review review, Map<String, Skill> wanted) {
    before
        .files()
        .forEach(
            (path, entry) -> {
              boolean open =
                  !review.managed().containsKey(entry.id()) && !wanted.containsKey(entry.id());
              if (open && Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                after.put(path, entry);
              }
            });
  }

  private void keep(String id) {
    before.pathOf(id).ifPresent(path -> before.at(path).ifPresent(entry -> after.put(path, entry)));
  }

  private void place(Review review, Skill skill) {
    String refusal = refusal(skill);
    if (!refusal.isEmpty()) {
      problem(skill.name(), refusal);
      keep(skill.id());
      return;
    }
    try {
      TreeFile present = review.managed().get(skill.id());
      if (present != null) {
        update(review, skill, present);
      } else {
        create(review, skill);
      }
    } catch (IOException e) {
      problem(skill.name(), "cannot be written: " + Trouble.of(e));
      keep(skill.id());
    }
  }

  /** Loaders fail for all skills when one is broken, so a broken text never gets out. */
  private static String refusal(Skill skill) {
    if (!SkillNames.valid(skill.name())) {
      return "not a name that can be published";
    }
    try {
      String id = TreeFile.idOf(SkillFile.parse(skill.text()));
      return id.equals(skill.id()) ? "" : "its text does not carry its id";
    } catch (SkillFileException e) {
      return "its text is not a SKILL.md: " + e.getMessage();
    }
  }

  private void update(Review review, Skill skill, TreeFile present) throws IOException {
    boolean same = present.hash().equals(Hash.ofSkill(skill.text()));
    boolean ours = review.untouched(skill.id()) && stillAsSeen(present);
    if (ours && !present.directory().equals(skill.name()) && review.wasNamedAfter(present)) {
      move(skill, present);
    } else if (same) {
      unchanged++;
      remember(present.relative(), skill);
    } else if (ours) {
      write(present.path(), skill);
    } else {
      problem(present.relative(), "a person changed it and nobody took note yet: left as it is");
      keep(skill.id());
    }
  }

  private void move(Skill skill, TreeFile present) throws IOException {
    String place = skill.name() + "/" + TreeFile.NAME;
    if (!free(root.resolve(skill.name()), false)) {
      problem(place, "something that is not ours has this place");
      keep(skill.id());
      return;
    }
    files.createDirectories(root.resolve(skill.name()));
    changed.add(root);
    Files.move(present.path(), root.resolve(place), StandardCopyOption.ATOMIC_MOVE);
    removed.add(present.path());
    tidy(present.path().getParent());
    write(root.resolve(place), skill);
  }

  private void create(Review review, Skill skill) throws IOException {
    if (review.deleted(skill.id())) {
      problem(skill.name(), "a person removed it and nobody took note yet: not brought back");
      keep(skill.id());
      return;
    }
    String place = skill.name() + "/" + TreeFile.NAME;
    boolean ours = before.at(place).filter(entry -> entry.id().equals(skill.id())).isPresent();
    if (!free(root.resolve(skill.name()), ours)) {
      problem(place, "something that is not ours has this place");
      keep(skill.id());
      return;
    }
    files.createDirectories(root.resolve(skill.name()));
    changed.add(root);
    write(root.resolve(place), skill);
  }

  private static boolean free(Path directory, boolean ours) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return isEmpty(directory)
        || (ours && !Files.exists(directory.resolve(TreeFile.NAME), LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private void write(Path target, Skill skill) throws IOException {
    Path directory = target.getParent();
    if (directory == null || !isReal(directory)) {
      throw new IOException("a link leads out of the root");
    }
    files.write(root, target, skill.text());
    changed.add(directory);
    written.add(target);
    remember(TreeFile.relative(root, target), skill);
  }

  /** Asked name by name, because a file system may spell a name in other letters than we do. */
  private boolean isReal(Path directory) {
    if (!directory.startsWith(root)) {
      return false;
    }
    Path part = root;
    for (Path name : root.relativize(directory)) {
      part = part.resolve(name);
      if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        return name.toString().isEmpty();
      }
    }
    return true;
  }

  private void remember(String place, Skill skill) {
    after.put(place, new Manifest.Entry(skill.id(), skill.revision(), Hash.ofSkill(skill.text())));
  }

  /** A last look: a person may have saved since the review. */
  private static boolean stillAsSeen(TreeFile file) throws IOException {
    return TreeFile.text(file.path()).equals(file.text());
  }
}
