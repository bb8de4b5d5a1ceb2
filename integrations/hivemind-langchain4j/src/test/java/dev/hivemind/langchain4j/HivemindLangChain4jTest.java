package dev.hivemind.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.testkit.HivemindExtension;
import dev.hivemind.testkit.RecordingHivemind;
import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Reply;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import dev.langchain4j.observability.api.listener.AiServiceStartedListener;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.langchain4j.service.tool.ToolService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to LangChain4j; the rest is {@link LangChain4jAdapterTest}. */
class HivemindLangChain4jTest {
  private static final Scope SCOPE = Scope.of("payments-service");
  private static final String TASK = "Order 77 came back, refund it";
  private static final String LESSON = "settlement window";

  @RegisterExtension final HivemindExtension extension = HivemindExtension.inMemory();

  interface Support {
    String chat(String words);
  }

  interface Templated {
    @UserMessage("You are a clerk. Answer in one word: {{it}}")
    String one(String words);

    @UserMessage("Translate {{text}} into {{language}}")
    String translate(@V("text") String text, @V("language") String language);
  }

  interface Direct {
    Result<String> chat(String words);
  }

  static final class Orders {
    private final List<Integer> refunded = new ArrayList<>();

    @Tool
    String refund(@P(value = "the order", name = "order") int order) {
      refunded.add(order);
      return "refunded";
    }

    @Tool(returnBehavior = ReturnBehavior.IMMEDIATE)
    String pay(@P(value = "the order", name = "order") int order) {
      refunded.add(order);
      return "paid";
    }
  }

  private RecordingHivemind taught(String tool) {
    Session monday = Session.of(SCOPE, "monday").by(Author.operator("ana"));
    extension.after(
        monday.prompt("Give order 4711 its money back"),
        monday.toolCall("c1", tool, "{\"order\":4711}"),
        monday.toolResult("c1", ToolStatus.OK, "done"),
        monday.correction("c1", "No. Look first whether the settlement window is closed."));
    return RecordingHivemind.over(extension.hivemind());
  }

  private static ScriptedChatModel model(Reply... replies) {
    return new ScriptedChatModel(ScriptedModel.saying(replies));
  }

  private static Reply refund() {
    return Reply.call("refund", "{\"order\":77}");
  }

  private static List<String> prompts(RecordingHivemind hivemind) {
    return hivemind.events().stream()
        .filter(Prompt.class::isInstance)
        .map(one -> ((Prompt) one).text())
        .toList();
  }

  @Test
  void annotatedTool_isHeldAndThenRuns() {
    RecordingHivemind hivemind = taught("refund");
    Orders orders = new Orders();
    ScriptedChatModel model = model(refund(), refund(), Reply.answer("Done."));

    Support support =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Support.class)
            .chatModel(model)
            .tools(orders)
            .build();

