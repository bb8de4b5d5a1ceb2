package dev.hivemind.examples.springai;

import dev.hivemind.Author;
import dev.hivemind.springai.SessionResolver;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * An application whose agent pays a refund the wrong way on Monday, is told so in a plain sentence,
 * and is held before it does the same on Tuesday, in another conversation. That lessons are learned
 * comes with the artifact; the one bean about it says whose words they are.
 *
 * <p>The model is a few lines of script. With SPRING_AI_MODEL_CHAT=openai and
 * SPRING_AI_OPENAI_API_KEY in the environment it is a real one; then every run differs.
 */
@SpringBootApplication
public class SupportApplication {
  /** For Spring. */
  public SupportApplication() {}

  /** Starts the application, tells the story over HTTP and ends; with {@code --serve} it stays. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String home = "--hivemind.home=" + Files.createTempDirectory("hivemind-");
    boolean stays = args.length > 0 && args[0].equals("--serve");
    ConfigurableApplicationContext context =
        SpringApplication.run(
            SupportApplication.class, home, "--server.port=" + (stays ? 8080 : 0));
    if (!stays) {
      String port =
          Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
      new Story(URI.create("http://localhost:" + port), System.out).tell();
      context.close();
    }
  }

  @Bean
  ChatClient support(ChatClient.Builder builder, PrintStream out) {
    return builder
        .defaultAdvisors(
            MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder().build()).build(),
            new Telling(out))
        .defaultTools(new Payments())
        .build();
  }

  // Who is logged in is the application's to know; here the chat's user is put into the request.
  @Bean
  SessionResolver sessions() {
    return (session, request) ->
        session.by(Author.operator(String.valueOf(request.context().get("user"))));
  }

  @Bean
  @ConditionalOnProperty(name = "spring.ai.model.chat", havingValue = "none")
  ChatModel stubbornModel() {
    return new StubbornModel();
  }

  @Bean(destroyMethod = "")
  PrintStream out() {
    return System.out;
  }
}
