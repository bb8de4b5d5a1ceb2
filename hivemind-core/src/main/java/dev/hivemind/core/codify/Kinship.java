package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.mine.words.Phrasing;

/** How a newer piece of evidence relates to an older one. */
enum Kinship {
  /** The newer one takes the older one's place. */
  OPPOSES,
  /** Both teach the same. */
  SAME,
  /** Neither. */
  NONE;

  private static final double SAME_WORDS = .5;
  private static final double SAME_TOPIC = .15;
  private static final int TOPIC_WORDS = 2;

  static Kinship of(Evidence older, Evidence newer) {
    if (older.id().equals(newer.id())) {
      return SAME;
    }
    if (Sources.isPersons(older) != Sources.isPersons(newer)) {
      return Grouping.sameSituation(older.situation(), newer.situation()) ? SAME : NONE;
    }
    return Sources.isPersons(newer) ? taught(older, newer) : observed(older, newer);
  }

  /** Returns how the evidence relates to the newest of a skill's that it relates to at all. */
  static Kinship of(Skill skill, Evidence newer) {
    for (int i = skill.evidence().size() - 1; i >= 0; i--) {
      Kinship kinship = of(skill.evidence().get(i), newer);
      if (kinship != NONE) {
        return kinship;
      }
    }
    return NONE;
  }

  private static Kinship observed(Evidence older, Evidence newer) {
    boolean same =
        older.situation().tool().equals(newer.situation().tool())
            && Grouping.sameError(older.situation(), newer.situation())
            && SameChange.of(older.changes(), newer.changes());
    return same ? SAME : NONE;
  }

  private static Kinship taught(Evidence older, Evidence newer) {
    boolean tool = older.situation().tool().equals(newer.situation().tool());
    if (tool && undoes(older, newer)) {
      return OPPOSES;
    }
    boolean swapped = Swap.is(older.wanted(), newer.wanted());
    boolean sameWords =
        !swapped && Vocabulary.similarity(older.wanted(), newer.wanted()) >= SAME_WORDS;
    if (sameWords || (tool && !swapped && SameChange.of(older.changes(), newer.changes()))) {
      return SAME;
    }
    if (!Grouping.sameSituation(older.situation(), newer.situation())) {
      return NONE;
    }
    long shared = Vocabulary.shared(older.wanted(), newer.wanted());
    boolean renews = Phrasing.of(newer.wanted()).renews();
    if (writesProse(newer.situation())) {
      return shared >= TOPIC_WORDS || (renews && shared > 0) ? OPPOSES : NONE;
    }
    double alike = Vocabulary.similarity(older.wanted(), newer.wanted());
    return renews || shared >= TOPIC_WORDS || alike >= SAME_TOPIC ? OPPOSES : NONE;
  }

  // A tool that takes prose or a file's content is used for everything: that two calls of it look
  // alike once their literals are slots says little.
  private static boolean writesProse(Situation situation) {
    return situation.masked().contains("<text>");
  }

  // The newer one changes what the older one had put there, or puts something else there.
  private static boolean undoes(Evidence older, Evidence newer) {
    for (Change before : older.changes()) {
      for (Change now : newer.changes()) {
        boolean choices = Deltas.isChoice(before.to()) && before.path().equals(now.path());
        boolean back = before.to().equals(now.from());
        boolean elsewhere = before.from().equals(now.from()) && Deltas.isChoice(now.to());
        if (choices && !now.to().equals(before.to()) && (back || elsewhere)) {
          return true;
        }
      }
    }
    return false;
  }
}