    assertThat(support.chat(TASK)).isEqualTo("Done.");
    assertThat(orders.refunded).containsExactly(77);
    assertThat(model.script().shown(1)).contains(LESSON);
  }

  @Test
  void holding_namesTheToolsThatMayBeHeld() {
    RecordingHivemind hivemind = taught("refund");
    Orders orders = new Orders();
    ScriptedChatModel model = model(refund(), Reply.answer("Done."));

    HivemindLangChain4j.of(hivemind, SCOPE)
        .holding(tool -> !tool.equals("refund"))
        .builder(Support.class)
        .chatModel(model)
        .tools(orders)
        .build()
        .chat(TASK);

    assertThat(orders.refunded).containsExactly(77);
    assertThat(model.script().requests().get(1).get(2).text())
        .startsWith("refunded\n\n<hivemind-lessons")
        .contains(LESSON);
  }

  @Test
  void resultThatGoesStraightToTheCaller_isHeldBackForTheModel() {
    RecordingHivemind hivemind = taught("pay");
    Orders orders = new Orders();

    Result<String> result =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Direct.class)
            .chatModel(model(Reply.call("pay", "{\"order\":77}"), Reply.answer("I look first.")))
            .tools(orders)
            .build()
            .chat(TASK);

    assertThat(result.content()).isEqualTo("I look first.");
    assertThat(orders.refunded).isEmpty();
  }

  @Test
  void hooksOfTheHost_stay() {
    RecordingHivemind hivemind = taught("refund");
    List<String> heard = new ArrayList<>();
    ScriptedChatModel model = model(refund(), Reply.answer("Done."));

    HivemindLangChain4j.of(hivemind, SCOPE)
        .builder(Support.class)
        .chatModel(model)
        .tools(new Orders())
        .chatRequestTransformer(
            (request, memory) -> {
              List<dev.langchain4j.data.message.ChatMessage> more =
                  new ArrayList<>(request.messages());
              more.add(0, SystemMessage.from("The host's own."));
              return request.toBuilder().messages(more).build();
            })
        .beforeToolExecution(before -> heard.add("before " + before.request().name()))
        .afterToolExecution(after -> heard.add("after " + after.request().name()))
        .registerListener(
            new AiServiceStartedListener() {
              @Override
              public void onEvent(AiServiceStartedEvent event) {
                heard.add("started");
              }
            })
        .build()
        .chat(TASK);

    assertThat(heard).containsExactly("started", "before refund", "after refund");
    assertThat(model.script().shown(0)).contains("The host's own.").containsOnlyOnce(LESSON);
    assertThat(model.script().shown(1)).contains("The host's own.");
  }

  @Test
  void toolsOfAProvider_areListenedTo() {
    RecordingHivemind hivemind = taught("refund");
    Orders orders = new Orders();
    List<AiServiceTool> tools = ToolService.findTools(orders);

    HivemindLangChain4j.of(hivemind, SCOPE)
        .builder(Support.class)
        .chatModel(model(refund(), Reply.answer("Done.")))
        .toolProvider(request -> ToolProviderResult.builder().addAll(tools).build())
        .build()
        .chat(TASK);

    assertThat(orders.refunded).isEmpty();
    assertThat(hivemind.events())
        .anyMatch(one -> one instanceof ToolResult result && result.status() == ToolStatus.HELD);
  }

  @Test
  void template_isNotThePersonsWord() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());
    Templated service =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Templated.class)
            .chatModel(model(Reply.answer("yes"), Reply.answer("oui")))
            .build();

    service.one("Is it raining?");
    service.translate("yes", "French");

    assertThat(prompts(hivemind)).containsExactly("Is it raining?", "Translate yes into French");
  }

  @Test
  void serviceWithoutMemory_beginsASessionEachTime_ofAnEndUser() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());
    Support support =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Support.class)
            .chatModel(model(Reply.answer("1"), Reply.answer("2")))
            .build();

    support.chat("one");
    support.chat("two");

    assertThat(hivemind.events().stream().map(AgentEvent::session).distinct())
        .hasSize(2)
        .allMatch(one -> one.author().role() == Role.END_USER);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void turnsAtOnce_areNotToldWhatAnotherPersonTaught(boolean retrieval) {
    RecordingHivemind hivemind = taught("refund");
    ScriptedChatModel model =
        model(
            Reply.call("ask", "{\"words\":\"" + TASK + "\"}"),
            Reply.answer("Ben's."),
            Reply.answer("Ana's."));
    AtomicInteger people = new AtomicInteger();
    List<Support> services = new ArrayList<>();
    AiServices<Support> builder =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .sessions(
                (session, invocation) ->
                    people.getAndIncrement() == 0
                        ? session.by(Author.operator("ana"))
                        : new Session(Scope.of("another-tenant"), "ben", Author.operator("ben")))
            .builder(Support.class)
            .chatModel(model)
            .tools(new Asking(services), new Orders());
    services.add((retrieval ? builder.retrievalAugmentor(retriever()) : builder).build());

    services.get(0).chat(TASK);

    assertThat(model.script().shown(0)).contains(LESSON);
    assertThat(model.script().shown(1)).contains(TASK).doesNotContain(LESSON);
    assertThat(model.script().shown(2)).contains(LESSON);
  }

  private static RetrievalAugmentor retriever() {
    return request ->
        AugmentationResult.builder()
            .chatMessage(
                dev.langchain4j.data.message.UserMessage.from(
                    "Found: nothing. "
                        + ((dev.langchain4j.data.message.UserMessage) request.chatMessage())
                            .singleText()))
            .contents(List.of())
            .build();
  }

  /** While one person's turn goes on, another's begins in the same service. */
  record Asking(List<Support> services) {
    @Tool
    String ask(@P(value = "the words", name = "words") String words) {
      return services.get(0).chat(words);
    }
  }

  @Test
  void hostThatNamesNoSession_costsNothing() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());

    HivemindLangChain4j.of(hivemind, SCOPE)
        .sessions((session, invocation) -> null)
        .builder(Support.class)
        .chatModel(model(Reply.answer("Hello.")))
        .build()
        .chat("Hello");

    assertThat(prompts(hivemind)).containsExactly("Hello");
  }

  @Test
  void serviceWithOneMemory_isOneConversation() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());
    Support support =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Support.class)
            .chatModel(model(Reply.answer("1"), Reply.answer("2")))
            .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
            .build();

    support.chat("one");
    support.chat("two");

    assertThat(hivemind.events().stream().map(AgentEvent::session).distinct()).hasSize(1);
  }

  @Test
  void hostThatCannotSayWhoseItIs_costsNothing() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());

    String answer =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .sessions(
                (session, invocation) -> {
                  throw new IllegalStateException("nobody is logged in");
                })
            .builder(Support.class)
            .chatModel(model(Reply.answer("Hello.")))
            .build()
            .chat("Hello");

    assertThat(answer).isEqualTo("Hello.");
    assertThat(prompts(hivemind)).containsExactly("Hello");
  }

  @Test
  void builderThatBuildsTwice_recordsOnce() {
    RecordingHivemind hivemind = RecordingHivemind.over(extension.hivemind());
    var builder =
        HivemindLangChain4j.of(hivemind, SCOPE)
            .builder(Support.class)
            .chatModel(model(refund(), Reply.answer("Done.")))
            .tools(new Orders());

    builder.build();
    builder.build().chat(TASK);

    assertThat(prompts(hivemind)).containsExactly(TASK);
    assertThat(hivemind.events()).filteredOn(ToolResult.class::isInstance).hasSize(1);
  }
}
