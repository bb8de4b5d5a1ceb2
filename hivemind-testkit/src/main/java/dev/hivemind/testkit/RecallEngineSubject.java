package dev.hivemind.testkit;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The engine under test, opened for each test, and how the groups of the contract talk to it. */
abstract class RecallEngineSubject {
  static final String PAY = "pay";
  static final String SHOP = "shop";

  RecallEngine engine = new InMemoryRecallEngine();

  /**
   * Returns the engine under test. Called once for each test, and again after {@code close()} in
   * tests that reopen: an engine that keeps its index must then find it again, any other begins
   * empty.
   */
  protected abstract RecallEngine open();

  /** Opens the engine. */
  @BeforeEach
  final void openEngine() {
    engine = open();
  }

  /** Closes the engine. */
  @AfterEach
  final void closeEngine() {
    engine.close();
  }

  RecallEngine engine() {
    return engine;
  }

  RecallEngine reopened() {
    engine.close();
    engine = open();
    return engine;
  }

  static IndexEntry entry(String id, String scope, String text, String... tools) {
    return new IndexEntry(id, scope, Set.of(tools), Map.of("description", text));
  }

  static CandidateQuery query(String workspace, String text, int limit) {
    return new CandidateQuery(workspace, Set.of(workspace), Set.of(), text, limit);
  }

  List<String> found(String workspace, String text) {
    return ids(engine.candidates(query(workspace, text, 1_000)));
  }

  List<String> found(CandidateQuery query) {
    return ids(engine.candidates(query));
  }

  static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::id).toList();
  }

  static List<IndexEntry> many(int count, String prefix, String scope, String text) {
    return IntStream.range(0, count).mapToObj(i -> entry(prefix + i, scope, text)).toList();
  }

  static Comparator<Candidate> bestFirst() {
    return Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);
  }
}
