package dev.hivemind.core.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hivemind.Advice;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Detail;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.core.outcome.RecallRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Why the latest recalls said what they said; put into words when somebody asks. Thread-safe. */
public final class Explanations {
  private static final int LATEST = 1_000;

  private final Cache<String, Supplier<Explanation>> latest =
      Caffeine.newBuilder().maximumSize(LATEST).executor(Runnable::run).build();

  Explanations() {}

  void put(String recall, Supplier<Explanation> explanation) {
    latest.put(recall, explanation);
  }

  Optional<Explanation> of(Scope scope, String recall) {
    return Optional.ofNullable(latest.getIfPresent(recall))
        .map(Supplier::get)
        .filter(one -> scope.contains(one.context().session().scope()));
  }

  void clear() {
    latest.invalidateAll();
  }

  /** Returns what is left of an explanation when only the row in the event log is. */
  public static Explanation logged(RecallRow row, Instant at) {
    RecallContext context = RecallContext.of(row.session(), "");
    List<Considered> considered =
        row.entries().stream()
            .map(
                one ->
                    new Considered(
                        one.skill(),
                        one.revision(),
                        one.name(),
                        Map.of(),
                        one.confidence(),
                        one.outcome(),
                        Choice.reason(one.outcome())))
            .toList();
    return new Explanation(
        Detail.LOGGED,
        row.recall(),
        at,
        row.tool().isEmpty() ? context : context.beforeTool(row.tool(), ""),
        advice(row.advice()),
        row.threshold(),
        considered,
        row.characters(),
        row.budget(),
        row.microseconds());
  }

  private static Advice advice(String kind) {
    return switch (kind) {
      case "Hold" -> new Advice.Hold("");
      case "Annotate" -> new Advice.Annotate("");
      default -> new Advice.Proceed();
    };
  }
}
