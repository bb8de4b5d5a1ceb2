package dev.hivemind.benchmarks;

import dev.hivemind.Explanation.Considered;
import dev.hivemind.benchmarks.SkillSet.Written;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What each part of a score and each field of a skill is worth. Parts are left out afterwards, from
 * the scores that explanations hold: of the candidates that all parts together chose, and with the
 * weights of the others as they are. Fields are left out of the skills before they are added. With
 * a model on the class path its vectors are one of the parts.
 */
final class Ablation {
  private static final Map<String, Set<String>> PARTS = partsLeftOut();
  private static final Map<String, UnaryOperator<Written>> FIELDS = fieldsLeftOut();

  private final SkillSet set;
  private final Optional<EmbeddingModel> model;
  private final AnswerFigures figures;

  private Ablation(SkillSet set, Optional<EmbeddingModel> model, Report report) {
    this.set = set;
    this.model = model;
    this.figures = new AnswerFigures(set, report);
  }

  private static Map<String, Set<String>> partsLeftOut() {
    Map<String, Set<String>> parts = new LinkedHashMap<>();
    parts.put("all", Set.of());
    parts.put("without_words", Set.of("words"));
    parts.put("without_grams", Set.of("trigger", "whole", "phrase"));
    parts.put("without_trigger_grams", Set.of("trigger"));
    parts.put("without_whole_grams", Set.of("whole"));
    parts.put("without_phrases", Set.of("phrase", "phrase words", "phrase covered"));
    parts.put("without_covered", Set.of("covered"));
    parts.put("without_brevity", Set.of("brevity"));
    parts.put("without_meaning", Set.of("meaning"));
    return parts;
  }

  private static Map<String, UnaryOperator<Written>> fieldsLeftOut() {
    Map<String, UnaryOperator<Written>> fields = new LinkedHashMap<>();
    fields.put("without_name", Ablation::withoutName);
    fields.put("without_description", Ablation::withoutDescription);
    fields.put("without_body", Ablation::withoutBody);
    return fields;
  }

  static void run(Path data, Report report) {
    Optional<EmbeddingModel> model = EmbeddedQuality.model();
    for (SkillSet set : SkillSet.all(data)) {
      report.progress(set.name());
      Ablation ablation = new Ablation(set, model, report);
      ablation.parts();
      ablation.fields();
    }
  }

  private Library library(SkillSet some) {
    return model.map(one -> EmbeddedQuality.library(some, one)).orElseGet(() -> new Library(some));
  }

  private void parts() {
    try (Library library = library(set)) {
      List<List<Considered>> considered =
          set.queries().stream().map(one -> library.considered(one)).toList();
      PARTS.forEach(
          (name, parts) -> {
            ScoreParts score = new ScoreParts(parts);
            if (model.isPresent() || !parts.contains("meaning")) {
              report(name, considered.stream().map(one -> score.answer(one, library)).toList());
            }
          });
    }
  }

  private void fields() {
    FIELDS.forEach(
        (name, without) -> {
          List<Written> skills = set.skills().stream().map(without).toList();
          try (Library library = library(new SkillSet(set.name(), skills, set.queries()))) {
            report(name, set.queries().stream().map(library::ask).toList());
          }
        });
  }

  private void report(String name, List<Answer> answers) {
    figures.ranking("ablation." + name + ".", answers);
  }

  // Names must be unique, and ids follow from them: digits say nothing.
  private static Written withoutName(Written one) {
    String digits = Integer.toUnsignedString(one.id().hashCode());
    return new Written(one.id(), "n" + digits, one.description(), one.body());
  }

  private static Written withoutDescription(Written one) {
    String body = one.body().isBlank() ? one.description() : one.body();
    return new Written(one.id(), one.name(), one.name(), body);
  }

  private static Written withoutBody(Written one) {
    return new Written(one.id(), one.name(), one.description(), one.name());
  }
}
