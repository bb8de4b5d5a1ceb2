package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Grams;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What can be known of one revision of a skill before anybody asks. It depends on the skill alone,
 * so that a library with one more skill costs one more profile. What is looked at in few skills of
 * many is made when it is first looked at.
 *
 * @param skill the revision
 * @param tools names of the tools it is about
 * @param words what a word of it weighs, all fields together
 * @param trigger grams of name, description and situations
 * @param forms how questions were put that were misunderstood
 * @param closely what a close look sees
 */
record Profile(
    Skill skill,
    Set<String> tools,
    Vector words,
    Vector trigger,
    Set<String> forms,
    Lazily<Detail> closely) {
  private static final int BODY_WORDS = 8_000;

  static Profile of(Skill skill) {
    Parts parts = Parts.of(skill);
    return new Profile(
        skill,
        tools(skill),
        new FieldWeights()
            .add(FieldWeights.Field.NAME, parts.name())
            .add(FieldWeights.Field.DESCRIPTION, parts.purpose())
            .add(FieldWeights.Field.SITUATIONS, parts.situations())
            .add(FieldWeights.Field.BODY, parts.body(BODY_WORDS))
            .vector(),
        Vector.unit(Grams.of(parts.trigger())),
        Form.among(skill.situations()),
        new Lazily<>(() -> Detail.of(skill)));
  }

  /** Returns what a close look sees. */
  Detail detail() {
    return closely.get();
  }

  private static Set<String> tools(Skill skill) {
    Set<String> tools = new LinkedHashSet<>();
    skill.situations().stream()
        .map(Situation::tool)
        .filter(tool -> !tool.isEmpty())
        .forEach(tools::add);
    return Set.copyOf(tools);
  }
}
