package dev.hivemind.testkit;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import java.util.List;
import java.util.Objects;

/**
 * What a fake host is made of: {@link AdapterContract} asks for one in each framework. Immutable.
 *
 * @param hivemind the memory the adapter is switched on with
 * @param scope its scope
 * @param author whose words the host says they are; the adapter must be told
 * @param model the agent's model
 * @param tools its tools
 * @param facts what a memory of facts puts around the person's words, as far outside as the
 *     framework lets it, where that comes before the adapter; empty for none
 * @param retrieved what a retriever adds to the person's words; empty for none
 * @param dispatch whether calls made at once run at once, where the framework can
 */
public record HostSetup(
    Hivemind hivemind,
    Scope scope,
    Author author,
    ScriptedModel model,
    List<HostTool> tools,
    String facts,
    String retrieved,
    Dispatch dispatch) {
  /** Validates and copies. */
  public HostSetup {
    Objects.requireNonNull(hivemind, "hivemind");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(model, "model");
    tools = List.copyOf(tools);
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(retrieved, "retrieved");
    Objects.requireNonNull(dispatch, "dispatch");
  }

  /** How calls that a model makes at once are dispatched. */
  public enum Dispatch {
    /** One after the other. */
    IN_TURN,
    /** On threads of their own. */
    AT_ONCE
  }

  HostSetup around(String outside, String inside) {
    return new HostSetup(hivemind, scope, author, model, tools, outside, inside, dispatch);
  }
}
