package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a model's lesson is made of what was recorded. A lesson may be put in other words, but
 * one that shares next to none with the evidence, or names an address nobody named, is made up.
 */
final class Grounding {
  private static final double SHARED = .25;
  private static final int LEAST = 2;
  private static final Pattern ADDRESS =
      Pattern.compile("\\b[a-z][a-z0-9+.-]{1,9}://[^\\s)\"'>]+|[\\w.+-]+@[\\w-]+\\.[\\w.]+");

  private Grounding() {}

  static boolean holds(Draft draft, List<Evidence> group, List<Skill> shown) {
    StringBuilder recorded = new StringBuilder();
    for (Evidence one : group) {
      recorded.append(one.wanted()).append('\n').append(one.before()).append('\n');
      recorded.append(one.after()).append('\n').append(one.situation().task()).append('\n');
      recorded.append(one.situation().tool()).append('\n').append(one.situation().error());
      one.changes().forEach(change -> recorded.append('\n').append(change.to()));
      recorded.append('\n').append(one.situation().example()).append('\n');
    }
    shown.forEach(skill -> recorded.append(skill.text()).append('\n'));
    String text = recorded.toString();
    Set<String> said = Vocabulary.of(draft.body());
    Set<String> known = Vocabulary.of(text);
    long shared = said.stream().filter(known::contains).count();
    return shared >= Math.max(LEAST, SHARED * said.size()) && namesNothingNew(draft, text);
  }

  private static boolean namesNothingNew(Draft draft, String recorded) {
    Matcher address = ADDRESS.matcher(draft.description() + "\n" + draft.body());
    while (address.find()) {
      if (!recorded.contains(address.group())) {
        return false;
      }
    }
    return true;
  }
}
