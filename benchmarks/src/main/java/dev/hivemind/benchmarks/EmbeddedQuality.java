package dev.hivemind.benchmarks;

import dev.hivemind.Recall.Flag;
import dev.hivemind.benchmarks.SkillSet.Query;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.spi.model.embedding.EmbeddingModelFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;

/**
 * Ranking and confidence with an embedding model beside the words: the one on the class path, which
 * the Maven profile {@code models} puts there.
 */
final class EmbeddedQuality {
  private static final long PAUSE = Duration.ofMillis(50).toNanos();

  private EmbeddedQuality() {}

  static void run(Path data, Report report) {
    Optional<EmbeddingModel> model = model();
    if (model.isEmpty()) {
      report.progress("embedded: passed over, set EMBEDDER to have a model fetched");
      return;
    }
    for (SkillSet set : SkillSet.all(data)) {
      run(set, model.get(), report);
    }
  }

  /** Returns the model on the class path, if there is one. */
  static Optional<EmbeddingModel> model() {
    return ServiceLoader.load(EmbeddingModelFactory.class)
        .findFirst()
        .map(EmbeddingModelFactory::create);
  }

  /** Returns a library that has the vectors of all its skills. */
  static Library library(SkillSet set, EmbeddingModel model) {
    Library library =
        new Library(set, builder -> builder.embeddingModel(texts -> embedded(model, texts)));
    awaitVectors(library, set.queries().get(0));
    return library;
  }

  private static void run(SkillSet set, EmbeddingModel model, Report report) {
    try (Library library = library(set, model)) {
      List<Answer> answers = set.queries().stream().map(library::ask).toList();
      AnswerFigures figures = new AnswerFigures(set, report);
      figures.ranking("recall.embedded.", answers);
      figures.shipped("recall.embedded.shipped.", answers);
    }
  }

  private static void awaitVectors(Library library, Query query) {
    while (library.recall(query.text()).flags().contains(Flag.WORDS_ALONE)) {
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static List<float[]> embedded(EmbeddingModel model, List<String> texts) {
    List<TextSegment> segments =
        texts.stream().map(text -> TextSegment.from(text.isBlank() ? "-" : text)).toList();
    return model.embedAll(segments).content().stream().map(one -> one.vector()).toList();
  }
}
