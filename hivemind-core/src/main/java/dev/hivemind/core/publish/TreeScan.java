package dev.hivemind.core.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for SKILL.md files under a root: no link is followed, hidden directories are passed over,
 * at most {@value #DEPTH} levels and {@value #DIRECTORIES} directories are seen.
 */
final class TreeScan extends SimpleFileVisitor<Path> {
  static final int DEPTH = 6;
  static final int DIRECTORIES = 2_000;

  private final Path root;
  private final Looks looks;
  private final List<TreeFile> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int directories;

  private TreeScan(Path root, Looks looks) {
    this.root = root;
    this.looks = looks;
  }

  /** Returns what is under the real path of a root. */
  static Tree of(Path root, Looks looks) {
    looks.begin();
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return new Tree(List.of(), Tree.State.MISSING, List.of());
    }
    TreeScan scan = new TreeScan(root, looks);
    scan.walk();
    scan.files.sort(Comparator.comparing(TreeFile::relative));
    Tree.State state = scan.problems.isEmpty() ? Tree.State.SEEN : Tree.State.PARTLY_SEEN;
    return new Tree(scan.files, state, scan.problems);
  }

  private void walk() {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      problems.add("the root is not a directory");
      return;
    }
    try {
      Files.walkFileTree(root, Set.of(), DEPTH, this);
    } catch (IOException e) {
      problems.add("the root: " + Trouble.of(e));
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (!directory.equals(root) && directory.getFileName().toString().startsWith(".")) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (++directories > DIRECTORIES) {
      problems.add("the root has more than " + DIRECTORIES + " directories; the rest is not seen");
      return FileVisitResult.TERMINATE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()
        && file.getFileName().toString().equalsIgnoreCase(TreeFile.NAME)) {
      files.add(looks.at(root, file, attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    problems.add(TreeFile.relative(root, file) + ": " + Trouble.of(failure));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
    if (failure != null) {
      problems.add(TreeFile.relative(root, directory) + ": " + Trouble.of(failure));
    }
    return FileVisitResult.CONTINUE;
  }
}
