package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.library.SkillText;
import dev.hivemind.core.text.Grams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be known of one revision of a skill before anybody asks. It depends on the skill alone,
 * so that a library with one more skill costs one more profile.
 *
 * @param skill the revision
 * @param tools names of the tools it is about
 * @param words what a word of it weighs, all fields together
 * @param trigger grams of name, description and situations
 * @param whole grams of the trigger and the beginning of the body
 * @param phrases each thing it says it is for: pieces of the description, tasks
 * @param cases calls that were wrong
 * @param mistakes values that were wrong in a call
 */
record Profile(
    Skill skill,
    Set<String> tools,
    Vector words,
    Vector trigger,
    Vector whole,
    List<Phrase> phrases,
    List<Case> cases,
    List<Mistake> mistakes) {
  private static final int BODY_WORDS = 8_000;
  private static final int BODY_GRAMS = 1_500;
  private static final int SITUATIONS = 10;

  static Profile of(Skill skill) {
    String name = skill.name().replace('-', ' ');
    String purpose = Purpose.of(skill.description());
    String body = SkillText.body(skill.text());
    List<Situation> newest = newest(skill.situations());
    String situations =
        newest.stream().map(Profile::words).distinct().collect(Collectors.joining("\n"));
    String trigger = String.join("\n", name, purpose, situations);
    int[] grams = Grams.of(trigger);
    return new Profile(
        skill,
        tools(skill),
        new FieldWeights()
            .add(FieldWeights.Field.NAME, name)
            .add(FieldWeights.Field.DESCRIPTION, purpose)
            .add(FieldWeights.Field.SITUATIONS, situations)
            .add(FieldWeights.Field.BODY, cut(body, BODY_WORDS))
            .vector(),
        Vector.unit(grams),
        Vector.unit(joined(grams, Grams.of(cut(body, BODY_GRAMS)))),
        phrases(name, purpose, newest),
        Case.of(newest),
        Mistake.of(skill));
  }

  private static int[] joined(int[] first, int[] second) {
    int[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static List<Situation> newest(List<Situation> all) {
    return all.subList(Math.max(0, all.size() - SITUATIONS), all.size());
  }

  private static String words(Situation situation) {
    return String.join(
        " ", situation.task(), Arguments.words(situation.example()), situation.error());
  }

  private static Set<String> tools(Skill skill) {
    Set<String> tools = new LinkedHashSet<>();
    skill.situations().stream()
        .map(Situation::tool)
        .filter(tool -> !tool.isEmpty())
        .forEach(tools::add);
    return Set.copyOf(tools);
  }

  private static List<Phrase> phrases(String name, String purpose, List<Situation> situations) {
    List<String> phrases = new ArrayList<>();
    phrases.add(name);
    phrases.addAll(Purpose.pieces(purpose));
    situations.stream()
        .map(Situation::task)
        .filter(task -> !task.isBlank())
        .distinct()
        .forEach(phrases::add);
    return phrases.stream().map(Phrase::of).toList();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
