package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Shown;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.benchmarks.SkillSet.Query;
import dev.hivemind.benchmarks.SkillSet.Written;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A set's skills in a Hivemind of their own, reached through the public API alone. */
final class Library implements AutoCloseable {
  private static final Author PERSON = Author.operator("benchmark");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final IndexDirectory directory = new IndexDirectory();
  private final RecallEngine engine;
  private final Hivemind hivemind;
  private final Scope scope;
  private final Map<String, String> idsInData = new HashMap<>();
  private int sessions;

  Library(SkillSet set) {
    this(set, builder -> builder);
  }

  Library(SkillSet set, UnaryOperator<HivemindBuilder> settings) {
    scope = Scope.of(set.name());
    engine = directory.engine();
    hivemind =
        settings
            .apply(
                Hivemind.builder()
                    .eventStore(new InMemoryEventStore())
                    .skillStore(new InMemorySkillStore())
                    .recallEngine(engine)
                    .deadlines(PATIENCE, PATIENCE))
            .open();
    for (Written skill : set.skills()) {
      idsInData.put(hivemind.skills(scope).add(skill.text(), PERSON).id(), skill.id());
    }
  }

  /** Asks at the prompt, each query in a session of its own. */
  Answer ask(Query query) {
    Recall recall = recall(query.text());
    List<Considered> considered = considered(recall);
    return new Answer(
        considered.stream().map(one -> idsInData.get(one.skill())).toList(),
        considered.isEmpty() ? 0 : considered.get(0).confidence(),
        recall.skills().stream().map(Shown::skill).map(idsInData::get).toList());
  }

  /** Asks alike, and returns what was considered, best first. */
  List<Considered> considered(Query query) {
    return considered(recall(query.text()));
  }

  /** Returns the id that a skill has in the data. */
  String idInData(String skill) {
    return idsInData.getOrDefault(skill, "");
  }

  private List<Considered> considered(Recall recall) {
    return hivemind
        .explain(scope, recall.id())
        .map(Explanation::considered)
        .orElseThrow(() -> new IllegalStateException("a recall that was just made is explained"));
  }

  Recall recall(String text) {
    Session session = Session.of(scope, "s" + sessions++).by(PERSON);
    return hivemind.recall(RecallContext.of(session, text));
  }

  @Override
  public void close() {
    hivemind.close();
    engine.close();
    directory.close();
  }
}
