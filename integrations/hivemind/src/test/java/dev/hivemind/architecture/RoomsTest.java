package dev.hivemind.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which room of core knows which other, exactly as ARCHITECTURE.md says. */
class RoomsTest {
  private static final String CORE = "dev.hivemind.core";

  // The root package assembles them all and is no room. Constants leave no trace in class files:
  // that codify reads the names of the miner's signals is not seen.
  private static final Map<String, Set<String>> KNOWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("text", Set.of()),
              Map.entry("monitor", Set.of()),
              Map.entry("home", Set.of()),
              Map.entry("redact", Set.of()),
              Map.entry("inspect", Set.of()),
              Map.entry("skillfile", Set.of()),
              Map.entry("mine.words", Set.of()),
              Map.entry("event", Set.of("text")),
              Map.entry("backup", Set.of("event", "monitor", "text")),
              Map.entry("library", Set.of("inspect", "skillfile", "text")),
              Map.entry("publish", Set.of("skillfile")),
              Map.entry("capture", Set.of("event", "monitor")),
              Map.entry("mine", Set.of("event", "inspect", "mine.words", "text")),
              Map.entry(
                  "codify",
                  Set.of("inspect", "library", "mine.words", "monitor", "skillfile", "text")),
              Map.entry("outcome", Set.of("codify", "event", "library", "text")),
              Map.entry(
                  "recall", Set.of("codify", "inspect", "library", "monitor", "outcome", "text")),
              Map.entry(
                  "learn",
                  Set.of(
                      "codify",
                      "event",
                      "library",
                      "mine",
                      "monitor",
                      "outcome",
                      "publish",
                      "skillfile"))));

  @Test
  @DisplayName("each room of core knows the rooms it is said to know, no more and no fewer")
  void rooms_knowEachOtherAsWritten() {
    JavaClasses classes =
        new ClassFileImporter().importPath(Repository.here().classes(Module.CORE));
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass one : classes) {
      String room = room(one);
      if (!room.isEmpty() && !one.getSimpleName().equals("package-info")) {
        found
            .computeIfAbsent(room, key -> new TreeSet<>())
            .addAll(
                one.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .map(RoomsTest::room)
                    .filter(other -> !other.isEmpty() && !other.equals(room))
                    .collect(toCollection(TreeSet::new)));
      }
    }
    assertThat(found).isEqualTo(KNOWS);
  }

  private static String room(JavaClass one) {
    String name = one.getPackageName();
    return name.startsWith(CORE + ".") ? name.substring(CORE.length() + 1) : "";
  }
}
