package dev.hivemind.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the compiler and ArchUnit cannot see. */
class HouseRulesTest {
  private static final int MOST_LINES = 400;
  private static final int FEWEST_FILES = 450;
  private static final Pattern SLEEP =
      Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b|::\\s*sleep\\b");
  private static final Pattern TEST =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
  private static final Pattern ABSTRACT = Pattern.compile("\\babstract class\\b|\\binterface\\b");

  private final Repository repository = Repository.here();
  private final List<Path> sources = repository.files(".java");

  @Test
  @DisplayName("the sources are seen, those of this test among them")
  void guard_sourcesAreSeen() {
    assertThat(sources).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
    assertThat(sources).anyMatch(path -> path.endsWith("HouseRulesTest.java"));
  }

  @Test
  @DisplayName("no file has more than 400 lines of code, comments not counted")
  void files_areShort() {
    assertThat(sourcesWhere(text -> SourceText.lines(text) > MOST_LINES)).isEmpty();
  }

  @Test
  @DisplayName("nothing sleeps: a test waits for a condition, the library parks on a lock")
  void threads_neverSleep() {
    assertThat(sourcesWhere(text -> SLEEP.matcher(SourceText.code(text)).find())).isEmpty();
  }

  @Test
  @DisplayName("every class with tests has a name that Surefire runs")
  void tests_haveNamesThatRun() {
    assertThat(sourcesWhere(HouseRulesTest::hasTests))
        .filteredOn(path -> path.toString().contains("src/test/"))
        .allMatch(path -> path.toString().matches(".*(Test|Properties)\\.java"));
  }

  @Test
  @DisplayName("the BOM lists every published module")
  void bom_listsPublishedModules() {
    String bom = repository.read(Path.of("integrations/hivemind-bom/pom.xml"));
    for (Module module : Module.values()) {
      assertThat(bom).contains("<artifactId>" + module.artifactId() + "</artifactId>");
    }
    assertThat(bom)
        .contains("<artifactId>hivemind-langchain4j</artifactId>")
        .contains("<artifactId>hivemind-spring-ai</artifactId>");
    String parent = repository.read(Path.of("pom.xml"));
    assertThat(bom).contains(version(parent));
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  @DisplayName("providers are declared for the module path and for the class path alike")
  void providers_areDeclaredTwice(Module module) throws IOException {
    Path classes = repository.classes(module);
    assertThat(onClassPath(classes.resolve("META-INF/services")))
        .isEqualTo(onModulePath(classes.resolve("module-info.class")));
  }

  private List<Path> sourcesWhere(Predicate<String> condition) {
    return sources.stream().filter(path -> condition.test(repository.read(path))).toList();
  }

  private static boolean hasTests(String source) {
    String code = SourceText.code(source);
    return TEST.matcher(code).find() && !ABSTRACT.matcher(code).find();
  }

  private static String version(String pom) {
    return pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
  }

  private static Map<String, Set<String>> onModulePath(Path moduleInfo) throws IOException {
    Map<String, Set<String>> providers = new TreeMap<>();
    try (InputStream in = Files.newInputStream(moduleInfo)) {
      ModuleDescriptor.read(in)
          .provides()
          .forEach(found -> providers.put(found.service(), new TreeSet<>(found.providers())));
    }
    return providers;
  }

  private static Map<String, Set<String>> onClassPath(Path services) throws IOException {
    Map<String, Set<String>> providers = new TreeMap<>();
    if (Files.isDirectory(services)) {
      try (Stream<Path> files = Files.list(services)) {
        for (Path file : files.toList()) {
          Set<String> names = new TreeSet<>(Files.readAllLines(file));
          names.removeIf(line -> line.isBlank() || line.startsWith("#"));
          providers.put(file.getFileName().toString(), names);
        }
      }
    }
    return providers;
  }
}
