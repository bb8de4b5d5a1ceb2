package dev.hivemind.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every figure a folder has data for, part by part. */
final class Quality {
  private record Part(String folder, BiConsumer<Path, Report> run) {}

  private static final Map<String, Part> PARTS = parts();

  // It measures no promise, and takes longer than the rest of recall.
  private static final String ONLY_WHEN_NAMED = "ablation";

  private Quality() {}

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("recall", new Part("skill-recall", RecallQuality::run));
    parts.put("embedded", new Part("skill-recall", EmbeddedQuality::run));
    parts.put("ablation", new Part("skill-recall", Ablation::run));
    parts.put("speed", new Part("skill-recall", (data, report) -> RecallSpeed.run(report)));
    parts.put("masking", new Part("", (data, report) -> MaskingSpeed.run(report)));
    parts.put("corrections", new Part(CorrectionQuality.FILE, CorrectionQuality::run));
    parts.put("scenarios", new Part(ScenarioQuality.FILE, ScenarioQuality::run));
    parts.put("loop", new Part(LoopQuality.FILE, LoopQuality::run));
    parts.put("errors", new Part(ErrorQuality.FILE, ErrorQuality::run));
    parts.put("learning", new Part("transcripts", LearningSpeed::run));
    return parts;
  }

  /** Runs the parts named, or all but the ablation; one without its data is passed over. */
  static void run(Path data, List<String> named, Report report) {
    if (!PARTS.keySet().containsAll(named)) {
      throw new MissingDataException("the parts are " + PARTS.keySet() + ", not " + named);
    }
    Set<String> chosen = new HashSet<>(named.isEmpty() ? PARTS.keySet() : named);
    if (named.isEmpty()) {
      chosen.remove(ONLY_WHEN_NAMED);
    }
    int measured = 0;
    for (Map.Entry<String, Part> part : PARTS.entrySet()) {
      Path needed = data.resolve(part.getValue().folder());
      if (!chosen.contains(part.getKey())) {
        continue;
      }
      if (Files.exists(needed)) {
        report.progress(part.getKey());
        part.getValue().run().accept(data, report);
        measured++;
      } else {
        report.progress(part.getKey() + ": passed over, there is no " + needed);
      }
    }
    if (measured == 0) {
      throw new MissingDataException("nothing to measure in " + data);
    }
  }
}
