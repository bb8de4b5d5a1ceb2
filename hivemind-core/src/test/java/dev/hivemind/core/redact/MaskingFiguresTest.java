package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many true samples are masked, and how many harmless ones are touched: printed figures. */
class MaskingFiguresTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20260709);
  private static final int ROUNDS = 40;
  private static final double MASKED = .95;
  private static final double TOUCHED = .05;

  private static final List<String> FRAMES =
      List.of(
          "%s",
          "see %s, please",
          "{\"x\":\"%s\"}",
          "{\\\"x\\\":\\\"%s\\\"}",
          "a\n%s\nb",
          "(%s)",
          "to %s.",
          "contact: %s; thanks",
          "\u8fde\u7d61 %s\u3002");

  private final SecretRedactor secrets = new SecretRedactor();
  private final Redactor personal = new PersonalRedactor();

  @Test
  void trueSamples_areMasked() {
    Map<String, int[]> figures = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, List<String>> samples = new LinkedHashMap<>(new Secrets(SEED + round).byRule());
      samples.putAll(new People(SEED + round).byRule());
      samples.forEach(
          (rule, texts) ->
              texts.forEach(
                  text ->
                      FRAMES.forEach(
                          frame -> {
                            String framed = frame.replace("%s", text);
                            boolean masked = !masked(framed).contains(text);
                            int[] figure = figures.computeIfAbsent(rule, key -> new int[2]);
                            figure[0] += masked ? 1 : 0;
                            figure[1]++;
                          })));
    }
    int masked = figures.values().stream().mapToInt(one -> one[0]).sum();
    int all = figures.values().stream().mapToInt(one -> one[1]).sum();
    System.out.printf("masking: %d of %d true samples (seed %d)%n", masked, all, SEED);
    figures.forEach(
        (rule, one) ->
            assertThat((double) one[0] / one[1]).as(rule).isGreaterThanOrEqualTo(MASKED));
  }

  @Test
  void ordinaryText_isLeftAlone() {
    List<String> lines = new Ordinary(SEED).lines(ROUNDS);
    List<String> touched = lines.stream().filter(line -> !masked(line).equals(line)).toList();
    System.out.printf(
        "masking: %d of %d harmless lines touched (seed %d)%n", touched.size(), lines.size(), SEED);
    assertThat((double) touched.size() / lines.size())
        .as(() -> String.join("\n", touched.subList(0, Math.min(20, touched.size()))))
        .isLessThan(TOUCHED);
  }

  private String masked(String text) {
    return personal.redact(secrets.redact(text));
  }
}
