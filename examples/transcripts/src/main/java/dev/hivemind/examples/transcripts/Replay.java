package dev.hivemind.examples.transcripts;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Role;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.ToolStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks before every tool call of the transcripts what recall would have said. Each is asked in a
 * session of its own, so that none has been shown anything before; and what a call's own session
 * taught does not count, for it was not known then.
 */
final class Replay {
  private static final Set<String> READING = Set.of("Read", "Grep", "Glob", "LS", "WebFetch");

  private final Hivemind hivemind;
  private final Map<String, Skill> skills = new HashMap<>();
  private final List<Answer> answers = new ArrayList<>();

  Replay(Hivemind hivemind) {
    this.hivemind = hivemind;
    hivemind.skills(Transcript.SCOPE).list().forEach(skill -> skills.put(skill.id(), skill));
  }

  /** Where the lesson shown before a call came from. */
  enum Source {
    /** Sessions before: what an agent with Hivemind would have seen. */
    EARLIER,
    /** Other sessions, some of them later. */
    OTHER,
    /** The call's own session. */
    OWN,
    /** Nothing was shown. */
    SILENT
  }

  /**
   * What recall said before a call.
   *
   * @param transcript the transcript's name
   * @param at when the call was made
   * @param context what was asked
   * @param recall the answer
   * @param source where it came from
   */
  record Answer(
      String transcript, Instant at, RecallContext context, Recall recall, Source source) {
    /** Returns the name of the skill shown first, or the tool's if none was. */
    String subject() {
      return recall.skills().isEmpty() ? context.tool() : recall.skills().get(0).name();
    }

    private double sure() {
      return recall.skills().isEmpty() ? 0 : recall.skills().get(0).confidence();
    }
  }

  /** Asks before each call of a transcript; sub-agents' calls are left out. */
  void ask(Transcript transcript) {
    String task = "";
    String error = "";
    for (Moment moment : transcript.moments()) {
      AgentEvent event = moment.event();
      if (event.session().author().role() == Role.AGENT) {
        continue;
      }
      if (event instanceof Prompt prompt) {
        task = prompt.text();
        error = "";
      } else if (event instanceof ToolResult result) {
        error = result.status() == ToolStatus.ERROR ? result.output() : "";
      } else if (event instanceof ToolCall call) {
        answers.add(answer(transcript.name(), call, moment.at(), context(call, task, error)));
      }
    }
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /**
   * Returns at most so many answers that are worth reading: lessons from earlier sessions before
   * those from later ones, each skill once before any twice, and calls before which nothing was
   * shown if there is room.
   */
  List<Answer> chosen(int count) {
    List<Answer> chosen = new ArrayList<>();
    for (Source source : List.of(Source.EARLIER, Source.OTHER, Source.SILENT)) {
      chosen.addAll(spread(from(source), count - chosen.size()));
    }
    return chosen;
  }

  List<Answer> from(Source source) {
    return answers.stream().filter(answer -> answer.source() == source).toList();
  }

  private RecallContext context(ToolCall call, String task, String error) {
    Session asking = Session.of(Transcript.SCOPE, "replay-" + answers.size()).by(Transcript.PERSON);
    RecallContext context =
        RecallContext.of(asking, task).beforeTool(call.tool(), call.arguments()).afterError(error);
    return READING.contains(call.tool()) ? context : context.sideEffecting();
  }

  private Answer answer(String transcript, ToolCall call, Instant at, RecallContext context) {
    Recall recall = hivemind.recall(context);
    return new Answer(transcript, at, context, recall, source(recall, call.session().id(), at));
  }

  private Source source(Recall recall, String session, Instant at) {
    if (recall.skills().isEmpty()) {
      return Source.SILENT;
    }
    List<Evidence> taught =
        recall.skills().stream()
            .map(shown -> skills.get(shown.skill()))
            .flatMap(skill -> skill == null ? Stream.empty() : skill.evidence().stream())
            .toList();
    if (taught.stream().anyMatch(evidence -> evidence.session().equals(session))) {
      return Source.OWN;
    }
    return taught.stream().allMatch(evidence -> evidence.at().isBefore(at))
        ? Source.EARLIER
        : Source.OTHER;
  }

  /** Takes the surest answer of each subject, then others, each evenly over what there is. */
  private static List<Answer> spread(List<Answer> from, int count) {
    Map<String, Answer> surest = new LinkedHashMap<>();
    for (Answer answer : from) {
      surest.merge(answer.subject(), answer, (one, two) -> two.sure() > one.sure() ? two : one);
    }
    List<Answer> chosen = evenly(List.copyOf(surest.values()), count);
    List<Answer> rest = from.stream().filter(answer -> !surest.containsValue(answer)).toList();
    chosen.addAll(evenly(rest, count - chosen.size()));
    chosen.sort(Comparator.comparing(Answer::at));
    return chosen;
  }

  private static List<Answer> evenly(List<Answer> from, int count) {
    int taken = Math.min(Math.max(count, 0), from.size());
    List<Answer> chosen = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      chosen.add(from.get((int) ((long) i * from.size() / taken)));
    }
    return chosen;
  }
}
