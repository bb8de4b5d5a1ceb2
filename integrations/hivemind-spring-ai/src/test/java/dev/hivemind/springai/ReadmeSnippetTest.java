package dev.hivemind.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.spi.TextModel;
import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** What the README says about Spring AI. */
class ReadmeSnippetTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- tested in hivemind-spring-ai -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final String AROUND =
      """
      import dev.hivemind.*;
      import dev.hivemind.springai.*;
      import org.springframework.ai.chat.client.ChatClient;
      import org.springframework.ai.chat.model.ChatModel;
      import org.springframework.ai.embedding.EmbeddingModel;
      import org.springframework.context.annotation.Bean;
      class Snippet {
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
  void chatModel_isATextModel_andEmbeddingModelIsOne() {
    ChatModel chatModel = ScriptedChatModels.of(ScriptedModel.saying(Reply.answer("an answer")));
    List<String> asked = new ArrayList<>();
    EmbeddingModel embeddingModel = new LengthOfText(asked);
    TextModel text = chatModel::call;
    dev.hivemind.spi.EmbeddingModel embedding = embeddingModel::embed;
    HivemindBuilder builder = Hivemind.builder().textModel(text).embeddingModel(embedding);

    assertThat(text.complete("a prompt")).isEqualTo("an answer");
    assertThat(embedding.embed(List.of("one", "three")))
        .hasSize(2)
        .allMatch(one -> one.length == 2);
    assertThat(asked).containsExactly("one", "three");
    assertThat(builder).isNotNull();
  }

  /** Two numbers a text. */
  private record LengthOfText(List<String> asked) implements EmbeddingModel {
    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
      List<Embedding> embeddings = new ArrayList<>();
      for (String text : request.getInstructions()) {
        asked.add(text);
        embeddings.add(new Embedding(new float[] {1, text.length()}, embeddings.size()));
      }
      return new EmbeddingResponse(embeddings);
    }

    @Override
    public float[] embed(Document document) {
      return embed(String.valueOf(document.getText()));
    }
  }
}
