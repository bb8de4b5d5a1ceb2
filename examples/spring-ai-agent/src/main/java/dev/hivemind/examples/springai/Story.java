package dev.hivemind.examples.springai;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The two conversations, over HTTP as any client has them. */
final class Story {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI application;
  private final PrintStream out;

  Story(URI application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  void tell() throws IOException, InterruptedException {
    out.println("== Monday");
    say("monday", "Give order 4711 its money back.");
    say("monday", "No, that was wrong. Never refund to a voucher, always refund to the card.");
    until(skills -> skills.contains("refund to the card"));
    out.println("== Tuesday, another conversation");
    say("tuesday", "Order 77 came back, please refund it.");
    out.println("== What was held, and how often: /actuator/hivemind");
    out.println(get("/actuator/hivemind").replaceAll(".*(\"RECALLS_HELD\" ?: ?\\d+).*", "$1"));
  }

  private void say(String conversation, String words) throws IOException, InterruptedException {
    out.println("  ana: " + words);
    HttpRequest request =
        HttpRequest.newBuilder(application.resolve("/chat/" + conversation))
            .header("user", "ana")
            .header("content-type", "text/plain")
            .POST(BodyPublishers.ofString(words))
            .build();
    out.println("agent: " + http.send(request, BodyHandlers.ofString()).body());
  }

  /** Learning takes moments, in the background. */
  private void until(Predicate<String> learned) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!learned.test(get("/actuator/hivemind/skills")) && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(application.resolve(path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
