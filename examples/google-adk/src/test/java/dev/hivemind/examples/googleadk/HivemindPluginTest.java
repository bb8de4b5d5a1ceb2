package dev.hivemind.examples.googleadk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.adk.agents.InvocationContext;
import com.google.adk.agents.LlmAgent;
import com.google.adk.events.ToolConfirmation;
import com.google.adk.sessions.InMemorySessionService;
import com.google.adk.sessions.Session;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Verdict;
import dev.hivemind.testkit.RecordingHivemind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to ADK; the rest is {@link AdkAdapterTest}. */
class HivemindPluginTest {
  private final RecordingHivemind hivemind = RecordingHivemind.over(Hivemind.noop());
  private final HivemindPlugin plugin = new HivemindPlugin(hivemind, Scope.of("shop"));

  private InvocationContext begun(String user, String session) {
    InvocationContext invocation =
        InvocationContext.builder()
            .sessionService(new InMemorySessionService())
            .invocationId("i1")
            .agent(LlmAgent.builder().name("support").build())
            .session(Session.builder(session).appName("shop").userId(user).build())
            .build();
    Content said = Content.fromParts(Part.fromText("Refund order 77"));
    assertThat(plugin.onUserMessageCallback(invocation, said).blockingGet()).isNull();
    return invocation;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answerToARequestForConfirmation_isAVerdict(boolean confirmed) {
    ToolContext context =
        ToolContext.builder(begun("ana", "monday"))
            .functionCallId("c1")
            .toolConfirmation(ToolConfirmation.builder().confirmed(confirmed).build())
            .build();
    BaseTool refund = new BaseTool("refund", "an order's refund") {};

    assertThat(plugin.beforeToolCallback(refund, Map.of("order", 77), context).blockingGet())
        .isNull();

    assertThat(hivemind.events())
        .filteredOn(Approval.class::isInstance)
        .singleElement()
        .satisfies(
            one -> {
              Approval verdict = (Approval) one;
              assertThat(verdict.call()).isEqualTo("c1");
              assertThat(verdict.verdict())
                  .isEqualTo(confirmed ? Verdict.APPROVED : Verdict.REJECTED);
              assertThat(verdict.session().author()).isEqualTo(Author.endUser("ana"));
            });
  }

  @Test
  void sessionsOfOneName_areTwoWhereTheUsersAre() {
    begun("ana", "1");
    begun("ben", "1");

    assertThat(hivemind.events().stream().map(one -> one.session().id()).distinct()).hasSize(2);
  }
}
