package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.SkillStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own code, compiled as it stands there and run. */
class ReadmeTest {
  // What needs a framework is tested with its adapter.
  private static final Pattern BLOCK =
      Pattern.compile("(?<!<!-- tested in [a-z0-9-]{1,40} -->\n)```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void firstBlock_teachesAndHolds() throws Exception {
    String printed = run(blocks().get(0));

    assertThat(printed)
        .contains("<hivemind-lessons")
        .contains("Look first whether the settlement window is closed.");
  }

  @Test
  void everyBlock_compiles() throws Exception {
    for (String block : blocks()) {
      compile(block);
    }
  }

  private static List<String> blocks() throws Exception {
    Path readme = Path.of("").toAbsolutePath();
    while (!Files.exists(readme.resolve("README.md"))) {
      readme = readme.getParent();
    }
    return BLOCK
        .matcher(Files.readString(readme.resolve("README.md")))
        .results()
        .map((MatchResult one) -> one.group(1))
        .toList();
  }

  private Path compile(String block) throws Exception {
    String source =
        "import dev.hivemind.*; import dev.hivemind.spi.*; import dev.hivemind.store.jdbc.*; import java.nio.file.*; import java.time.*; import java.util.*;\n"
            + "public class Snippet { public static void run(Path home, "
            + SkillStore.class.getName()
            + " myStore, javax.sql.DataSource dataSource) throws Exception {\n"
            + block
            + "\n}}";
    Path file = Files.writeString(directory.resolve("Snippet.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int result =
        compiler.run(
            null,
            errors,
            errors,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            directory.toString(),
            file.toString());
    assertThat(result).as("%s%n%s", block, errors).isZero();
    return directory;
  }

  private String run(String block) throws Exception {
    URL[] urls = {compile(block).toUri().toURL()};
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (URLClassLoader loader = new URLClassLoader(urls, ReadmeTest.class.getClassLoader())) {
      Path home = Files.createDirectory(directory.resolve("home"));
      loader
          .loadClass("Snippet")
          .getMethod("run", Path.class, SkillStore.class, DataSource.class)
          .invoke(null, home, null, null);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
