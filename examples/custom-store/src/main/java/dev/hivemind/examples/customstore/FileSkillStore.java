package dev.hivemind.examples.customstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hivemind.HivemindException;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A skill store over plain files, one a revision, and all of it on the heap as well: for some
 * thousands of skills. {@code <version>.row} holds a line of keys and then the document; {@code
 * <version>.erased} holds a line for each skill that was erased at once. A file appears whole by an
 * atomic move, after its bytes were forced to the disk, and that is the moment a change is made.
 * Thread-safe; one holder at a time.
 */
public final class FileSkillStore implements SkillStore {
  private final Path directory;
  private final FileChannel held;
  private final ReentrantLock lock = new ReentrantLock();
  private final NavigableMap<Long, SkillRow> rows = new TreeMap<>();
  private final Map<Key, SkillRow> newest = new HashMap<>();
  // Erased, but their files could not be removed yet.
  private final Set<Long> doomed = new HashSet<>();

  private record Key(String workspace, String id) {
    static Key of(SkillRow row) {
      return new Key(row.workspace(), row.id());
    }
  }

  private FileSkillStore(Path directory, FileChannel held) {
    this.directory = directory;
    this.held = held;
  }

  /**
   * Opens what is in a directory, or creates it.
   *
   * @throws HivemindException if somebody else holds it or it cannot be read
   */
  public static FileSkillStore open(Path directory) {
    try {
      Files.createDirectories(directory);
      FileSkillStore store = new FileSkillStore(directory, hold(directory.resolve("lock")));
      store.load();
      return store;
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  @Override
  public long append(SkillRow row) {
    return locked(
        () -> {
          int stored =
              Optional.ofNullable(newest.get(Key.of(row))).map(SkillRow::revision).orElse(0);
          if (row.revision() != stored + 1) {
            throw new StaleRevisionException(row.id(), row.revision(), stored);
          }
          long version = next();
          write(file(version, ".row"), line(row) + row.document());
          put(version, row);
          return version;
        });
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    return locked(
        () -> Optional.ofNullable(newest.get(new Key(workspace, id))).filter(row -> !row.erased()));
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    Key key = new Key(workspace, id);
    return locked(
        () ->
            rows.values().stream()
                .filter(row -> Key.of(row).equals(key) && !row.erased())
                .toList());
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    return locked(
        () ->
            rows.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getValue().workspace().equals(workspace))
                .limit(limit)
                .map(entry -> new Change(entry.getKey(), entry.getValue()))
                .toList());
  }

  @Override
  public Set<String> workspaces() {
    return locked(
        () -> rows.values().stream().map(SkillRow::workspace).collect(Collectors.toSet()));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    locked(
        () -> {
          List<SkillRow> erased = new ArrayList<>();
          for (String id : new LinkedHashSet<>(ids)) {
            SkillRow last = newest.get(new Key(workspace, id));
            if (last != null && !last.erased()) {
              erased.add(new SkillRow(workspace, last.scope(), id, last.revision() + 1, ""));
            }
          }
          if (!erased.isEmpty()) {
            long version = next();
            write(
                file(version, ".erased"),
                erased.stream().map(FileSkillStore::line).collect(Collectors.joining()));
            putErased(version, erased);
          }
          sweep();
          return erased;
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      held.close();
    } catch (IOException e) {
      throw failed(directory, e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      if (!held.isOpen()) {
        throw new IllegalStateException("the store in " + directory + " is closed");
      }
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private long next() {
    return rows.isEmpty() ? 1 : rows.lastKey() + 1;
  }

  private void put(long version, SkillRow row) {
    rows.put(version, row);
    newest.put(Key.of(row), row);
  }

  // What was erased leaves the heap at once and the directory in the next sweep.
  private void putErased(long first, List<SkillRow> erased) {
    Set<Key> keys = erased.stream().map(Key::of).collect(Collectors.toSet());
    rows.headMap(first).forEach((version, row) -> doom(version, row, keys));
    rows.keySet().removeAll(doomed);
    for (int i = 0; i < erased.size(); i++) {
      put(first + i, erased.get(i));
    }
  }

  private void doom(long version, SkillRow row, Set<Key> keys) {
    if (!row.erased() && keys.contains(Key.of(row))) {
      doomed.add(version);
    }
  }

  private void sweep() {
    try {
      for (long version : List.copyOf(doomed)) {
        Files.deleteIfExists(file(version, ".row"));
        force(directory);
        doomed.remove(version);
      }
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private void load() throws IOException {
    Set<Path> files = new TreeSet<>();
    try (Stream<Path> all = Files.list(directory)) {
      all.forEach(files::add);
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".tmp")) {
        Files.delete(file);
      } else if (name.endsWith(".row") || name.endsWith(".erased")) {
        load(Long.parseLong(name.substring(0, name.indexOf('.'))), Files.readString(file, UTF_8));
      }
    }
    sweep();
  }

  private void load(long version, String text) {
    int end = text.indexOf('\n') + 1;
    SkillRow first = row(text.substring(0, end), text.substring(end));
    if (Files.exists(file(version, ".row"))) {
      put(version, first);
    } else {
      putErased(version, text.lines().map(line -> row(line, "")).toList());
    }
  }

  private Path file(long version, String ending) {
    return directory.resolve("%019d%s".formatted(version, ending));
  }

  // Keys may hold anything; encoded they hold neither a blank nor a line end.
  private static String line(SkillRow row) {
    return Stream.of(row.workspace(), row.scope(), row.id(), Integer.toString(row.revision()))
        .map(key -> URLEncoder.encode(key, UTF_8))
        .collect(Collectors.joining(" ", "", "\n"));
  }

  private static SkillRow row(String line, String document) {
    String[] keys = line.strip().split(" ", -1);
    return new SkillRow(
        decoded(keys[0]), decoded(keys[1]), decoded(keys[2]), Integer.parseInt(keys[3]), document);
  }

  private static String decoded(String key) {
    return URLDecoder.decode(key, UTF_8);
  }

  private void write(Path file, String text) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, text, UTF_8);
      force(temporary);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    } catch (IOException e) {
      // A call that fails must have changed nothing.
      temporary.toFile().delete();
      file.toFile().delete();
      throw failed(file, e);
    }
  }

  private static void force(Path path) throws IOException {
    boolean directory = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static FileChannel hold(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock got = null;
    try {
      got = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      got = null;
    }
    if (got == null) {
      channel.close();
      throw new HivemindException(file + " is held by somebody else: close that store first");
    }
    return channel;
  }

  private static HivemindException failed(Path path, IOException cause) {
    return new HivemindException(path + " could not be read or written", cause);
  }
}
