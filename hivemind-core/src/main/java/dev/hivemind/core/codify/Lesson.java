package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import dev.hivemind.core.mine.Signals;
import dev.hivemind.core.mine.words.Horizon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of a lesson.
 *
 * @param first the first paragraph, which makes sense alone
 * @param body the Markdown, the first paragraph included
 */
record Lesson(String first, String body) {
  /** A first paragraph is what recall has room for before a tool call. */
  static final int FIRST = 270;

  private static final int PART = 220;
  private static final int IDS = 5;
  private static final int STATEMENT = 20;

  /** Returns the lesson of evidence of one kinship, oldest first; empty if there is none in it. */
  static Optional<Lesson> of(List<Evidence> group) {
    Evidence newest = leader(group);
    String change = ChangeWords.of(group);
    if (!Sources.isPersons(newest)) {
      return Observation.of(group).map(first -> body(first, "", newest, group));
    }
    Telling telling = Telling.of(newest, FIRST - 40);
    if (telling.lesson().isEmpty() && change.isEmpty()) {
      return Handwork.of(newest).map(first -> body(first, "", newest, group));
    }
    boolean says = saysWhatIsWanted(newest) && !Promotion.onlyAsks(newest);
    change = says ? ChangeWords.ofChoices(group) : change;
    if (!says && change.isEmpty()) {
      return Handwork.of(newest).map(first -> body(first, "", newest, group));
    }
    return Optional.of(
        body(first(newest, change, telling.lesson(), says), telling.rest(), newest, group));
  }

  private static Evidence leader(List<Evidence> group) {
    return group.get(group.size() - 1);
  }

  private static boolean saysWhatIsWanted(Evidence one) {
    return !one.wanted().isBlank()
        && (one.kind() == Kind.CORRECTION
            || (one.kind() == Kind.REFUSAL && isStatement(one.wanted()))
            || one.signals().stream().anyMatch(signal -> signal.name().equals(Signals.WANTED)));
  }

  // A refusal that only asks, or only sighs, says nothing of what to do.
  private static boolean isStatement(String words) {
    return !Sentences.of(words).stream().allMatch(Horizon::isQuestion)
        && words.length() >= STATEMENT;
  }

  private static String first(Evidence newest, String change, String words, boolean says) {
    String tool = newest.situation().tool();
    String about = tool.isEmpty() ? "" : "For `" + tool + "`: ";
    String call =
        change.isEmpty()
            ? ""
            : (newest.situation().tool().isEmpty() ? "Write " : "Use ") + change + ".";
    String said = says || words.isEmpty() ? words : "What was said: " + words;
    String paragraph = says ? join(said, call) : join(call, said);
    return Sentences.cut(about + paragraph, FIRST);
  }

  private static String join(String one, String other) {
    boolean open =
        !one.isEmpty()
            && !other.isEmpty()
            && Character.isLetterOrDigit(one.charAt(one.length() - 1));
    return (one + (open ? ". " : " ") + other).strip();
  }

  private static Lesson body(String first, String rest, Evidence newest, List<Evidence> group) {
    StringBuilder body = new StringBuilder(first);
    section(body, "Instead of", insteadOf(newest));
    section(body, "Why", join(Sentences.cut(rest, PART), why(group)));
    section(body, "Example", example(newest));
    body.append("\n\nEvidence: ")
        .append(
            group.stream()
                .map(Evidence::id)
                .skip(Math.max(0, group.size() - IDS))
                .collect(Collectors.joining(", ")));
    return new Lesson(first, body.toString());
  }

  private static void section(StringBuilder body, String title, String text) {
    if (!text.isEmpty()) {
      body.append("\n\n## ").append(title).append("\n").append(text);
    }
  }

  private static String insteadOf(Evidence one) {
    return one.situation().tool().isEmpty()
        ? "What the agent had answered."
        : ShownCall.of(one.situation().tool(), one.situation().example(), one.situation().task());
  }

  // The success is kept as "tool arguments"; an answer that worked is no call to show.
  private static String example(Evidence one) {
    int blank = one.after().indexOf(' ');
    boolean call = blank > 0 && one.after().startsWith("{", blank + 1);
    return call
        ? ShownCall.of(
            one.after().substring(0, blank),
            one.after().substring(blank + 1),
            one.situation().task())
        : "";
  }

  private static String why(List<Evidence> group) {
    long sessions = group.stream().map(Evidence::session).distinct().count();
    String seen = sessions > 1 ? " Seen in " + sessions + " sessions." : "";
    Evidence newest = leader(group);
    if (!Sources.isPersons(newest)) {
      return "An observation: nobody said so." + seen;
    }
    Role role = newest.author().role();
    return "An "
        + role.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " "
        + deed(newest.kind())
        + "."
        + seen;
  }

  private static String deed(Kind kind) {
    return switch (kind) {
      case CORRECTION -> "corrected this";
      case REFUSAL -> "refused this";
      case EDITED -> "changed this";
      case REVERT -> "undid this";
      case REDO -> "spoke and the agent did it this way";
      case INTERRUPTION -> "stopped this";
      case USER_TURN -> "objected to this";
      case FIX_PAIR, CONFIRMATION -> "saw this";
    };
  }
}
