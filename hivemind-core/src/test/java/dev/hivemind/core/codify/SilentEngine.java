package dev.hivemind.core.codify;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.List;

/** An index that finds nothing: the gate never asks one. */
final class SilentEngine implements RecallEngine {
  @Override
  public long version(String workspace) {
    return 0;
  }

  @Override
  public void apply(String workspace, List<IndexEntry> entries, long version) {}

  @Override
  public List<Candidate> candidates(CandidateQuery query) {
    return List.of();
  }

  @Override
  public void clear(String workspace) {}

  @Override
  public void close() {}
}
