package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Json;
import java.util.List;

/** What a person put in place of what the agent had done. */
final class Replaced {
  private Replaced() {}

  static List<Change> changes(AgentEvent pushBack, Act act, String replacement) {
    if (pushBack instanceof Edit edit) {
      return List.of(new Change("", Excerpt.of(edit.before()), Excerpt.of(edit.after())));
    }
    // An answer in place of a call changes no argument.
    boolean fits =
        !act.isCall()
            || Json.parse(replacement).isContainerNode()
            || !Json.parse(act.text()).isContainerNode();
    return fits ? Leaves.changes(act.text(), replacement) : List.of();
  }
}
