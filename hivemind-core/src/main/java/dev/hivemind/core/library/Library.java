package dev.hivemind.core.library;

import dev.hivemind.Skill;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.skillfile.SkillNames;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The skills of one workspace. The store is the truth; the snapshot and the index are folds of its
 * changes, brought up to date by {@link #follow}. Thread-safe: the snapshot is read without a lock,
 * everything else one caller at a time. A store that fails throws; an index that fails is reported
 * and fed anew at the next {@link #follow}.
 */
public final class Library {
  private static final int PAGE = 500;

  private final String workspace;
  private final SkillStore store;
  private final SkillIndex index;
  private final Redactor redactor;
  private final Consumer<RuntimeException> failures;
  private final Consumer<LibrarySnapshot> changes;
  private final ReentrantLock lock = new ReentrantLock();
  // Revisions of skills that are not in the snapshot, erased or unreadable: their numbers go on.
  private final Map<String, Integer> absent = new HashMap<>();
  // Skills whose erasing has begun and not ended: silent already, and erased by the next attempt.
  private final Map<String, Skill> erasing = new LinkedHashMap<>();
  private volatile Set<String> keptFree = Set.of();
  private volatile LibrarySnapshot snapshot = LibrarySnapshot.EMPTY;

  /**
   * Creates an empty one; {@link #follow} fills it. What is survived is told to {@code failures}.
   */
  public Library(
      String workspace,
      SkillStore store,
      RecallEngine engine,
      Consumer<RuntimeException> failures) {
    this(workspace, store, engine, text -> text, failures, snapshot -> {});
  }

  /**
   * Creates one that tells {@code changes} of every new snapshot before its change returns; {@code
   * redactor} masks secrets in what people write.
   */
  public Library(
      String workspace,
      SkillStore store,
      RecallEngine engine,
      Redactor redactor,
      Consumer<RuntimeException> failures,
      Consumer<LibrarySnapshot> changes) {
    this.workspace = workspace;
    this.store = store;
    this.redactor = redactor;
    this.index = new SkillIndex(workspace, engine);
    this.failures = failures;
    this.changes = changes;
  }

  /** Returns a person's or a file's words with every secret masked. */
  public String masked(String words) {
    return redactor.redact(words);
  }

  /** Returns the state as of the last {@link #follow}. */
  public LibrarySnapshot snapshot() {
    return snapshot;
  }

  /** Takes note of what came of the skills so far; {@link #snapshot} holds it from now on. */
  public void records(Map<String, TrackRecord> records) {
    lock.lock();
    try {
      snapshot = snapshot.with(records);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has names kept free: those of directories under published roots that are not ours. They replace
   * the ones given before.
   */
  public void keepFree(Set<String> names) {
    keptFree = Set.copyOf(names);
  }

  /**
   * Returns the wanted name if no other skill and no foreign directory has it, else one like it.
   */
  public String free(String wanted) {
    return free(wanted, "");
  }

  /** Returns the same for a skill that may have a name already. */
  public String free(String wanted, String id) {
    Set<String> taken = new HashSet<>(keptFree);
    snapshot.skills().values().stream()
        .filter(one -> !one.id().equals(id))
        .forEach(one -> taken.add(one.name()));
    return SkillNames.unique(SkillNames.slug(wanted), taken);
  }

  /** Returns the number the next revision of a skill must have. */
  public int nextRevision(String id) {
    lock.lock();
    try {
      return snapshot.byId(id).map(Skill::revision).orElseGet(() -> absent.getOrDefault(id, 0)) + 1;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Saves a revision; when it returns, the revision is durable, in the snapshot and in the index.
   *
   * @throws dev.hivemind.StaleRevisionException if it is not the next one; the snapshot holds the
   *     newest then
   */
  public Skill save(Skill next) {
    lock.lock();
    try {
      store.append(SkillCodec.encode(next));
      return next;
    } finally {
      try {
        follow();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Returns whether the index holds what the snapshot holds. */
  public boolean indexed() {
    try {
      return index.holds(snapshot);
    } catch (RuntimeException e) {
      failures.accept(e);
      return false;
    }
  }

  /** Returns every revision of a skill, oldest first. */
  public List<Skill> history(String id) {
    return store.history(workspace, id).stream()
        .filter(row -> !row.erased())
        .map(SkillCodec::decode)
        .toList();
  }

  /**
   * Removes skills for good: silent in the snapshot before the store begins, gone from store and
   * index on return. Takes along what an earlier call could not finish because the store failed.
   *
   * @return the skills that are gone now, as they were
   */
  public List<Skill> erase(Collection<String> ids) {
    lock.lock();
    try {
      ids.forEach(id -> snapshot.byId(id).ifPresent(skill -> erasing.put(id, skill)));
      Map<String, Optional<Skill>> gone = new HashMap<>();
      erasing.keySet().forEach(id -> gone.put(id, Optional.empty()));
      snapshot = snapshot.after(snapshot.version(), gone);
      store.erase(workspace, List.copyOf(erasing.keySet()));
      follow();
      index.rebuild(snapshot);
      List<Skill> erased = List.copyOf(erasing.values());
      erasing.clear();
      return erased;
    } finally {
      lock.unlock();
    }
  }

  /** Reads what is new in the store, whoever saved it, and brings snapshot and index up to it. */
  public void follow() {
    lock.lock();
    try {
      LibrarySnapshot before = snapshot;
      List<Change> page;
      do {
        page = store.changes(workspace, snapshot.version(), PAGE);
        take(page);
      } while (page.size() == PAGE);
      reindex(before);
      changes.accept(snapshot);
    } finally {
      lock.unlock();
    }
  }

  private void take(List<Change> page) {
    if (page.isEmpty()) {
      return;
    }
    Map<String, Optional<Skill>> changed = new HashMap<>();
    for (Change change : page) {
      SkillRow row = change.row();
      Optional<Skill> skill = row.erased() ? Optional.empty() : decode(row);
      if (skill.isEmpty()) {
        absent.put(row.id(), row.revision());
      }
      changed.put(row.id(), skill);
    }
    snapshot = snapshot.after(page.get(page.size() - 1).version(), changed);
  }

  private Optional<Skill> decode(SkillRow row) {
    try {
      return Optional.of(SkillCodec.decode(row));
    } catch (RuntimeException e) {
      failures.accept(e);
      return Optional.empty();
    }
  }

  // Of what somebody erased no byte may be left in the index, which keeps removed entries a while.
  private void reindex(LibrarySnapshot before) {
    try {
      if (snapshot.skills().keySet().containsAll(before.skills().keySet())) {
        index.follow(before, snapshot);
      } else {
        index.rebuild(snapshot);
      }
    } catch (RuntimeException e) {
      failures.accept(e);
    }
  }
}
