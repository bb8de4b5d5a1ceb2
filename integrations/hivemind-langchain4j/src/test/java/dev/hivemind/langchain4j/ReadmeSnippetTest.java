package dev.hivemind.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.SkillState;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Reply;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says about LangChain4j. */
class ReadmeSnippetTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- tested in hivemind-langchain4j -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final String AROUND =
      """
      import dev.hivemind.*;
      import dev.hivemind.langchain4j.HivemindLangChain4j;
      import dev.langchain4j.agent.tool.Tool;
      import dev.langchain4j.data.embedding.Embedding;
      import dev.langchain4j.data.segment.TextSegment;
      import dev.langchain4j.model.chat.ChatModel;
      import dev.langchain4j.model.embedding.EmbeddingModel;
      class Snippet {
        interface Support { String chat(String words); }
        static class Orders { @Tool void refund(int order) {} }
        void run(Hivemind hivemind, ChatModel chatModel, EmbeddingModel embeddingModel) {
          %s
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void everyBlock_compiles() throws Exception {
    List<String> blocks = BLOCK.matcher(readme()).results().map(one -> one.group(1)).toList();
    assertThat(blocks).hasSize(2);
    for (String block : blocks) {
      compile(block);
    }
  }

  private static String readme() throws Exception {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve(".mvn"))) {
      at = at.getParent();
    }
    return Files.readString(at.resolve("README.md"));
  }

  private void compile(String block) throws Exception {
    Path file = Files.writeString(directory.resolve("Snippet.java"), AROUND.formatted(block));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    String classPath = System.getProperty("java.class.path");
    String[] arguments = {
      "-proc:none", "-cp", classPath, "-d", directory.toString(), file.toString()
    };
    int result = ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments);
    assertThat(result).as("%s%n%s", block, errors).isZero();
  }

  @Test
  void chatModel_wordsALesson_andEmbeddingModelIsAsked() {
    String words =
        "{\"decision\":\"KEEP\",\"name\":\"look-first\",\"description\":\"Look at the settlement window before a"
            + " refund\",\"body\":\"Look first whether the settlement window is closed.\",\"reason\":\"said\"}";
    ScriptedChatModel chatModel = new ScriptedChatModel(ScriptedModel.saying(Reply.answer(words)));
    Queue<String> embedded = new ConcurrentLinkedQueue<>();
    EmbeddingModel embeddingModel = new LengthOfText(embedded);
    HivemindBuilder builder =
        Hivemind.builder()
            .textModel(chatModel::chat)
            .embeddingModel(
                texts ->
                    embeddingModel
                        .embedAll(texts.stream().map(TextSegment::from).toList())
                        .content()
                        .stream()
                        .map(Embedding::vector)
                        .toList())
            .eventStore(new InMemoryEventStore())
            .skillStore(new InMemorySkillStore())
            .recallEngine(new InMemoryRecallEngine());
    Scope scope = Scope.of("payments-service");
    Session monday = Session.of(scope, "monday").by(Author.operator("ana"));

    try (Hivemind hivemind = builder.open()) {
      hivemind.record(monday.prompt("Give order 4711 its money back"));
      hivemind.record(monday.toolCall("c1", "refund", "{\"order\":4711}"));
      hivemind.record(
          monday.correction("c1", "Look first whether the settlement window is closed."));
      assertThat(hivemind.flush(Duration.ofSeconds(20)).complete()).isTrue();
      assertThat(hivemind.skills(scope).list(SkillState.ACTIVE))
          .singleElement()
          .matches(skill -> skill.name().equals("look-first"));
    }

    assertThat(embedded).isNotEmpty();
  }

  /** Two numbers a text. */
  private record LengthOfText(Queue<String> embedded) implements EmbeddingModel {
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      segments.forEach(one -> embedded.add(one.text()));
      return Response.from(
          segments.stream()
              .map(one -> Embedding.from(new float[] {1, one.text().length()}))
              .toList());
    }
  }
}
