package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Storage} must do that several processes open at once, beside what its stores must
 * do: leases that exclude one another, and word of what others saved.
 */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the storages of this test
public abstract class SharedStorageContract {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final List<Storage> opened = new ArrayList<>();
  private Storage here;
  private Storage there;

  /** For subclasses. */
  protected SharedStorageContract() {}

  /** Opens what is there once more, as another process would; nothing is there at first. */
  protected abstract Storage open();

  @BeforeEach
  final void openStorages() {
    here = opened();
    there = opened();
  }

  private Storage opened() {
    Storage storage = open();
    opened.add(storage);
    return storage;
  }

  @AfterEach
  final void closeStorages() {
    opened.forEach(Storage::close);
  }

  private static boolean takes(Storage storage, String holder, Duration time) {
    return storage.events().lease("w", "c", holder, time);
  }

  @Nested
  @DisplayName("a lease")
  class Lease {
    @Test
    @DisplayName("has one holder, who may keep it")
    void holder_isOne() {
      assertThat(takes(here, "a", LONG)).isTrue();
      assertThat(takes(there, "b", LONG)).isFalse();
      assertThat(takes(here, "a", LONG)).isTrue();
      assertThat(takes(there, "b", LONG)).isFalse();
    }

    @Test
    @DisplayName("given back is free at once; nobody gives back what another holds")
    void lease_givenBack() {
      takes(here, "a", LONG);
      takes(there, "b", Duration.ZERO);
      assertThat(takes(there, "b", LONG)).isFalse();
      takes(here, "a", Duration.ZERO);
      assertThat(takes(there, "b", LONG)).isTrue();
    }

    @Test
    @DisplayName("of a holder who is not heard of any more ends by itself")
    void lease_runsOut() {
      takes(here, "a", Duration.ofMillis(50));
      long start = System.nanoTime();
      while (!takes(there, "b", LONG)) {
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
      }
      assertThat(takes(here, "a", LONG)).isFalse();
    }

    @Test
    @DisplayName("is of one workspace and one consumer")
    void leases_areApart() {
      EventStore store = here.events();
      assertThat(store.lease("w", "c", "a", LONG)).isTrue();
      assertThat(store.lease("v", "c", "b", LONG)).isTrue();
      assertThat(store.lease("w", "d", "b", LONG)).isTrue();
      assertThat(store.workspaces()).isEmpty();
    }

    @Test
    @DisplayName("asked for by 16 at once is had by one, the first time and later")
    void racers_haveOneWinner() {
      for (int round = 0; round < 3; round++) {
        List<Boolean> won =
            Race.of(16, number -> takes(number % 2 == 0 ? here : there, "h" + number, LONG));
        assertThat(won).containsOnlyOnce(true);
        takes(here, "h" + won.indexOf(true), Duration.ZERO);
      }
    }
  }

  @Nested
  @DisplayName("a watch")
  class Watching {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private final List<Watch> watches = new ArrayList<>();

    private Watch watch(Consumer<String> listener) {
      Watch watch = here.skills().watch(listener);
      watches.add(watch);
      return watch;
    }

    @AfterEach
    final void endWatches() {
      watches.forEach(Watch::close);
    }

    private void hears(String workspace) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      String heard = "";
      while (!workspace.equals(heard)) {
        heard = told.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        assertThat(heard).as("told of " + workspace).isNotNull();
      }
    }

    @Test
    @DisplayName("tells of every workspace at first, then of what others save and erase")
    void changes_areTold() throws InterruptedException {
      here.skills().append(skill("v", "s", 1));
      here.skills().append(skill("w", "s", 1));
      watch(told::add);
      hears("v");
      hears("w");
      there.skills().append(skill("v", "s", 2));
      hears("v");
      there.skills().append(skill("new", "s", 1));
      hears("new");
      there.skills().erase("w", List.of("s"));
      hears("w");
    }

    @Test
    @DisplayName("shows what it tells of")
    void changes_areThere() throws InterruptedException {
      BlockingQueue<Integer> versions = new LinkedBlockingQueue<>();
      watch(name -> versions.add(here.skills().changes("w", 0, 99).size()));
      for (int revision = 1; revision <= 5; revision++) {
        there.skills().append(skill("w", "s", revision));
        int seen = 0;
        while (seen < revision) {
          Integer next = versions.poll(10, TimeUnit.SECONDS);
          assertThat(next).as("versions after revision " + revision).isNotNull();
          seen = next;
        }
      }
    }

    @Test
    @DisplayName("calls a listener again that threw")
    void listener_failing() throws InterruptedException {
      AtomicInteger calls = new AtomicInteger();
      there.skills().append(skill("w", "s", 1));
      watch(
          name -> {
            if (calls.incrementAndGet() < 3) {
              throw new IllegalStateException("not now");
            }
            told.add(name);
          });
      hears("w");
    }

    @Test
    @DisplayName("that was closed tells nothing more, and may be closed again")
    void watch_closed() throws InterruptedException {
      Watch watch = watch(told::add);
      there.skills().append(skill("w", "s", 1));
      hears("w");
      watch.close();
      watch.close();
      told.clear();
      BlockingQueue<String> others = new LinkedBlockingQueue<>();
      watch(others::add);
      there.skills().append(skill("w", "s", 2));
      assertThat(others.poll(10, TimeUnit.SECONDS)).isEqualTo("w");
      assertThat(told).isEmpty();
    }
  }
}
