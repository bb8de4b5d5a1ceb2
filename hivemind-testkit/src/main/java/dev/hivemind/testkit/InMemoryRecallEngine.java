package dev.hivemind.testkit;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A recall engine on the heap for tests: plain BM25 over lower-case words. It reads every visible
 * entry at each search, so it suits some thousands of entries, and it keeps nothing: a new one is
 * at version 0. Thread-safe; a search never waits.
 */
public final class InMemoryRecallEngine implements RecallEngine {
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Map<String, WordIndex> workspaces = Map.of();
  private volatile boolean closed;

  /** Creates an engine that knows nothing. */
  public InMemoryRecallEngine() {}

  @Override
  public long version(String workspace) {
    return index(workspace).version();
  }

  @Override
  public void apply(String workspace, List<IndexEntry> entries, long version) {
    List<IndexEntry> copy = List.copyOf(entries);
    writing.lock();
    try {
      WordIndex next = index(workspace).with(copy, version);
      Map<String, WordIndex> all = new HashMap<>(workspaces);
      all.put(workspace, next);
      workspaces = Map.copyOf(all);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public List<Candidate> candidates(CandidateQuery query) {
    return index(query.workspace()).candidates(query);
  }

  @Override
  public void clear(String workspace) {
    writing.lock();
    try {
      Map<String, WordIndex> all = new HashMap<>(workspaces);
      all.remove(workspace);
      workspaces = Map.copyOf(all);
    } finally {
      writing.unlock();
    }
  }

  private WordIndex index(String workspace) {
    if (closed) {
      throw new IllegalStateException("the recall engine is closed");
    }
    return workspaces.getOrDefault(workspace, WordIndex.EMPTY);
  }

  @Override
  public void close() {
    closed = true;
    workspaces = Map.of();
  }
}
