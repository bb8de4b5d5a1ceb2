package dev.hivemind.core;

import dev.hivemind.Capture;
import dev.hivemind.Codifier;
import dev.hivemind.HivemindListener;
import dev.hivemind.Mode;
import dev.hivemind.PersonalData;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Scope;
import dev.hivemind.core.codify.ModelBudget;
import dev.hivemind.core.recall.HoldOut;
import dev.hivemind.core.recall.RecallSettings;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import dev.hivemind.spi.EmbeddingModel;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.spi.TextModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every setting with its default: what the builder fills in and {@code status()} prints. */
final class Settings {
  Optional<Path> home = Optional.empty();
  Optional<StorageProvider> storage = Optional.empty();
  Optional<Supplier<? extends Storage>> shared = Optional.empty();
  Optional<Path> restored = Optional.empty();
  Optional<EventStore> events = Optional.empty();
  Optional<SkillStore> skills = Optional.empty();
  Optional<RecallEngine> engine = Optional.empty();
  Optional<Redactor> redactor = Optional.empty();
  PersonalData personalData = PersonalData.MASKED;
  Optional<EmbeddingModel> embedding = Optional.empty();
  Optional<Codifier> codifier = Optional.empty();
  Optional<TextModel> textModel = Optional.empty();
  ModelBudget modelBudget = ModelBudget.USUAL;
  PromotionPolicy promotion = PromotionPolicy.automatic();
  InstantSource clock = InstantSource.system();
  Mode mode = Mode.ON;
  HoldOut holdOut = HoldOut.NONE;
  Bounds prompt = new Bounds(Duration.ofMillis(20), 2, 1_500);
  Bounds tool = new Bounds(Duration.ofMillis(5), 1, 300);
  Duration sessionIdle = Duration.ofMinutes(5);
  int codifyAfter = 50;
  Duration linger = Duration.ofMillis(20);
  long queueBytes = 16L << 20;
  int eventCharacters = 256_000;
  Duration retention = Duration.ofDays(30);
  Capture capture = Capture.FULL;
  int activeSkills = 200;
  final List<HivemindListener> listeners = new ArrayList<>();
  final Map<Path, Scope> roots = new LinkedHashMap<>();

  /** Returns whether what holds both stores is in the home. */
  boolean storesNone() {
    return shared.isEmpty() && events.isEmpty() && skills.isEmpty();
  }

  RecallSettings recall() {
    return new RecallSettings(mode, holdOut, prompt, tool);
  }

  /** Returns every setting in words. */
  Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("home", home.map(Path::toString).orElse("none"));
    words.put("restore", restored.map(Path::toString).orElse("none"));
    words.put("eventStore", events.map(Settings::type).orElse("from storage"));
    words.put("skillStore", skills.map(Settings::type).orElse("from storage"));
    words.put("redactor", "built-in" + redactor.map(one -> ", then " + type(one)).orElse(""));
    words.put("personalData", personalData.name());
    words.put("embeddingModel", embedding.map(Settings::type).orElse("none"));
    words.put("codifier", codifier.map(Settings::type).orElse("rules"));
    words.put("textModel", textModel.map(Settings::type).orElse("none"));
    words.put("modelBudget", modelBudget.toString());
    words.put("promotion", type(promotion));
    words.put("mode", mode.name());
    words.put("holdOut", holdOut.inWords());
    words.put("promptDeadline", prompt.deadline().toString());
    words.put("toolDeadline", tool.deadline().toString());
    words.put("promptBudget", prompt.skills() + " skills, " + prompt.characters() + " characters");
    words.put("toolBudget", tool.skills() + " skills, " + tool.characters() + " characters");
    words.put("sessionIdle", sessionIdle.toString());
    words.put("codifyAfter", codifyAfter + " events");
    words.put("linger", linger.toString());
    words.put("queueBytes", Long.toString(queueBytes));
    words.put("eventCharacters", Integer.toString(eventCharacters));
    words.put("retention", retention.toString());
    words.put("capture", capture.name());
    words.put("activeSkills", Integer.toString(activeSkills));
    words.put("listeners", Integer.toString(listeners.size()));
    roots.forEach((root, scope) -> words.put("publishTo " + root, scope.toString()));
    return words;
  }

  private static String type(Object object) {
    String name = object.getClass().getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " (lambda)";
  }
}
