package dev.hivemind.cluster;

import static dev.hivemind.cluster.Shipping.PATIENCE;
import static dev.hivemind.cluster.Shipping.SCOPE;
import static dev.hivemind.cluster.Shipping.flush;
import static dev.hivemind.cluster.Shipping.recalls;
import static dev.hivemind.cluster.Shipping.teach;
import static dev.hivemind.cluster.Shipping.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several Hiveminds over one database must have in common. */
class SharedWorkspaceTest {
  /** The promise: what one learns, all others recall within two seconds. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Postgres database = new Postgres();
  private final List<Hivemind> hiveminds = new ArrayList<>();

  @TempDir Path homes;

  @AfterEach
  void closeAll() {
    hiveminds.forEach(Hivemind::close);
    database.close();
  }

  private Hivemind open() {
    return opened(
        Hivemind.builder()
            .home(homes.resolve("home" + hiveminds.size()))
            .sharedStorage(() -> JdbcStorage.open(database.pool()))
            .open());
  }

  private Hivemind opened(Hivemind hivemind) {
    hiveminds.add(hivemind);
    return hivemind;
  }

  private void open(int number) {
    IntStream.range(0, number).forEach(i -> open());
  }

  @Test
  void correction_isRecalledInAll() {
    open(3);
    teach(hiveminds.get(0), "oslo");
    until(SOON, () -> hiveminds.stream().allMatch(one -> recalls(one, "oslo")));
    teach(hiveminds.get(2), "rome");
    until(SOON, () -> hiveminds.stream().allMatch(one -> recalls(one, "rome")));
  }

  @Test
  void rejection_silencesAll() {
    open(3);
    teach(hiveminds.get(0), "oslo");
    until(PATIENCE, () -> hiveminds.stream().allMatch(one -> recalls(one, "oslo")));
    SkillLibrary library = hiveminds.get(1).skills(Shipping.scope("oslo"));
    Skill skill = library.list().get(0);
    library.reject(skill.name(), Shipping.ANA, "wrong");
    until(SOON, () -> hiveminds.stream().noneMatch(one -> recalls(one, "oslo")));
  }

  @Test
  void forgetting_silencesAllAndEmptiesEveryHome() {
    open(3);
    teach(hiveminds.get(0), "oslo");
    until(PATIENCE, () -> hiveminds.stream().allMatch(one -> recalls(one, "oslo")));
    until(PATIENCE, () -> holders("insured carrier of oslo").size() >= 3);
    hiveminds.get(2).forget(Forget.author(SCOPE, "ana"));
    until(SOON, () -> hiveminds.stream().noneMatch(one -> recalls(one, "oslo")));
    until(PATIENCE, () -> holders("insured carrier of oslo").isEmpty());
    assertThat(database.query("SELECT document FROM hivemind_event"))
        .noneMatch(document -> document.contains("insured carrier of oslo"));
  }

  /** Returns the files under all homes that hold a text, byte for byte. */
  private List<Path> holders(String text) {
    try (Stream<Path> all = Files.walk(homes)) {
      return all.filter(file -> holds(file, text)).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(homes); // somebody writes there just now
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false; // it has just gone
    }
  }

  @Test
  void people_governingTheSameSkillAtOnce_loseNoRevision() {
    open(4);
    teach(hiveminds.get(0), "oslo");
    until(PATIENCE, () -> hiveminds.stream().allMatch(one -> recalls(one, "oslo")));
    Scope scope = Shipping.scope("oslo");
    String name = hiveminds.get(0).skills(scope).list().get(0).name();
    List<Boolean> saved =
        atOnce(
            hivemind -> {
              try {
                hivemind.skills(scope).pin(name, Shipping.ANA);
                return true;
              } catch (HivemindException lost) {
                return false;
              }
            });
    int successes = (int) saved.stream().filter(one -> one).count();
    assertThat(successes).isPositive();
    assertThat(hiveminds.get(0).skills(scope).history(name))
        .extracting(Skill::revision)
        .isEqualTo(IntStream.rangeClosed(1, 1 + successes).boxed().toList());
  }

  private <T> List<T> atOnce(Function<Hivemind, T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(hiveminds.size());
    List<CompletableFuture<T>> running =
        hiveminds.stream()
            .map(one -> CompletableFuture.supplyAsync(() -> work.apply(one), threads))
            .toList();
    threads.shutdown();
    return running.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void lessonsOfAll_areLearnedOnceEach() {
    open(4);
    teachAtOnce();
    expectEachOnce();
  }

  /** A holder who sleeps through the end of his lease does not know that he has none. */
  @Test
  void lessonsOfAll_areLearnedOnceEach_whereNobodyKeepsToItsTurn() {
    for (int i = 0; i < 4; i++) {
      JdbcStorage storage = database.storage();
      opened(
          Hivemind.builder()
              .eventStore(new TurnlessEventStore(storage.events()))
              .skillStore(storage.skills())
              .open());
    }
    teachAtOnce();
    expectEachOnce();
  }

  private void teachAtOnce() {
    atOnce(
        hivemind -> {
          int number = hiveminds.indexOf(hivemind);
          for (int i = 0; i < 5; i++) {
            teach(hivemind, "p" + number + "x" + i);
          }
          flush(hivemind);
          return number;
        });
  }

  private void expectEachOnce() {
    Hivemind late = open();
    flush(late);
    for (int number = 0; number < 4; number++) {
      for (int i = 0; i < 5; i++) {
        String name = "p" + number + "x" + i;
        List<Skill> skills = late.skills(Shipping.scope(name)).list(SkillState.ACTIVE);
        assertThat(skills).as(name).hasSize(1);
        assertThat(skills.get(0).evidence()).as(name).hasSize(1);
      }
    }
    until(SOON, () -> hiveminds.stream().allMatch(one -> recalls(one, "p3x4")));
  }

  @Test
  void leaseOfOneWhoDied_runsOut() {
    open();
    EventStore store = database.storage().events();
    flush(hiveminds.get(0));
    assertThat(store.lease("shipping", "miner", "somebody who died", Duration.ofSeconds(1)))
        .isTrue();
    teach(hiveminds.get(0), "oslo");
    assertThat(hiveminds.get(0).flush(Duration.ofMillis(200)).complete()).isFalse();
    until(SOON.plusSeconds(2), () -> recalls(hiveminds.get(0), "oslo"));
  }

  @Test
  void workspaceThatOnlyAnotherKnows_isKnownSoon() {
    open(2);
    assertThat(recalls(hiveminds.get(1), "oslo")).isFalse();
    teach(hiveminds.get(0), "oslo");
    until(SOON, () -> recalls(hiveminds.get(1), "oslo"));
  }

  @Test
  void withoutAHome_everythingWorks() {
    Hivemind hivemind =
        opened(Hivemind.builder().sharedStorage(() -> JdbcStorage.open(database.pool())).open());
    teach(hivemind, "oslo");
    flush(hivemind);
    assertThat(recalls(hivemind, "oslo")).isTrue();
    List<EventRow> rows = database.storage().events().read("shipping", 0, 99);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
  }
}
