package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.core.mine.Signals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is kept of arguments a person changed by hand as long as one change is all there is: the new
 * value may be this object's. A second session that changes it to the same tells. Until then it is
 * no lesson, and {@link #isMute} keeps it from becoming one.
 */
final class Handwork {
  private static final int FEW = 3;
  private static final int SHORT = 80;

  private Handwork() {}

  static Optional<String> of(Evidence one) {
    List<Change> changes = one.changes();
    boolean named =
        changes.stream()
            .allMatch(
                change ->
                    !change.path().isEmpty()
                        && change.to().length() <= SHORT
                        && change.from().length() <= SHORT);
    return isEditedCall(one) && named && !changes.isEmpty() && changes.size() <= FEW
        ? Optional.of(
            "A person changed "
                + changes.stream()
                    .map(change -> "`" + change.path() + "`")
                    .collect(Collectors.joining(", "))
                + " before letting `"
                + one.situation().tool()
                + "` go ahead.")
        : Optional.empty();
  }

  /** Returns whether the changes of a person's hand say nothing that can be put in words yet. */
  static boolean isMute(List<Evidence> group) {
    return group.stream().allMatch(Handwork::isEditedCall)
        && group.stream().allMatch(one -> one.wanted().isBlank())
        && ChangeWords.of(group).isEmpty();
  }

  private static boolean isEditedCall(Evidence one) {
    return one.signals().stream().anyMatch(found -> found.name().equals(Signals.EDITED_CALL));
  }
}
