package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.HivemindProvider;
import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.spi.StorageProvider;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other processes, other class loaders, other paths: where a library is found and who holds a home.
 */
class LaunchTest {
  private static final List<String> PATH =
      Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));

  @TempDir Path home;

  @Test
  void classPath_withAForeignContextClassLoader_works() throws Exception {
    assertThat(run("-cp", joined(PATH), Child.class.getName(), home.toString()))
        .isEqualTo("Hold [] class path");
  }

  @Test
  void modulePath_withAForeignContextClassLoader_works() throws Exception {
    List<String> tests = PATH.stream().filter(LaunchTest::isTestCode).toList();
    List<String> modules = PATH.stream().filter(Predicate.not(LaunchTest::isTestCode)).toList();

    String said =
        run(
            "--module-path",
            joined(modules),
            "--add-modules",
            "dev.hivemind.core,dev.hivemind.store.h2,dev.hivemind.store.lucene",
            "-cp",
            joined(tests),
            Child.class.getName(),
            home.toString());

    assertThat(said).isEqualTo("Hold [] dev.hivemind.api");
  }

  @Test
  void home_heldByAnotherProcess_isRefusedNamingItAndFreeWhenItIsKilled() throws Exception {
    Process other = start("-cp", joined(PATH), Child.class.getName(), home.toString());
    assertThat(firstLine(other)).startsWith("Hold");

    assertThatThrownBy(() -> Hivemind.open(home))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("process " + other.pid());
    assertThatThrownBy(() -> Hivemind.open(home)).hasMessageContaining("process " + other.pid());

    other.destroyForcibly().waitFor();
    Hivemind.open(home).close();
  }

  @Test
  void home_heldHereUnderOtherSystemProperties_isRefusedNamingTheHolderAndStaysHeld()
      throws Exception {
    Properties before = System.getProperties();
    Hivemind first = Hivemind.open(home);
    try {
      Properties without = new Properties();
      before.stringPropertyNames().stream()
          .filter(name -> !name.startsWith("dev.hivemind."))
          .forEach(name -> without.setProperty(name, before.getProperty(name)));
      System.setProperties(without);

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Hivemind.open(home))
            .isInstanceOf(HivemindException.class)
            .hasMessageContaining(home.getFileName().toString())
            .hasMessageContaining("this process " + ProcessHandle.current().pid());
      }
      assertThat(without.stringPropertyNames()).noneMatch(name -> name.startsWith("dev.hivemind."));
      assertThat(said("-cp", joined(PATH), Child.class.getName(), home.toString()))
          .contains("is held by process " + ProcessHandle.current().pid());
      first.close();
      Hivemind.open(home).close();
    } finally {
      System.setProperties(before);
      first.close();
    }
    Hivemind.open(home).close();
  }

  @Test
  void provider_thatIsMissing_isNamedWithItsArtifact() throws Exception {
    assertThatThrownBy(() -> openWithout("hivemind-core"))
        .hasMessageContaining("dev.hivemind:hivemind-core");
    assertThatThrownBy(() -> openWithout("hivemind-store-h2"))
        .hasMessageContaining("dev.hivemind:hivemind-store-h2");
    assertThatThrownBy(() -> openWithout("hivemind-store-lucene"))
        .hasMessageContaining("dev.hivemind:hivemind-store-lucene");
  }

  @ParameterizedTest
  @MethodSource("secondProviders")
  void providers_thatAreTwo_areBothNamedWithTheWayOut(Second second) throws Exception {
    Path root = home.resolve("second");
    declare(root, second.type(), second.provider().getName());

    assertThatThrownBy(() -> openWith(List.of(root + "/")))
        .hasMessageContaining("more than one " + second.type().getSimpleName())
        .hasMessageContaining(second.first())
        .hasMessageContaining(second.provider().getName())
        .hasMessageContaining(second.wayOut());
  }

  /** A provider beside the first one of its type, and what the message says to do. */
  record Second(Class<?> type, String first, Class<?> provider, String wayOut) {}

  static List<Second> secondProviders() {
    return List.of(
        new Second(
            HivemindProvider.class,
            "dev.hivemind.core.CoreProvider",
            SecondProviders.Engine.class,
            "from the class path"),
        new Second(
            StorageProvider.class,
            "dev.hivemind.store.h2.H2Storage",
            SecondProviders.Stores.class,
            "storage("),
        new Second(
            RecallEngineProvider.class,
            "dev.hivemind.store.lucene.LuceneEngineProvider",
            SecondProviders.Index.class,
            "recallEngine("));
  }

  private static void declare(Path root, Class<?> type, String providers) throws IOException {
    Path services = Files.createDirectories(root.resolve("META-INF/services"));
    Files.writeString(services.resolve(type.getName()), providers);
  }

  private void openWithout(String module) throws Exception {
    open(PATH.stream().filter(entry -> !entry.contains(module)).toList());
  }

  private void openWith(List<String> more) throws Exception {
    List<String> path = new ArrayList<>(PATH);
    path.addAll(more);
    open(path);
  }

  /** Opens a home with a copy of the library that sees the given class path alone. */
  private void open(List<String> path) throws Exception {
    URL[] urls = new URL[path.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(path.get(i)).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> facade = loader.loadClass(Hivemind.class.getName());
      try {
        ((AutoCloseable) facade.getMethod("open", Path.class).invoke(null, home.resolve("home")))
            .close();
      } catch (java.lang.reflect.InvocationTargetException e) {
        throw (Exception) e.getCause();
      }
    }
  }

  private static boolean isTestCode(String entry) {
    return entry.endsWith("test-classes")
        || entry.contains("junit")
        || entry.contains("opentest4j")
        || entry.contains("apiguardian")
        || entry.contains("assertj")
        || entry.contains("archunit")
        || entry.contains("byte-buddy")
        || entry.contains("testkit")
        || entry.contains("surefire");
  }

  private static String joined(List<String> entries) {
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String run(String... arguments) throws Exception {
    Process process = start(arguments);
    String line = firstLine(process);
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
    return line;
  }

  private static String said(String... arguments) throws Exception {
    Process process = start(arguments);
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder before = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("Hold") || line.startsWith("Proceed") || line.startsWith("Annotate")) {
        return line;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("the program said nothing of use:\n" + before);
  }
}
