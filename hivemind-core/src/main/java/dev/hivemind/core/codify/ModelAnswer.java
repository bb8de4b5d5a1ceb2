package dev.hivemind.core.codify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a model's answer: one JSON object with the fields that were asked for, and no other. */
final class ModelAnswer {
  private static final Set<String> KEEP =
      Set.of("decision", "name", "description", "body", "reason");
  private static final Set<String> MERGE =
      Set.of("decision", "skill", "description", "body", "reason");
  private static final Set<String> SKIP = Set.of("decision", "reason");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  private static final int NAME_LENGTH = 64;
  private static final int DESCRIPTION = 500;
  private static final int BODY = 2_000;
  private static final int REASON = 300;
  // Far more than the fields may hold: a model that runs on is cut off.
  private static final int LONGEST = 20_000;

  private ModelAnswer() {}

  /** An answer that is not usable, and why, in words the model can mend it by. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableException(String message) {
      super(message);
    }
  }

  static Proposal read(String answer, List<Skill> shown) throws UnusableException {
    JsonNode node = only(answer.length() <= LONGEST ? answer : answer.substring(0, LONGEST));
    String decision = text(node, "decision", NAME_LENGTH);
    return switch (decision) {
      case "KEEP" -> {
        fields(node, KEEP);
        yield new Proposal.Keep(draft(node, name(node)), text(node, "reason", REASON));
      }
      case "MERGE" -> {
        fields(node, MERGE);
        Skill skill = known(text(node, "skill", NAME_LENGTH), shown);
        yield new Proposal.Merge(
            skill.id(), draft(node, skill.name()), text(node, "reason", REASON));
      }
      case "SKIP" -> {
        fields(node, SKIP);
        yield new Proposal.Skip(text(node, "reason", REASON));
      }
      default -> throw new UnusableException("the decision is none of KEEP, MERGE and SKIP");
    };
  }

  private static void fields(JsonNode node, Set<String> allowed) throws UnusableException {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!allowed.contains(names.next())) {
        throw new UnusableException("it has fields that were not asked for");
      }
    }
  }

  private static String text(JsonNode node, String field, int most) throws UnusableException {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new UnusableException("the field " + field + " is missing or no text");
    }
    if (value.asText().length() > most) {
      throw new UnusableException("the field " + field + " is longer than " + most);
    }
    return value.asText().strip();
  }

  private static String name(JsonNode node) throws UnusableException {
    String name = text(node, "name", NAME_LENGTH);
    if (!NAME.matcher(name).matches()) {
      throw new UnusableException("the name is not lower-case words joined by hyphens");
    }
    return name;
  }

  private static Skill known(String id, List<Skill> shown) throws UnusableException {
    return shown.stream()
        .filter(skill -> skill.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnusableException("skill is no id of a known lesson in the data"));
  }

  private static Draft draft(JsonNode node, String name) throws UnusableException {
    String description = text(node, "description", DESCRIPTION);
    String body = text(node, "body", BODY);
    if (description.indexOf('\n') >= 0) {
      throw new UnusableException("the description is more than one line");
    }
    if (body.startsWith("---") || body.contains("<hivemind")) {
      throw new UnusableException("the body has front matter or a fence");
    }
    return new Draft(name, description, body);
  }

  /** Returns the one object in the answer; prose and code fences around it are let pass. */
  private static JsonNode only(String answer) throws UnusableException {
    List<JsonNode> objects = new ArrayList<>();
    int from = answer.indexOf('{');
    boolean cut = false;
    while (from >= 0 && objects.size() < 2) {
      int to = end(answer, from);
      JsonNode node = to < 0 ? Json.parse("") : Json.parse(answer.substring(from, to));
      cut |= to < 0;
      if (node.isObject()) {
        objects.add(node);
      }
      from = answer.indexOf('{', node.isObject() ? to : from + 1);
    }
    if (objects.size() > 1) {
      throw new UnusableException("there is more than one JSON object in it");
    }
    if (objects.isEmpty()) {
      throw new UnusableException(
          cut ? "the JSON object is cut off" : "there is no JSON object in it");
    }
    return objects.get(0);
  }

  // The end of the object that begins here, or -1; braces in strings do not count.
  private static int end(String text, int from) {
    int depth = 0;
    boolean string = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (string) {
        i += c == '\\' ? 1 : 0;
        string = c != '"';
      } else if (c == '"') {
        string = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
