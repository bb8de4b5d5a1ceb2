package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A random history of applies, clears, reopenings and searches, beside a map that holds what must
 * be there. Replayed by its seed.
 */
final class RecallModel {
  private static final int STEPS = 400;
  private static final List<String> WORKSPACES = List.of("pay", "Pay", "shop");
  private static final List<String> SCOPES = List.of("top", "top/left", "top/right", "top/left/in");
  private static final List<String> TOOLS = List.of("wire", "lookup", "mail");
  private static final List<String> WORDS =
      List.of("refund", "window", "ledger", "basket", "copper", "violet", "harbor", "pencil");

  private final long seed;
  private final Random random;
  private final Supplier<RecallEngine> reopen;
  private final Map<String, NavigableMap<Long, Map<String, IndexEntry>>> histories =
      new HashMap<>();
  private RecallEngine engine;

  RecallModel(long seed, RecallEngine engine, Supplier<RecallEngine> reopen) {
    this.seed = seed;
    this.random = new Random(seed);
    this.engine = engine;
    this.reopen = reopen;
    WORKSPACES.forEach(this::forget);
  }

  void run() {
    for (int step = 0; step < STEPS; step++) {
      String workspace = any(WORKSPACES);
      String at = Seed.replay(seed) + ", step " + step + ", workspace " + workspace;
      int dice = random.nextInt(100);
      if (dice < 50) {
        apply(workspace);
      } else if (dice < 52) {
        engine.clear(workspace);
        forget(workspace);
      } else if (dice < 55) {
        engine = reopen.get();
        WORKSPACES.forEach(this::rewind);
      } else {
        search(workspace, at);
      }
      assertThat(engine.version(workspace)).as(at).isEqualTo(history(workspace).lastKey());
    }
  }

  private NavigableMap<Long, Map<String, IndexEntry>> history(String workspace) {
    return histories.getOrDefault(workspace, Collections.emptyNavigableMap());
  }

  private void forget(String workspace) {
    histories.put(workspace, new TreeMap<>(Map.of(0L, Map.of())));
  }

  private void rewind(String workspace) {
    long version = engine.version(workspace);
    assertThat(history(workspace)).as(Seed.replay(seed)).containsKey(version);
    histories.put(workspace, new TreeMap<>(history(workspace).headMap(version, true)));
  }

  private void apply(String workspace) {
    List<IndexEntry> entries = new ArrayList<>();
    Map<String, IndexEntry> next = new HashMap<>(history(workspace).lastEntry().getValue());
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String id = "s" + random.nextInt(40);
      boolean removal = random.nextInt(4) == 0;
      entries.add(removal ? IndexEntry.removed(id) : entry(id));
      if (removal) {
        next.remove(id);
      } else {
        next.put(id, entries.get(i));
      }
    }
    long version = history(workspace).lastKey() + 1 + random.nextInt(3);
    engine.apply(workspace, entries, version);
    history(workspace).put(version, Map.copyOf(next));
  }

  private IndexEntry entry(String id) {
    Map<String, String> fields = new HashMap<>();
    for (String field : List.of("name", "description", "situations", "body")) {
      if (field.equals("name") || random.nextBoolean()) {
        fields.put(field, String.join(" ", some(WORDS, 1 + random.nextInt(3))));
      }
    }
    return new IndexEntry(id, any(SCOPES), some(TOOLS, random.nextInt(3)), fields);
  }

  private void search(String workspace, String at) {
    String word = any(WORDS);
    CandidateQuery query =
        new CandidateQuery(
            workspace, some(SCOPES, random.nextInt(4)), some(TOOLS, random.nextInt(3)), word, 100);
    List<Candidate> answer = engine.candidates(query);
    List<String> ids = RecallEngineContract.ids(answer);
    Set<String> visible = new HashSet<>();
    Set<String> wanted = new HashSet<>();
    for (IndexEntry entry : history(workspace).lastEntry().getValue().values()) {
      if (isVisible(entry, query)) {
        visible.add(entry.id());
        if (String.join(" ", entry.fields().values()).contains(word)) {
          wanted.add(entry.id());
        }
      }
    }
    assertThat(ids).as(at).doesNotHaveDuplicates().containsAll(wanted);
    assertThat(visible).as(at).containsAll(ids);
    assertThat(answer).as(at).isSortedAccordingTo(RecallEngineContract.bestFirst());
    assertThat(engine.candidates(query)).as(at).isEqualTo(answer);
  }

  private static boolean isVisible(IndexEntry entry, CandidateQuery query) {
    return query.scopes().contains(entry.scope())
        && (query.tools().isEmpty()
            || entry.tools().isEmpty()
            || !Collections.disjoint(entry.tools(), query.tools()));
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Set<String> some(List<String> values, int count) {
    return random.ints(count, 0, values.size()).mapToObj(values::get).collect(Collectors.toSet());
  }
}
