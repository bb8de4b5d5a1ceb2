package dev.hivemind.spi;

import java.util.List;

/**
 * Finds the skills that share words with a text: the first stage of recall. It ranks; whether
 * anything is shown is the core's to decide.
 *
 * <p>An index is derived: it is fed from {@link SkillStore#changes} alone and remembers the version
 * it has. One that lost anything says version 0 and is fed anew. An implementation must be
 * thread-safe, must not block a search on an {@link #apply}, and need not be durable.
 */
public interface RecallEngine extends AutoCloseable {
  /**
   * Returns the version of the last {@link #apply} for the workspace, or 0. Never above what
   * searches see.
   */
  long version(String workspace);

  /**
   * Adds, replaces and removes entries by id. All are visible to searches that begin after it
   * returned, none before; then {@link #version} returns the given version. After a crash the index
   * is at this version or at an earlier one, whole.
   */
  void apply(String workspace, List<IndexEntry> entries, long version);

  /**
   * Returns candidates, best first, ties by id. Scope and tool must be filtered before anything is
   * scored, so that a skill which may not be seen takes no room and no part in the limit. The same
   * query over the same entries must give the same answer. A text without a known word gives an
   * empty list.
   */
  List<Candidate> candidates(CandidateQuery query);

  /**
   * Removes the workspace's index for good; no byte of it may remain in the engine's files. Its
   * version is 0 then.
   */
  void clear(String workspace);

  /** Frees what the engine holds. Idempotent. */
  @Override
  void close();
}
