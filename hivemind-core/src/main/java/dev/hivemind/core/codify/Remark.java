package dev.hivemind.core.codify;

import dev.hivemind.Evidence;

/** Whether a person's push-back is a remark about the moment, in which nothing would last. */
final class Remark {
  private Remark() {}

  static boolean is(Evidence one) {
    return Sources.isPersons(one) && !Promotion.mayLast(one);
  }
}
