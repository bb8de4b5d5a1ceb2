package dev.hivemind.loaders;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springaicommunity.agent.tools.SkillsTool;
import org.springaicommunity.agent.utils.Skills;

/** The loader of spring-ai-agent-utils. */
final class SpringAiReader implements Reader {
  @Override
  public Map<String, Reading> read(Path root) {
    Map<String, Reading> readings = new TreeMap<>();
    for (SkillsTool.Skill skill : Skills.loadDirectory(root.toString())) {
      readings.put(
          Path.of(skill.basePath()).getFileName().toString(),
          new Reading(
              skill.name(),
              String.valueOf(skill.frontMatter().get("description")),
              skill.content()));
    }
    return readings;
  }
}
