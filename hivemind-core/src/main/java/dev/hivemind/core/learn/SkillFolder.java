package dev.hivemind.core.learn;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.core.library.Imported;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.library.SkillDocument;
import dev.hivemind.core.library.Waiting;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.publish.Root;
import dev.hivemind.core.publish.TextFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The skills of a scope and below as a folder: {@code skills/<scope>/<name>/SKILL.md}, the exact
 * text, and {@code evidence/<scope>/<name>.json}, what it stands on.
 */
final class SkillFolder {
  private static final String SKILLS = "skills/";
  private static final String FILE = "/SKILL.md";

  private final Library library;
  private final Monitor monitor;

  SkillFolder(Library library, Monitor monitor) {
    this.library = library;
    this.monitor = monitor;
  }

  /** Writes what is not retired and returns it, by name. */
  List<Skill> write(Path folder, Scope scope) {
    LibrarySnapshot snapshot = library.snapshot();
    List<Skill> skills =
        Stream.concat(snapshot.savedAt(scope).stream(), snapshot.below(scope).stream())
            .filter(one -> !one.state().retired() && !Waiting.is(one))
            .sorted(Comparator.comparing(Skill::name))
            .toList();
    Map<String, String> texts = new TreeMap<>();
    for (Skill skill : skills) {
      String place = Root.directoryName(skill.scope()) + "/" + skill.name();
      texts.put(SKILLS + place + FILE, skill.text());
      texts.put(evidence(SKILLS + place + FILE), SkillDocument.of(skill));
    }
    new TextFolder(folder).write(texts);
    return skills;
  }

  private static String evidence(String file) {
    String place = file.substring(SKILLS.length(), file.length() - FILE.length());
    return "evidence/" + place + ".json";
  }

  /** Takes in what is not known and returns it, by name. */
  List<Skill> read(Path folder, Scope scope, Author by, Instant at) {
    Map<String, String> texts = new TextFolder(folder).read();
    Imported imported = new Imported(library, scope, by, at);
    List<Skill> taken = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      if (text.getKey().toLowerCase(Locale.ROOT).endsWith("skill.md")) {
        try {
          imported
              .skill(text.getValue(), grounds(text.getKey(), texts))
              .ifPresent(skill -> taken.add(library.save(skill)));
        } catch (IllegalArgumentException e) {
          monitor.problem("a file was not imported: " + text.getKey() + ": " + e.getMessage());
        }
      }
    }
    taken.sort(Comparator.comparing(Skill::name));
    return List.copyOf(taken);
  }

  /** Without the evidence that lies beside it nobody knows how narrow its scope was. */
  private Optional<SkillDocument> grounds(String file, Map<String, String> texts) {
    boolean ours = file.startsWith(SKILLS) && file.endsWith(FILE) && file.length() > 16;
    Optional<String> beside =
        ours ? Optional.ofNullable(texts.get(evidence(file))) : Optional.empty();
    Optional<SkillDocument> read = beside.map(library::masked).flatMap(SkillDocument::read);
    if (beside.isPresent() && read.isEmpty()) {
      throw new IllegalArgumentException("its evidence cannot be read");
    }
    return read;
  }
}
