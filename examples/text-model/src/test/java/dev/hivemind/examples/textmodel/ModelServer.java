package dev.hivemind.examples.textmodel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on the loopback address that speaks both formats and answers what a test tells it to.
 */
final class ModelServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A status and a text; status 0 never answers. */
  private record Answer(int status, String text) {}

  ModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no port on the loopback address", e);
    }
    server.createContext("/v1/messages", exchange -> answer(exchange, true));
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, false));
    server.setExecutor(threads);
    server.start();
  }

  ModelServer says(String text) {
    answers.add(new Answer(200, text));
    return this;
  }

  ModelServer fails(int status) {
    answers.add(new Answer(status, "{}"));
    return this;
  }

  ModelServer hangs() {
    answers.add(new Answer(0, ""));
    return this;
  }

  List<String> prompts() {
    return List.copyOf(prompts);
  }

  HttpTextModel anthropic() {
    return HttpTextModel.anthropic(at("/v1/messages"), "k", "m");
  }

  HttpTextModel openAi() {
    return HttpTextModel.openAi(at("/v1/chat/completions"), "k", "m");
  }

  private URI at(String path) {
    return URI.create(
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + path);
  }

  private void answer(HttpExchange exchange, boolean anthropic) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    prompts.add(JSON.readTree(body).at("/messages/0/content").asText());
    Answer next = next();
    if (next.status() == 0) {
      hang();
    }
    byte[] bytes =
        (next.status() == 200 ? wrapped(next.text(), anthropic) : next.text())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(next.status() == 0 ? 500 : next.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next() {
    return answers.isEmpty() ? new Answer(500, "{}") : answers.remove();
  }

  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String wrapped(String text, boolean anthropic) {
    ObjectNode root = JSON.createObjectNode();
    if (anthropic) {
      root.putArray("content").addObject().put("type", "text").put("text", text);
    } else {
      root.putArray("choices").addObject().putObject("message").put("content", text);
    }
    return root.toString();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
