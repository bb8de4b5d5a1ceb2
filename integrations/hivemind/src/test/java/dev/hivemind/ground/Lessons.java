package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Everything that was learned in the scopes of the tales, as values to compare. */
final class Lessons {
  private Lessons() {}

  /** Returns each skill by its id, after a look at its chain of revisions. */
  static Map<String, Skill> of(Hivemind hivemind) {
    Map<String, Skill> lessons = new TreeMap<>();
    Tales.SCOPES.forEach(
        scope -> {
          for (SkillState state : SkillState.values()) {
            for (Skill skill : hivemind.skills(scope).list(state)) {
              assertThat(hivemind.skills(scope).history(skill.name()))
                  .extracting(Skill::revision)
                  .isEqualTo(IntStream.rangeClosed(1, skill.revision()).boxed().toList());
              lessons.put(skill.id(), skill);
            }
          }
        });
    return lessons;
  }

  /**
   * Returns what a lesson says and stands on, in order, without when and how often it was saved.
   */
  static String words(Skill skill) {
    return String.join(
        "\n",
        skill.scope().toString(),
        skill.name(),
        skill.state().name(),
        skill.trust().name(),
        skill.description(),
        skill.text(),
        skill.evidence().stream().map(Evidence::id).toList().toString());
  }
}
