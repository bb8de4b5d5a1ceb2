package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Role;
import java.util.List;
import java.util.Optional;

/** A person changed a file the agent had just written, or its answer. */
final class EditDetector implements Detector {
  private static final Signal FILE =
      Signals.of(
          Signals.EDITED_FILE, Weights.EDITED_FILE, "a person changed what this call had written");
  private static final Signal ANSWER =
      Signals.of(Signals.EDITED_ANSWER, Weights.EDITED_ANSWER, "a person changed this answer");

  @Override
  public List<Finding> look(Window window) {
    if (!(window.newest().event() instanceof Edit edit) || !byPerson(edit) || isNothing(edit)) {
      return List.of();
    }
    boolean answer = edit.target().isEmpty();
    return (answer ? answered(window) : written(window, edit.target()))
        .map(
            act ->
                List.of(
                    new Finding(
                        Kind.EDITED,
                        act,
                        window.newest(),
                        "",
                        edit.after(),
                        List.of(answer ? ANSWER : FILE))))
        .orElse(List.of());
  }

  private static boolean byPerson(Edit edit) {
    return edit.session().author().role().compareTo(Role.END_USER) <= 0;
  }

  private static boolean isNothing(Edit edit) {
    return edit.before().strip().equals(edit.after().strip());
  }

  private static Optional<Act> answered(Window window) {
    return last(window.acts().stream().filter(act -> !act.isCall()).toList());
  }

  // The call names the file and carries text that stands in it: it wrote it, it did not just look.
  private static Optional<Act> written(Window window, String path) {
    return last(
        window.acts().stream()
            .filter(act -> act.isCall() && act.succeeded())
            .filter(act -> Leaves.values(act.text()).stream().anyMatch(one -> names(one, path)))
            .filter(act -> Leaves.values(act.text()).size() > 1)
            .toList());
  }

  private static boolean names(String value, String path) {
    return value.equals(path) || value.endsWith("/" + path) || path.endsWith("/" + value);
  }

  private static Optional<Act> last(List<Act> acts) {
    return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
  }
}
