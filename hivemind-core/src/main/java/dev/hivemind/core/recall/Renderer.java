package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import dev.hivemind.core.inspect.Inspection;
import dev.hivemind.core.library.SkillText;
import dev.hivemind.core.text.Fence;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts lessons into the text a model gets: fenced, best first, whole paragraphs within a budget of
 * characters.
 */
final class Renderer {
  private static final String PARAGRAPH = "\n\n";
  // Written for people: who said so and where it can be looked up. A model needs neither.
  private static final List<String> FOR_PEOPLE = List.of("## Why", "Evidence: ");

  private Renderer() {}

  /** Returns the lessons that fit, at least the first one cut to what fits. */
  static String render(List<Skill> skills, int characters) {
    int room = Math.max(40, characters - Fence.LENGTH);
    int share = room / skills.size();
    List<String> lessons = new ArrayList<>();
    for (Skill skill : skills) {
      lessons.add(cut(skill, share - 1));
    }
    return Fence.wrap(Inspection.visible(String.join("\n", lessons)));
  }

  private static String cut(Skill skill, int characters) {
    StringBuilder lesson = new StringBuilder();
    for (String paragraph : SkillText.body(skill.text()).split(PARAGRAPH, -1)) {
      if (FOR_PEOPLE.stream().anyMatch(paragraph::startsWith)) {
        continue;
      }
      if (lesson.length() + PARAGRAPH.length() + paragraph.length() > characters) {
        break;
      }
      lesson.append(lesson.isEmpty() ? "" : PARAGRAPH).append(paragraph);
    }
    return lesson.isEmpty() ? words(SkillText.body(skill.text()), characters) : lesson.toString();
  }

  private static String words(String text, int characters) {
    String ellipsis = " ...";
    int end = text.lastIndexOf(' ', Math.max(0, characters - ellipsis.length()));
    if (end <= 0) {
      end = Math.max(0, Math.min(text.length(), characters - ellipsis.length()));
    }
    return text.substring(0, end) + ellipsis;
  }
}
