package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.library.SkillText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of a skill that are compared.
 *
 * @param name its name in words
 * @param purpose its description without what it is not for
 * @param newest its newest situations, oldest first
 * @param text the whole {@code SKILL.md}
 */
record Parts(String name, String purpose, List<Situation> newest, String text) {
  private static final int SITUATIONS = 10;

  static Parts of(Skill skill) {
    List<Situation> all = skill.situations();
    return new Parts(
        skill.name().replace('-', ' '),
        Purpose.of(skill.description()),
        all.subList(Math.max(0, all.size() - SITUATIONS), all.size()),
        skill.text());
  }

  /** Returns the words of the situations. */
  String situations() {
    return newest.stream().map(Parts::words).distinct().collect(Collectors.joining("\n"));
  }

  private static String words(Situation situation) {
    return String.join(
        " ", situation.task(), Arguments.words(situation.example()), situation.error());
  }

  /** Returns all that says when the skill is meant. */
  String trigger() {
    return String.join("\n", name, purpose, situations());
  }

  /** Returns so many characters of the body at most. */
  String body(int characters) {
    String body = SkillText.body(text);
    return body.substring(0, Math.min(characters, body.length()));
  }
}
