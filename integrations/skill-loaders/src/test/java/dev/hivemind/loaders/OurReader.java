package dev.hivemind.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.core.skillfile.SkillFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** This library's own, its validator included. */
final class OurReader implements Reader {
  @Override
  public Map<String, Reading> read(Path root) throws IOException {
    Map<String, Reading> readings = new TreeMap<>();
    try (Stream<Path> directories = Files.list(root)) {
      for (Path directory : directories.toList()) {
        SkillFile file = SkillFile.parse(Files.readString(directory.resolve("SKILL.md")));
        assertThat(file.problems()).as(directory.toString()).isEmpty();
        readings.put(
            directory.getFileName().toString(),
            new Reading(file.name(), file.description(), file.body()));
      }
    }
    return readings;
  }
}
