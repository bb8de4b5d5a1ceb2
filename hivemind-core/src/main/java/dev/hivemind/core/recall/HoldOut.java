package dev.hivemind.core.recall;

import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Digest;

/**
 * Which skills are kept from which sessions, to see what showing them is worth: drawn by seed,
 * session and skill, so that a session is treated alike in all its recalls and a run can be
 * repeated.
 *
 * @param share of the draws, 0 to 1
 * @param seed of the draws
 */
public record HoldOut(double share, long seed) {
  /** Nobody is kept from anything. */
  public static final HoldOut NONE = new HoldOut(0, 0);

  private static final int LETTERS = 12;

  /** Returns whether a session is not shown a skill; what an authorised person taught always is. */
  boolean withholds(Session session, Skill skill) {
    return share > 0
        && !skill.trust().authorised()
        && draw(session.scope().toString(), session.id(), skill.id()) < share;
  }

  // A digest's letters are digits of base 16, from 'a' on: twelve of them are 48 bits.
  private double draw(String scope, String session, String skill) {
    String letters = Digest.id("", Long.toString(seed), scope, session, skill);
    long bits = 0;
    for (int i = 0; i < LETTERS; i++) {
      bits = bits * 16 + (letters.charAt(i) - 'a');
    }
    return bits / Math.pow(16, LETTERS);
  }

  /** Returns it in words. */
  public String inWords() {
    return share == 0 ? "off" : share + " of sessions and skills, seed " + seed;
  }
}
