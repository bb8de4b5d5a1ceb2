package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import java.util.Collection;

/**
 * Whether a question is put as one that was misunderstood, whatever it is about this time. Where
 * several skills were learned on questions put the same way, it speaks for each of them the less.
 */
final class Echo {
  // Three times in five the same misunderstanding, if one skill alone was learned on such a one.
  private static final double SAME_FORM = .4;

  private final Form form;
  private final double odds;

  Echo(RecallContext context, Collection<Profile> candidates) {
    form = form(context);
    long sharing = candidates.stream().filter(this::isHeardIn).count();
    odds = SAME_FORM - Math.log((double) Math.max(1, sharing));
  }

  /** Returns the form of what is asked; before a call, where the call says more, it has none. */
  static Form form(RecallContext context) {
    return context.beforeCall() ? Form.NONE : Form.of(context.task());
  }

  boolean isHeardIn(Profile profile) {
    return profile.forms().contains(form.words());
  }

  /** Returns the log-odds that the skill is needed, given those by words alone. */
  double odds(Profile profile, double words) {
    return isHeardIn(profile) ? Math.max(odds, words) : words;
  }
}
