package dev.hivemind.loaders;

import com.google.adk.skills.LocalSkillSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The loader of Google ADK. */
final class AdkReader implements Reader {
  @Override
  public Map<String, Reading> read(Path root) {
    LocalSkillSource source = new LocalSkillSource(root);
    Map<String, Reading> readings = new TreeMap<>();
    source
        .listFrontmatters()
        .blockingGet()
        .forEach(
            (name, front) ->
                readings.put(
                    name,
                    new Reading(
                        front.name(),
                        front.description(),
                        source.loadInstructions(name).blockingGet())));
    return readings;
  }
}
