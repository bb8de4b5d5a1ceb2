package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import java.util.Optional;

/** Whether a piece of evidence may teach at all. */
final class Admission {
  private Admission() {}

  /** Returns why not, or empty. */
  static Optional<String> refusal(Evidence one) {
    if (one.kind() == Kind.CONFIRMATION) {
      return Optional.of("a confirmation: the act was right, there is nothing to learn");
    }
    if (one.probability() < Promotion.LIKELY) {
      return Optional.of(
          "too unsure that this was a push-back (" + Math.round(one.probability() * 100) + "%)");
    }
    Role role = one.author().role();
    if (Sources.isPersons(one) && !Promotion.maySpeak(one.scope(), one)) {
      return Optional.of(
          role == Role.END_USER
              ? "an end user's word teaches only in a scope that ends in the user's own id"
              : "nobody whose word may become a lesson said so");
    }
    return Optional.empty();
  }
}
