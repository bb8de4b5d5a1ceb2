package dev.hivemind.examples.springai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The whole application, called over HTTP. */
class SupportApplicationTest {
  private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();
  private static final PrintStream OUT = new PrintStream(TOLD, true, StandardCharsets.UTF_8);

  @TempDir Path home;

  @Configuration
  static class Told {
    @Bean
    @Primary
    PrintStream told() {
      return OUT;
    }
  }

  @Test
  void wrongCall_isHeldInTheNextConversation_andTheRightOneMade() throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            new Class<?>[] {SupportApplication.class, Told.class},
            new String[] {"--hivemind.home=" + home, "--server.port=0"})) {
      URI application =
          URI.create(
              "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
      Story story = new Story(application, OUT);

      story.tell();

      assertThat(TOLD.toString(StandardCharsets.UTF_8))
          .containsSubsequence(
              "== Monday",
              "agent: calls refund {\"order\":4711,\"method\":\"voucher\"}",
              "tool: \"order 4711 was refunded to the voucher\"",
              "ana: No, that was wrong.",
              "tool: \"order 4711 was refunded to the card\"",
              "== Tuesday",
              "agent: calls refund {\"order\":77,\"method\":\"voucher\"}",
              "HELD: <hivemind-lessons",
              "agent: calls refund {\"order\":77,\"method\":\"card\"}",
              "tool: \"order 77 was refunded to the card\"",
              "agent: Done: order 77 was refunded to the card.",
              "RECALLS_HELD")
          .containsPattern("RECALLS_HELD\" ?: ?1\\b")
          .doesNotContain("order 77 was refunded to the voucher");
      assertThat(story.get("/actuator/health")).contains("\"UP\"", "\"hivemind\"");
      assertThat(story.get("/actuator/hivemind/candidates")).isEqualTo("[]");
      assertThat(rejected(application, story.get("/actuator/hivemind/skills")))
          .contains("\"REJECTED\"", "no longer so");
      assertThat(story.get("/actuator/hivemind/skills")).isEqualTo("[]");
    }
  }

  private static String rejected(URI application, String skills) throws Exception {
    String name = skills.replaceAll("(?s).*\"name\" ?: ?\"([^\"]+)\".*", "$1");
    HttpRequest request =
        HttpRequest.newBuilder(application.resolve("/actuator/hivemind/reject/" + name))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"by\":\"ben\",\"reason\":\"no longer so\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
