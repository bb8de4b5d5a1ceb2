package dev.hivemind.crash;

import dev.hivemind.AgentEvent;
import dev.hivemind.Hivemind;
import dev.hivemind.store.h2.H2Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that is started to be killed: its writers tell tales and wait for each to be confirmed,
 * for ever; its main thread closes the library in the midst of it if that is when it shall die.
 */
public final class Recorder {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TALES_BEFORE_CLOSE = 12;

  private final Hivemind hivemind;
  private final Ledger ledger;
  private final Tripwire tripwire;
  private final CountDownLatch told = new CountDownLatch(TALES_BEFORE_CLOSE);

  private Recorder(Hivemind hivemind, Ledger ledger, Tripwire tripwire) {
    this.hivemind = hivemind;
    this.ledger = ledger;
    this.tripwire = tripwire;
  }

  /** Takes home, side file, name of the round, seed, number of writers, and the blow's parts. */
  public static void main(String[] arguments) throws Exception {
    Blow blow =
        new Blow(arguments[5], Integer.parseInt(arguments[6]), Blow.Way.valueOf(arguments[7]), 0);
    Ledger ledger = Ledger.open(Path.of(arguments[1]));
    Tripwire tripwire = new Tripwire(blow);
    tripwire.step("opening");
    Hivemind hivemind =
        Hivemind.builder()
            .home(Path.of(arguments[0]))
            .storage(tripwire.around(new H2Storage(), ledger))
            .open();
    if (blow.point().equals("publishing")) {
      watch(Path.of(arguments[0], "skills"), tripwire);
    }
    Recorder recorder = new Recorder(hivemind, ledger, tripwire);
    for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
      int writer = i;
      Random random = new Random(Long.parseLong(arguments[3]) + writer);
      new Thread(() -> recorder.tell(writer, arguments[2], random)).start();
    }
    recorder.told.await();
    if (blow.point().equals("closing")) {
      tripwire.step("closing");
      hivemind.close();
    }
  }

  /** Takes a step whenever something under a directory is different, as soon as can be. */
  private static void watch(Path root, Tripwire tripwire) {
    new Thread(
            () -> {
              String before = "";
              while (true) {
                String now = listed(root);
                if (!now.equals(before)) {
                  tripwire.step("publishing");
                }
                before = now;
              }
            })
        .start();
  }

  private static String listed(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .map(path -> path + " " + path.toFile().length())
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException e) {
      // What is not there yet, or went away under our eyes, is one more difference.
      return "";
    }
  }

  private void tell(int writer, String round, Random random) {
    for (int number = 0; ; number++) {
      Tale tale = Tale.of(random, writer, round + "-" + writer + "-" + number);
      for (AgentEvent event : tale.events()) {
        ledger.recorded(writer, tale, hivemind.record(event));
      }
      if (random.nextBoolean()) {
        hivemind.recall(tale.again());
      }
      if (hivemind.flush(PATIENCE).complete()) {
        ledger.confirmed(writer, tale);
        tripwire.step("confirmed");
      }
      told.countDown();
    }
  }
}
