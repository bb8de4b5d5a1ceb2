package dev.hivemind.examples.googleadk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.Part;
import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Message;
import dev.hivemind.testkit.ScriptedModel.Reply;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scripted model as an ADK model. */
final class ScriptedLlm extends BaseLlm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ScriptedModel script;

  ScriptedLlm(ScriptedModel script) {
    super("scripted");
    this.script = script;
  }

  @Override
  public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
    return Flowable.fromCallable(
        () -> {
          Reply reply = script.reply(request.contents().stream().map(ScriptedLlm::shown).toList());
          List<Part> parts =
              reply.calls().isEmpty()
                  ? List.of(Part.fromText(reply.text()))
                  : reply.calls().stream().map(ScriptedLlm::part).toList();
          Content content = Content.builder().role("model").parts(parts).build();
          return LlmResponse.builder().content(content).build();
        });
  }

  private static Part part(ScriptedModel.Call call) {
    FunctionCall function =
        FunctionCall.builder().name(call.tool()).args(map(call.arguments())).build();
    return Part.builder().functionCall(function).build();
  }

  private static Map<String, Object> map(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static String json(Map<String, Object> map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(String.valueOf(map), e);
    }
  }

  private static Message shown(Content content) {
    String text =
        content.parts().orElse(List.of()).stream()
            .map(
                part ->
                    part.functionResponse()
                        .map(one -> String.valueOf(one.response().orElse(Map.of())))
                        .orElseGet(() -> part.text().orElse("")))
            .collect(Collectors.joining("\n"));
    return new Message(content.role().orElse(""), text);
  }

  @Override
  public BaseLlmConnection connect(LlmRequest request) {
    throw new UnsupportedOperationException("a script is not live");
  }
}
