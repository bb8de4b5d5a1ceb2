package dev.hivemind.examples.googleadk;

import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Flowable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of a few rules: it refunds to a voucher unless the person's own words speak of a card. It
 * does not read what was learned, until a call is held and the lesson stands where a result should.
 */
final class StubbornLlm extends BaseLlm {
  private static final Pattern ORDER = Pattern.compile("[Oo]rder (\\d+)");
  private static final String LESSON = "<hivemind-lessons";

  StubbornLlm() {
    super("stubborn");
  }

  @Override
  public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
    Part answer = answer(request.contents());
    Content content = Content.builder().role("model").parts(answer).build();
    return Flowable.just(LlmResponse.builder().content(content).build());
  }

  private static Part answer(List<Content> contents) {
    Content latest = contents.get(contents.size() - 1);
    Optional<String> result =
        latest.parts().orElse(List.of()).stream()
            .flatMap(part -> part.functionResponse().stream())
            .findFirst()
            .map(StubbornLlm::output);
    if (result.isEmpty()) {
      return refund(order(contents), words(latest).contains("card") ? "card" : "voucher");
    }
    return result.get().startsWith(LESSON)
        ? refund(order(contents), "card")
        : Part.fromText("Done: " + result.get() + ".");
  }

  private static String output(FunctionResponse response) {
    return String.valueOf(response.response().orElse(Map.of()).get("result"));
  }

  private static Part refund(int order, String method) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("order", order);
    arguments.put("method", method);
    return Part.builder()
        .functionCall(FunctionCall.builder().name("refund").args(arguments).build())
        .build();
  }

  private static int order(List<Content> contents) {
    int order = 0;
    for (Content content : contents) {
      Matcher matcher = ORDER.matcher(words(content));
      order = matcher.find() ? Integer.parseInt(matcher.group(1)) : order;
    }
    return order;
  }

  // The first part is what the person said; what was learned stands behind it.
  private static String words(Content content) {
    boolean person = content.role().orElse("").equals("user");
    return content.parts().orElse(List.of()).stream()
        .limit(person ? 1 : 0)
        .flatMap(part -> part.text().stream())
        .findFirst()
        .orElse("");
  }

  @Override
  public BaseLlmConnection connect(LlmRequest request) {
    throw new UnsupportedOperationException("a script is not live");
  }
}
