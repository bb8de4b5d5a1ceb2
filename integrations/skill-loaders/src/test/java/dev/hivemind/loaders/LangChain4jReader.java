package dev.hivemind.loaders;

import dev.langchain4j.skills.FileSystemSkill;
import dev.langchain4j.skills.FileSystemSkillLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The loader of LangChain4j. */
final class LangChain4jReader implements Reader {
  @Override
  public Map<String, Reading> read(Path root) {
    Map<String, Reading> readings = new TreeMap<>();
    for (FileSystemSkill skill : FileSystemSkillLoader.loadSkills(root)) {
      readings.put(
          skill.basePath().getFileName().toString(),
          new Reading(skill.name(), skill.description(), skill.content()));
    }
    return readings;
  }
}
