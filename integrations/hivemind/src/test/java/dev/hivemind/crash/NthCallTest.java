package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.testkit.FailingEventStore;
import dev.hivemind.testkit.FailingSkillStore;
import dev.hivemind.testkit.Failures;
import dev.hivemind.testkit.Failures.Side;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One call of a store or an index fails, the first, the second, and so on until none is left to
 * fail: nothing is lost or learned twice, and nothing must be opened again.
 */
class NthCallTest {
  @ParameterizedTest
  @EnumSource(Side.class)
  void callOfAStore_thatFails_changesNothingInTheEnd(Side side) {
    int failed = 0;
    for (int n = 1; n == failed + 1; n++) {
      Failures failures = Failures.atCall(n, side);
      InMemoryStorage storage = new InMemoryStorage();
      HivemindBuilder builder =
          Agent.builder(
              new FailingEventStore(storage.events(), failures),
              new FailingSkillStore(storage.skills(), failures),
              new InMemoryRecallEngine());
      run(builder, failures::stop, "call " + n + " " + side);
      failed += failures.failed();
    }
    assertThat(failed).isGreaterThan(20);
    System.out.println(failed + " calls of stores failed " + side + " their effect, one a run");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void callOfTheIndex_thatFails_changesNothingInTheEnd(Side side) {
    int n = 0;
    AtomicInteger calls;
    do {
      n++;
      int nth = n;
      calls = new AtomicInteger();
      AtomicInteger left = calls;
      run(
          Agent.builder(
              new InMemoryStorage().events(),
              new InMemoryStorage().skills(),
              failing(new InMemoryRecallEngine(), calls, n, side)),
          () -> left.updateAndGet(count -> count < nth ? -1_000_000 : count),
          "call " + n + " " + side);
    } while (calls.get() >= n);
    // How many there are depends on how often the library's changes find the learner busy.
    assertThat(n).isGreaterThan(4);
    System.out.println(n - 1 + " calls of the index failed " + side + " their effect, one a run");
  }

  private static void run(HivemindBuilder builder, Runnable stop, String which) {
    try (Hivemind hivemind = opened(builder)) {
      Agent.work(hivemind);
      stop.run();
      Agent.assertRecovered(hivemind);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(which, e);
    }
  }

  /** Opening throws, since nobody's loop runs yet, and can be tried again. */
  private static Hivemind opened(HivemindBuilder builder) {
    try {
      return builder.open();
    } catch (HivemindException e) {
      return builder.open();
    }
  }

  private static RecallEngine failing(RecallEngine engine, AtomicInteger calls, int n, Side side) {
    return (RecallEngine)
        Proxy.newProxyInstance(
            RecallEngine.class.getClassLoader(),
            new Class<?>[] {RecallEngine.class},
            (proxy, method, arguments) -> {
              boolean fails = !method.getName().equals("close") && calls.incrementAndGet() == n;
              if (fails && side == Side.BEFORE) {
                throw new IllegalStateException("before, on purpose");
              }
              try {
                Object result = method.invoke(engine, arguments);
                if (fails) {
                  throw new IllegalStateException("after, on purpose");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
