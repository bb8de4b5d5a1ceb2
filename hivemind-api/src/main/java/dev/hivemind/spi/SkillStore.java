package dev.hivemind.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps every revision of every skill. Rows are opaque; a store needs no knowledge of what they
 * mean.
 *
 * <p>An implementation must be thread-safe. Each method is atomic. A method that fails throws an
 * unchecked exception, a {@link dev.hivemind.HivemindException} where it can name the way out, and
 * has changed nothing.
 *
 * <p><b>The reader's rule.</b> Once a caller has seen a change of version <i>v</i> in a workspace,
 * no change with a version below <i>v</i> may ever appear there. Gaps are allowed. A store in which
 * transactions can commit out of order must hold back the later one until the earlier one is
 * visible.
 */
public interface SkillStore extends AutoCloseable {
  /**
   * Saves a revision. Must be durable, and visible to {@link #newest}, {@link #history} and {@link
   * #changes}, when it returns. Of several callers that save the same revision exactly one must
   * succeed.
   *
   * @return the version of this change, above every earlier one of the workspace
   * @throws dev.hivemind.StaleRevisionException if the revision is not one more than the newest
   *     stored (1 when there is none)
   */
  long append(SkillRow row);

  /** Returns the newest revision, or empty if the id is unknown or was erased. */
  Optional<SkillRow> newest(String workspace, String id);

  /**
   * Returns every revision, oldest first; empty if the id is unknown or was erased. Of an id that
   * was saved again after erasing, the revisions since.
   */
  List<SkillRow> history(String workspace, String id);

  /**
   * Returns changes with a version above {@code after}, by ascending version, at most {@code
   * limit}. Must contain at least the newest revision of every skill that changed since; revisions
   * that a newer one replaced may be left out.
   */
  List<Change> changes(String workspace, long after, int limit);

  /** Returns every workspace that holds a row. */
  Set<String> workspaces();

  /**
   * Removes every revision of the skills for good and leaves one contentless row for each at a new
   * version, so that replicas learn of it: its revision is one more than the newest was, so that
   * the numbers go on. Ids that are unknown or already erased are ignored. When it returns, no byte
   * of the removed documents may remain in the store's files.
   */
  void erase(String workspace, Collection<String> ids);

  /**
   * Tells a listener of every workspace that holds a row, and from then on of each in which
   * somebody, in another process too, has saved or erased something: within two seconds while the
   * store can be reached, and now and then for nothing. It is called on a thread of the watch's,
   * one call at a time; one that throws must be called again for the same workspace. A store that
   * one process uses has nobody to tell of and may do nothing; that is the default.
   */
  default Watch watch(Consumer<String> listener) {
    return Watch.none();
  }

  /** Frees what the store holds. Idempotent. */
  @Override
  void close();
}
