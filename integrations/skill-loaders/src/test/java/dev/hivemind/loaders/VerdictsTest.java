package dev.hivemind.loaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the specification accepts and rejects, by our validator and by that of the reference. */
class VerdictsTest {
  private static final String BODY = "\nDo it.\n";

  @TempDir Path temp;

  private static Map<String, String> accepted() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a", front("name: a", "description: Does it."));
    files.put("with-license", front("name: with-license", "description: x", "license: MIT"));
    files.put(
        "every-key",
        front(
            "name: every-key",
            "description: x",
            "license: MIT",
            "compatibility: \"" + "c".repeat(500) + "\"",
            "allowed-tools: Read Bash(git:*)",
            "metadata:",
            "  author: \"ana\""));
    files.put("n".repeat(64), front("name: " + "n".repeat(64), "description: x"));
    files.put("long", front("name: long", "description: \"" + "d".repeat(1024) + "\""));
    files.put("2-fast-4", front("name: 2-fast-4", "description: x"));
    return files;
  }

  private static Map<String, String> rejected() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("no-name", front("description: x"));
    files.put("no-description", front("name: no-description"));
    files.put("blank", front("name: blank", "description: \" \""));
    files.put("Upper", front("name: Upper", "description: x"));
    files.put("-begins", front("name: -begins", "description: x"));
    files.put("ends-", front("name: ends-", "description: x"));
    files.put("two--hyphens", front("name: two--hyphens", "description: x"));
    files.put("under_score", front("name: under_score", "description: x"));
    files.put("n".repeat(65), front("name: " + "n".repeat(65), "description: x"));
    files.put("too-long", front("name: too-long", "description: \"" + "d".repeat(1025) + "\""));
    files.put(
        "compatible",
        front("name: compatible", "description: x", "compatibility: " + "c".repeat(501)));
    files.put("version", front("name: version", "description: x", "version: 2"));
    files.put("no-front", "# Only Markdown\n");
    files.put("not-closed", "---\nname: not-closed\ndescription: x\n");
    files.put("a-list", front("- name", "- description"));
    return files;
  }

  private static String front(String... lines) {
    return "---\n" + String.join("\n", lines) + "\n---\n" + BODY;
  }

  @Test
  void ourValidator_acceptsAndRejectsAsTheSpecificationDoes() {
    accepted().forEach((name, text) -> assertThat(accepts(text)).as(name).isTrue());
    rejected().forEach((name, text) -> assertThat(accepts(text)).as(name).isFalse());
  }

  private static boolean accepts(String text) {
    try {
      return SkillFile.parse(text).problems().isEmpty();
    } catch (SkillFileException e) {
      return false;
    }
  }

  @Test
  void reference_saysTheSame() throws IOException {
    Optional<SkillsRefReader> reference = SkillsRefReader.installed();
    assumeTrue(reference.isPresent(), "HIVEMIND_SKILLS_REF names no place with skills-ref");
    Map<String, String> files = new LinkedHashMap<>(accepted());
    files.putAll(rejected());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path directory = Files.createDirectories(temp.resolve(file.getKey()));
      Files.writeString(directory.resolve("SKILL.md"), file.getValue());
    }
    List<JsonNode> answers = reference.orElseThrow().answers(temp);
    assertThat(answers).hasSameSizeAs(files.keySet());
    for (JsonNode answer : answers) {
      String name = answer.path("directory").asText();
      assertThat(answer.path("problems").isEmpty())
          .as(name + ": " + answer.path("problems"))
          .isEqualTo(accepted().containsKey(name));
    }
  }
}
