package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.Evidence.Change;
import java.util.List;

/** What a person put in place of what the agent had done. */
final class Replaced {
  private Replaced() {}

  static List<Change> changes(AgentEvent pushBack, Act act, String replacement) {
    if (pushBack instanceof Edit edit) {
      return List.of(new Change("", Excerpt.of(edit.before()), Excerpt.of(edit.after())));
    }
    return Leaves.changes(act.text(), replacement);
  }
}
