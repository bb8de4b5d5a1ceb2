package dev.hivemind.cluster;

import static dev.hivemind.cluster.Shipping.recalls;
import static dev.hivemind.cluster.Shipping.teach;
import static dev.hivemind.cluster.Shipping.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes that share a workspace, and one of them that is killed while it learns. */
class SeparateJvmsTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  /** A lease of one who died runs out after half a minute. */
  private static final Duration AFTER_A_DEATH = Duration.ofSeconds(40);

  private final Postgres database = new Postgres();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
    processes.forEach(one -> one.onExit().join());
    database.close();
  }

  private final class Child {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    Child() throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Peer.class.getName(),
                  database.url(database.port()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      processes.add(process);
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      in =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    void says(String line) throws IOException {
      assertThat(out.readLine()).isEqualTo(line);
    }

    void does(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
      says(line);
    }
  }

  @Test
  void processes_shareWhatTheyLearn_andOutliveOneThatIsKilled() throws IOException {
    Child one = new Child();
    Child other = new Child();
    one.says("ready");
    other.says("ready");
    try (Hivemind hivemind = Hivemind.builder().sharedStorage(() -> database.storage()).open()) {
      one.does("teach warm");
      other.does("recall warm");
      until(Duration.ofSeconds(30), () -> recalls(hivemind, "warm"));

      one.does("teach oslo");
      until(SOON, () -> recalls(hivemind, "oslo"));
      other.does("recall oslo");
      other.does("teach rome");
      until(SOON, () -> recalls(hivemind, "rome"));

      for (int i = 0; i < 20; i++) {
        one.does("teach last" + i);
      }
      one.process.destroyForcibly();
      teach(hivemind, "bern");
      until(AFTER_A_DEATH, () -> recalls(hivemind, "bern"));
      other.does("recall bern");
      List<Skill> skills = hivemind.skills(Shipping.scope("bern")).list();
      assertThat(skills).hasSize(1);
      assertThat(skills.get(0).evidence()).hasSize(1);
    }
  }
}
