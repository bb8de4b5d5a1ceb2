package dev.hivemind.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;

/**
 * Fills a store with made-up skills. The first is added as a person would; the others are rows like
 * its row, because adding thousands one by one takes minutes.
 */
final class ManySkills {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Author PERSON = Author.operator("benchmark");
  private static final int DESCRIPTION = 25;
  private static final int BODY = 150;

  private ManySkills() {}

  /** Returns the skills' texts. */
  static String[] into(SkillStore store, Scope scope, MadeUpText text, int count) {
    SkillRow pattern = first(store, scope);
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      String description = text.words(DESCRIPTION);
      String body = text.words(BODY);
      texts[i] = description + "\n" + body;
      store.append(row(pattern, "made-up-" + i, description, body));
    }
    return texts;
  }

  private static SkillRow first(SkillStore store, Scope scope) {
    try (InMemoryRecallEngine engine = new InMemoryRecallEngine();
        Hivemind hivemind =
            Hivemind.builder()
                .eventStore(new InMemoryEventStore())
                .skillStore(store)
                .recallEngine(engine)
                .open()) {
      Skill skill = hivemind.skills(scope).add(text("first", "The first.", "The first."), PERSON);
      return store.newest(scope.workspace(), skill.id()).orElseThrow();
    }
  }

  private static SkillRow row(SkillRow pattern, String name, String description, String body) {
    try {
      ObjectNode document = (ObjectNode) MAPPER.readTree(pattern.document());
      document
          .put("name", name)
          .put("description", description)
          .put("text", text(name, description, body));
      return new SkillRow(pattern.workspace(), pattern.scope(), name, 1, document.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a skill's row holds JSON", e);
    }
  }

  private static String text(String name, String description, String body) {
    return "---\nname: " + name + "\ndescription: " + description + "\n---\n" + body + "\n";
  }
}
