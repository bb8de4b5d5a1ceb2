package dev.hivemind.examples.textmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.spi.TextModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A model behind HTTP, in either of the two formats most of them speak. Thread-safe. */
public final class HttpTextModel implements TextModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TOKENS = 1_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest.Builder request;
  private final String model;
  private final String answer;

  private HttpTextModel(HttpRequest.Builder request, String model, String answer) {
    this.request = request.header("content-type", "application/json");
    this.model = model;
    this.answer = answer;
  }

  /** Returns a model that speaks the Anthropic Messages format. */
  public static HttpTextModel anthropic(URI messages, String key, String model) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(messages)
            .header("x-api-key", key)
            .header("anthropic-version", "2023-06-01");
    return new HttpTextModel(request, model, "/content/0/text");
  }

  /** Returns a model that speaks the OpenAI chat format, as many servers do. */
  public static HttpTextModel openAi(URI completions, String key, String model) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(completions).header("authorization", "Bearer " + key);
    return new HttpTextModel(request, model, "/choices/0/message/content");
  }

  @Override
  public String complete(String prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", model).put("max_tokens", MOST_TOKENS);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    var post = request.copy().POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    try {
      var response = http.send(post, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("the model's server said " + response.statusCode());
      }
      JsonNode text = JSON.readTree(response.body()).at(answer);
      return text.asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
