package dev.hivemind.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader there is reads the same name, description and body out of what we write. */
class FiveReadersTest {
  @TempDir Path temp;

  private static Map<String, Reader> readers() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("Hivemind", new OurReader());
    SkillsRefReader.installed().ifPresent(one -> readers.put("skills-ref", one));
    readers.put("LangChain4j", new LangChain4jReader());
    readers.put("ADK", new AdkReader());
    readers.put("Spring AI", new SpringAiReader());
    return readers;
  }

  @Test
  void anyTextAsDescriptionAndBody_isReadTheSame() throws IOException {
    Path root = temp.resolve("written");
    Map<String, String> directories = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, String> text : Corpus.texts().entrySet()) {
      String name = SkillNames.unique(SkillNames.slug(text.getValue()), taken);
      taken.add(name);
      directories.put(text.getKey(), name);
      Path file = Files.createDirectories(root.resolve(name)).resolve("SKILL.md");
      Map<String, String> metadata = Map.of("hivemind-id", "s-" + taken.size());
      Files.writeString(file, SkillFile.write(name, text.getValue(), text.getValue(), metadata));
    }
    assertReadTheSame(root, directories);
  }

  @Test
  void anyTextAsEvidence_isReadTheSame() throws IOException {
    Path root = temp.resolve("learned");
    Scope scope = Scope.of("corpus");
    Map<String, String> texts = Corpus.named();
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(temp.resolve("home"))
            .publishTo(root, scope)
            .activeSkills(1_000)
            .open()) {
      int number = 0;
      for (String text : texts.values()) {
        teach(hivemind, Session.of(scope, "s" + number).by(Author.operator("ana")), number++, text);
      }
      assertThat(hivemind.flush(Duration.ofMinutes(1)).complete()).isTrue();
      assertThat(hivemind.status().problems()).isEmpty();
      hivemind.skills(scope).approve(suspicious(hivemind, scope), Author.owner("olga"));
    }
    Map<String, String> directories = new LinkedHashMap<>();
    new OurReader()
        .read(root)
        .forEach((directory, reading) -> directories.put(directory, directory));
    assertThat(directories).hasSizeGreaterThan(texts.size() * 9 / 10);
    assertReadTheSame(root, directories);
  }

  /** Returns the names of those whose hidden characters made them wait for a person. */
  private static List<String> suspicious(Hivemind hivemind, Scope scope) {
    return hivemind.skills(scope).list(SkillState.CANDIDATE).stream().map(Skill::name).toList();
  }

  private static void teach(Hivemind hivemind, Session session, int number, String text) {
    hivemind.record(session.prompt("Refund order " + number));
    hivemind.record(session.toolCall("c1", "refund_" + number, "{\"order\":1234}"));
    hivemind.record(session.correction("c1", text));
  }

  private static void assertReadTheSame(Path root, Map<String, String> directories)
      throws IOException {
    Map<String, Map<String, Reading>> read = new LinkedHashMap<>();
    for (Map.Entry<String, Reader> reader : readers().entrySet()) {
      read.put(reader.getKey(), reader.getValue().read(root));
    }
    System.out.print(table(directories, read));
    Map<String, Reading> ours = read.get("Hivemind");
    read.forEach(
        (reader, readings) ->
            directories.forEach(
                (text, directory) ->
                    assertThat(readings.get(directory))
                        .as(reader + " reads " + text)
                        .isEqualTo(expected(reader, ours.get(directory)))));
  }

  /**
   * The validator's own parser cuts a body at three hyphens in a row. Where they are code they stay
   * all the same: nobody but the validator reads with it, and it does not look at bodies.
   */
  private static Reading expected(String reader, Reading ours) {
    int hyphens = ours.body().indexOf("---");
    return reader.equals("skills-ref") && hyphens >= 0
        ? new Reading(ours.name(), ours.description(), ours.body().substring(0, hyphens).strip())
        : ours;
  }

  private static String table(
      Map<String, String> directories, Map<String, Map<String, Reading>> read) {
    StringBuilder table = new StringBuilder();
    table.append("| text | directory | ").append(String.join(" | ", read.keySet())).append(" |\n");
    directories.forEach(
        (text, directory) -> {
          if (!text.startsWith("random") || !agree(directory, read)) {
            table.append("| ").append(text).append(" | ").append(directory).append(" |");
            read.forEach(
                (reader, readings) -> table.append(' ').append(verdict(directory, readings, read)));
            table.append('\n');
          }
        });
    long agreed = directories.values().stream().filter(one -> agree(one, read)).count();
    return table
        .append(agreed)
        .append(" of ")
        .append(directories.size())
        .append(" texts are read the same by ")
        .append(read.size())
        .append(" readers\n")
        .toString();
  }

  private static boolean agree(String directory, Map<String, Map<String, Reading>> read) {
    return read.values().stream().map(readings -> readings.get(directory)).distinct().count() == 1;
  }

  private static String verdict(
      String directory, Map<String, Reading> readings, Map<String, Map<String, Reading>> read) {
    Reading reading = readings.get(directory);
    Reading ours = read.get("Hivemind").get(directory);
    if (reading == null) {
      return "missing |";
    }
    String same = reading.name().equals(ours.name()) ? "" : "name ";
    same += reading.description().equals(ours.description()) ? "" : "description ";
    same += reading.body().equals(ours.body()) ? "" : "body ";
    return same.isEmpty() ? "same |" : same + "differs |";
  }
}
