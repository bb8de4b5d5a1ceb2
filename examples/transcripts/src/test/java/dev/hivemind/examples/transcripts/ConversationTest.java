package dev.hivemind.examples.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Interrupted;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.AgentEvent.TurnEnd;
import dev.hivemind.Role;
import dev.hivemind.ToolStatus;
import dev.hivemind.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
  private static final String START = "2026-03-01T10:00:00Z";
  private static final String REFUSED =
      "The user doesn't want to proceed with this tool use. The tool use was rejected (eg. if it"
          + " was a file edit, the new_string was NOT written to the file). ";

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private List<Moment> moments(Script script) {
    Problems problems = new Problems(new PrintStream(said, true, StandardCharsets.UTF_8));
    List<Line> lines = new TranscriptReader(problems).read(script.to(folder.resolve("t.jsonl")));
    return Conversation.of(Transcript.SCOPE, "t.jsonl", Transcript.PERSON, lines, problems);
  }

  private List<AgentEvent> events(Script script) {
    return moments(script).stream().map(Moment::event).toList();
  }

  private static <E extends AgentEvent> List<E> only(Class<E> kind, List<AgentEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Script script() {
    return new Script(START);
  }

  @Test
  void conversation_becomesEventsInOrder_eachTurnAndTheSessionWithItsEnd() {
    List<AgentEvent> events =
        events(
            script()
                .user("Rename the flag")
                .says("I look first.")
                .calls("c1", "Bash", "{\"command\":\"grep -r flag\"}")
                .returns("c1", "App.java: flag")
                .user("Now the tests"));

    assertThat(events)
        .extracting(AgentEvent::getClass)
        .containsExactly(
            Prompt.class,
            Response.class,
            ToolCall.class,
            ToolResult.class,
            TurnEnd.class,
            Prompt.class,
            SessionEnd.class);
    assertThat(only(ToolCall.class, events).get(0).arguments())
        .isEqualTo("{\"command\":\"grep -r flag\"}");
    assertThat(only(ToolResult.class, events).get(0).status()).isEqualTo(ToolStatus.OK);
    assertThat(events).allMatch(event -> event.session().author().equals(Transcript.PERSON));
    assertThat(events).allMatch(event -> event.session().id().equals("s1"));
  }

  @Test
  void events_haveTheTimesOfTheirLines() {
    List<Moment> moments = moments(script().user("one").says("two"));

    assertThat(moments.get(0).at()).isEqualTo(START);
    assertThat(moments.get(1).at()).isEqualTo("2026-03-01T10:00:01Z");
  }

  @Test
  void refusalWithAReason_isAVerdictWithTheReasonAlone_andARejectedResult() {
    List<AgentEvent> events =
        events(
            script()
                .calls("c1", "Bash", "{}")
                .fails(
                    "c1", REFUSED + "To tell you how to proceed, the user said:\nuse the wrapper"));

    Approval refusal = only(Approval.class, events).get(0);
    assertThat(refusal.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(refusal.call()).isEqualTo("c1");
    assertThat(refusal.reason()).isEqualTo("use the wrapper");
    ToolResult result = only(ToolResult.class, events).get(0);
    assertThat(result.status()).isEqualTo(ToolStatus.REJECTED);
    assertThat(result.output()).isEmpty();
    assertThat(events.indexOf(refusal)).isLessThan(events.indexOf(result));
  }

  @Test
  void refusalWithoutAReason_hasNone() {
    List<AgentEvent> events =
        events(
            script()
                .calls("c1", "Bash", "{}")
                .fails("c1", REFUSED + "STOP what you are doing and wait for the user.")
                .calls("c2", "Ask", "{}")
                .fails(
                    "c2",
                    REFUSED
                        + "To tell you how to proceed, the user said:\n"
                        + "The user wants to clarify these questions.\n Ask again."));

    assertThat(only(Approval.class, events)).extracting(Approval::reason).containsExactly("", "");
  }

  @Test
  void refusalByARule_isNobodysVerdict() {
    List<AgentEvent> events =
        events(
            script()
                .calls("c1", "Bash", "{}")
                .fails("c1", "Permission to use Bash has been denied."));

    assertThat(only(Approval.class, events)).isEmpty();
    assertThat(only(ToolResult.class, events).get(0).status()).isEqualTo(ToolStatus.REJECTED);
  }

  @Test
  void results_tellHowTheCallEnded() {
    List<AgentEvent> events =
        events(
            script()
                .fails("c1", "<tool_use_error>File does not exist.</tool_use_error>")
                .fails("c2", "<tool_use_error>Sibling tool call errored</tool_use_error>")
                .returns("c3", "half", line -> details(line).put("interrupted", true))
                .returns("c4", "started", line -> details(line).put("backgroundTaskId", "b1"))
                .returns("c5", "fine", line -> details(line).put("interrupted", false)));

    assertThat(only(ToolResult.class, events))
        .extracting(ToolResult::status)
        .containsExactly(
            ToolStatus.ERROR,
            ToolStatus.CANCELLED,
            ToolStatus.CANCELLED,
            ToolStatus.PENDING,
            ToolStatus.OK);
    assertThat(only(ToolResult.class, events).get(0).output()).isEqualTo("File does not exist.");
  }

  private static ObjectNode details(ObjectNode line) {
    return line.putObject("toolUseResult");
  }

  @Test
  void resultInParts_isJoined() {
    List<AgentEvent> events =
        events(
            script()
                .line(
                    "user",
                    line -> {
                      ObjectNode result = Script.result(line, "c1", "");
                      result.putArray("content").addObject().put("type", "text").put("text", "a");
                      result.withArray("content").addObject().put("type", "image");
                      result.withArray("content").addObject().put("type", "text").put("text", "b");
                    }));

    assertThat(only(ToolResult.class, events).get(0).output()).isEqualTo("a\nb");
  }

  @Test
  void interruption_isItsOwnEvent_andTheTurnAfterItIsThePersons() {
    List<AgentEvent> events =
        events(
            script()
                .user("Deploy it")
                .says("Deploying.")
                .line(
                    "user", line -> Script.says(line, "[Request interrupted by user for tool use]"))
                .user("to staging first"));

    assertThat(events)
        .extracting(AgentEvent::getClass)
        .containsExactly(
            Prompt.class, Response.class, Interrupted.class, Prompt.class, SessionEnd.class);
    assertThat(only(Prompt.class, events)).extracting(Prompt::text).contains("to staging first");
  }

  @Test
  void machineLines_sayNothing() {
    List<AgentEvent> events =
        events(
            script()
                .user("a skill's body", line -> line.put("isMeta", true))
                .user("a summary", line -> line.put("isCompactSummary", true))
                .user("a plan", line -> line.put("planContent", "# Plan"))
                .user("<command-name>/exit</command-name>")
                .user("<local-command-stdout>Bye</local-command-stdout>")
                .line("system", line -> line.put("content", "took 3 s"))
                .line("file-history-snapshot", line -> line.putObject("snapshot"))
                .line("summary", line -> line.put("summary", "a day's work"))
                .line(
                    "assistant",
                    line -> {
                      Script.says(line, "API Error: overloaded");
                      line.put("isApiErrorMessage", true);
                    })
                .user("the only words"));

    assertThat(only(Prompt.class, events))
        .extracting(Prompt::text)
        .containsExactly("the only words");
    assertThat(only(Response.class, events)).isEmpty();
  }

  @Test
  void subAgent_isASessionOfItsOwn_whoseAuthorIsTheAgent() {
    List<AgentEvent> events =
        events(
            script()
                .user("Look into it")
                .line(
                    "user",
                    line -> {
                      line.put("isSidechain", true).put("agentId", "a1");
                      Script.says(line, "No. Do not stop before you found it.");
                    })
                .line("progress", line -> progress(line, "a2"))
                .says("Found."));

    assertThat(only(Prompt.class, events))
        .extracting(prompt -> prompt.session().id(), prompt -> prompt.session().author().role())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("s1", Role.OPERATOR),
            org.assertj.core.groups.Tuple.tuple("s1/agent-a1", Role.AGENT));
    assertThat(only(ToolCall.class, events))
        .extracting(call -> call.session().id())
        .containsExactly("s1/agent-a2");
    assertThat(only(SessionEnd.class, events))
        .extracting(end -> end.session().id())
        .containsExactly("s1", "s1/agent-a1", "s1/agent-a2");
  }

  private static void progress(ObjectNode line, String agent) {
    ObjectNode data = line.putObject("data").put("type", "agent_progress").put("agentId", agent);
    Script.calls(data.putObject("message").put("type", "assistant"), "x1", "Read", "{}");
  }

  @Test
  void queuedLine_isAPromptWhenTheAgentIsTold_notWhenItGoesBack() {
    List<AgentEvent> events =
        events(
            script()
                .user("Start")
                .line(
                    "queue-operation",
                    line -> line.put("operation", "enqueue").put("content", "wait"))
                .line("queue-operation", line -> line.put("operation", "popAll"))
                .line(
                    "queue-operation",
                    line -> line.put("operation", "enqueue").put("content", "/skills"))
                .line("queue-operation", line -> line.put("operation", "remove"))
                .line(
                    "queue-operation",
                    line -> line.put("operation", "enqueue").put("content", "commit first"))
                .calls("c1", "Bash", "{}")
                .line("queue-operation", line -> line.put("operation", "remove"))
                .line(
                    "attachment",
                    line ->
                        line.putObject("attachment")
                            .put("type", "queued_command")
                            .put("prompt", "commit first"))
                .line(
                    "queue-operation",
                    line -> line.put("operation", "enqueue").put("content", "then push"))
                .line("queue-operation", line -> line.put("operation", "dequeue"))
                .user("then push"));

    assertThat(only(Prompt.class, events))
        .extracting(Prompt::text)
        .containsExactly("Start", "commit first", "then push");
  }

  @Test
  void editThatThePersonChanged_isAVerdictWithTheChangedArguments() {
    List<AgentEvent> events =
        events(
            script()
                .calls(
                    "c1", "Edit", "{\"file_path\":\"a\",\"old_string\":\"x\",\"new_string\":\"y\"}")
                .returns(
                    "c1",
                    "done",
                    line -> details(line).put("userModified", true).put("newString", "z")));

    Approval edited = only(Approval.class, events).get(0);
    assertThat(edited.verdict()).isEqualTo(Verdict.EDITED);
    assertThat(edited.arguments())
        .isEqualTo("{\"file_path\":\"a\",\"old_string\":\"x\",\"new_string\":\"z\"}");
  }

  @Test
  void wordsBesideAResult_areAPromptWithinTheTurn() {
    List<AgentEvent> events =
        events(
            script()
                .calls("c1", "Bash", "{}")
                .returns(
                    "c1",
                    "ok",
                    line -> {
                      details(line);
                      ((ObjectNode) line.path("message"))
                          .withArray("content")
                          .addObject()
                          .put("type", "text")
                          .put("text", "yes, and mind the quotes");
                    }));

    assertThat(events)
        .extracting(AgentEvent::getClass)
        .containsExactly(ToolCall.class, ToolResult.class, Prompt.class, SessionEnd.class);
  }

  @Test
  void callWithoutAName_isReportedWithFileAndLine_andSkipped() {
    List<AgentEvent> events = events(script().user("one").calls("c1", "", "{}").says("two"));

    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("t.jsonl:2: skipped, ");
    assertThat(only(Response.class, events)).hasSize(1);
  }

  @Test
  void sessionThatNamesNoId_isNamedAfterItsFile() {
    List<AgentEvent> events =
        events(script().raw("{\"type\":\"user\",\"message\":{\"content\":\"hello\"}}"));

    assertThat(events.get(0).session().id()).isEqualTo("t");
  }
}
