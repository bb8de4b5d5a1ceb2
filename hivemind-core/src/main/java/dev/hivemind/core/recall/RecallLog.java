package dev.hivemind.core.recall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.core.text.Json;

/**
 * The engine's own row in the event log: what was shown or withheld. Its kind is one that no host
 * can record.
 */
public final class RecallLog {
  /** What the kinds of the engine's own rows begin with. */
  public static final String OWN = "hivemind.";

  private static final String KIND = OWN + "recall";

  private RecallLog() {}

  static AgentEvent row(RecallContext context, Recall recall) {
    ObjectNode node = Json.object();
    node.put("scope", context.session().scope().toString()).put("session", context.session().id());
    node.put("author", context.session().author().id())
        .put("role", context.session().author().role().name());
    node.put("recall", recall.id())
        .put("advice", recall.advice().getClass().getSimpleName())
        .put("tool", context.tool());
    ArrayNode skills = node.putArray("skills");
    recall
        .skills()
        .forEach(
            one ->
                skills
                    .addObject()
                    .put("skill", one.skill())
                    .put("revision", one.revision())
                    .put("confidence", one.confidence()));
    return new AgentEvent.Unknown(context.session(), KIND, Json.write(node));
  }
}
