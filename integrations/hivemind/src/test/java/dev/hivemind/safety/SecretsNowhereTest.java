package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hivemind.Author;
import dev.hivemind.CodifyReport;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret goes in wherever text goes in, and is looked for wherever anything comes out: in the raw
 * bytes of every file, in what a listener, a log, a report and an exception say.
 */
class SecretsNowhereTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20260902);
  private static final Scope SHOP = Scope.of("shop");
  private static final Author ANA = Author.operator("ana");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOSTS_OWN = "zq-host-secret";

  private final Random random = new Random(SEED);
  private final List<String> secrets = new ArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();

  @TempDir Path directory;

  private String secret() {
    StringBuilder token = new StringBuilder("gh").append("p_");
    for (int i = 0; i < 36; i++) {
      token.append((char) ('a' + random.nextInt(26)));
    }
    secrets.add(token.toString());
    return token.toString();
  }

  @Test
  void secret_isNowhere() throws IOException {
    Path home = directory.resolve("home");
    Path root = directory.resolve("root");
    Handler handler = listening();
    Logger.getLogger("dev.hivemind").addHandler(handler);
    secrets.add(HOSTS_OWN);
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .publishTo(root, SHOP)
            .redactor(text -> text.replace(HOSTS_OWN, "[masked:own]"))
            .listener(report -> said.add(report.toString()))
            .open()) {
      happen(hivemind);
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
      govern(hivemind);
      edit(hivemind, root);
      CodifyReport report = hivemind.codify(SHOP);
      said.add(report.toString());
      said.add(hivemind.skills(SHOP).list().toString());
      ask(hivemind);
      hivemind.flush(PATIENCE);
      hivemind.export(directory.resolve("export.jsonl"));
      said.add(hivemind.status().toString());
      assertThat(nowhere()).isEmpty();
    } finally {
      Logger.getLogger("dev.hivemind").removeHandler(handler);
    }
    assertThat(nowhere()).isEmpty();
    assertThat(Files.readString(directory.resolve("export.jsonl")))
        .contains("[masked:github-token]", "[masked:own]");
  }

  private void happen(Hivemind hivemind) {
    Session session = Session.of(SHOP, "monday").by(ANA);
    hivemind.record(session.prompt("Refund order 42 with " + secret()));
    hivemind.record(
        session.toolCall("c1", "refund", "{\"order\":42,\"key\":\"" + secret() + "\"}"));
    hivemind.record(session.toolResult("c1", ToolStatus.ERROR, "bad token " + secret()));
    hivemind.record(
        session.toolCall("c2", "refund", "{\"order\":42,\"key\":\"" + secret() + "\"}"));
    hivemind.record(session.toolResult("c2", ToolStatus.OK, "done " + secret()));
    hivemind.record(session.response("Used " + secret()));
    hivemind.record(
        session.correctedArguments(
            "c2",
            "No. Check the settlement window before you refund, never use "
                + secret()
                + " or "
                + HOSTS_OWN
                + ".",
            "{\"order\":42,\"key\":\"" + secret() + "\"}"));
    hivemind.record(session.rejected("c1", "not with " + secret()));
    hivemind.record(session.edited("c1", "{\"key\":\"" + secret() + "\"}", "use " + secret()));
    hivemind.record(session.edit("conf/" + secret(), "a " + secret(), "b " + secret()));
    hivemind.record(session.editedAnswer("a " + secret(), "b " + secret()));
    hivemind.record(session.correctedAnswer("say " + secret(), "it is " + secret()));
  }

  private void govern(Hivemind hivemind) {
    SkillLibrary library = hivemind.skills(SHOP);
    Skill added = library.add(skill("added", "Always use " + secret() + " to log in."), ANA);
    library.edit(added.name(), skill("added", "Log in with " + secret() + " only."), ANA);
    library.reject(added.name(), ANA, "it holds " + secret());
    said.add(String.valueOf(catchThrowable(() -> library.add("no skill " + secret(), ANA))));
    said.add(
        String.valueOf(catchThrowable(() -> library.edit("added", "---\n: " + secret(), ANA))));
  }

  private static String skill(String name, String body) {
    return "---\nname: " + name + "\ndescription: \"How to log in.\"\n---\n\n" + body + "\n";
  }

  private void edit(Hivemind hivemind, Path root) throws IOException {
    Path file;
    try (Stream<Path> files = Files.walk(root)) {
      file = files.filter(one -> one.endsWith("SKILL.md")).findFirst().orElseThrow();
    }
    Files.writeString(file, Files.readString(file) + "\nLog in with " + secret() + ".\n");
    hivemind.codify(SHOP);
  }

  private void ask(Hivemind hivemind) {
    Session other = Session.of(SHOP, "tuesday").by(ANA);
    var recall =
        hivemind.recall(
            RecallContext.of(other, "Refund order 77 with " + secret())
                .beforeTool("refund", "{\"order\":77,\"key\":\"" + secret() + "\"}")
                .afterError("bad token " + secret()));
    assertThat(recall.text()).contains("[masked:github-token]");
    said.add(recall.toString());
    hivemind.explain(SHOP, recall.id());
  }

  private Handler listening() {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        said.add(record.getMessage() + List.of(String.valueOf(record.getThrown())));
        if (record.getParameters() != null) {
          said.add(List.of(record.getParameters()).toString());
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private List<String> nowhere() {
    List<String> found = new ArrayList<>();
    for (String secret : secrets) {
      said.stream()
          .filter(text -> text.contains(secret))
          .forEach(text -> found.add(secret + " is said: " + text));
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        secrets.stream()
            .filter(secret -> bytes.contains(secret) || file.toString().contains(secret))
            .forEach(secret -> found.add(secret + " is in " + file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
