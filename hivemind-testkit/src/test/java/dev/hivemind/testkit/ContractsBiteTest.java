package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hivemind.Codifier;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillStore;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A contract that no broken store fails proves nothing. */
class ContractsBiteTest {
  private static final String BROKEN = "broken";
  private static final String SOUND = "sound";

  static Stream<String> eventStores() {
    return BrokenEventStores.ALL.keySet().stream().sorted();
  }

  static Stream<String> skillStores() {
    return BrokenSkillStores.ALL.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("eventStores")
  void eventStore_broken(String broken) {
    assertThat(failuresOf(OfEvents.class, broken)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("skillStores")
  void skillStore_broken(String broken) {
    assertThat(failuresOf(OfSkills.class, broken)).isNotEmpty();
  }

  static Stream<String> codifiers() {
    return BrokenCodifiers.ALL.keySet().stream().sorted();
  }

  static Stream<String> redactors() {
    return BrokenRedactors.ALL.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("codifiers")
  void codifier_broken(String broken) {
    assertThat(failuresOf(OfCodifier.class, broken)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("redactors")
  void redactor_broken(String broken) {
    assertThat(failuresOf(OfRedactor.class, broken)).isNotEmpty();
  }

  @Test
  void codifierAndRedactor_sound() {
    assertThat(failuresOf(OfCodifier.class, SOUND)).isEmpty();
    assertThat(failuresOf(OfRedactor.class, SOUND)).isEmpty();
  }

  @Test
  void stores_forgetful() {
    assertThat(failuresOf(OfForgetfulEvents.class, "")).hasSize(5);
    assertThat(failuresOf(OfForgetfulSkills.class, "")).hasSize(3);
  }

  @Test
  void model_reportsSeedAndFewOperations() {
    String report =
        failuresOf(OfEvents.class, "erase keeps states").stream()
            .filter(message -> message.contains("model"))
            .findAny()
            .orElseThrow();
    assertThat(report).contains("-Dhivemind.seed=20260302");
    assertThat(report.lines().filter(line -> line.matches("  (Append|Advance|Retain|Erase)\\[.*")))
        .hasSizeBetween(2, 3);
  }

  private static List<String> failuresOf(Class<?> contract, String broken) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter(BROKEN, broken)
                .build(),
            listener);
    TestExecutionSummary summary = listener.getSummary();
    assertThat(summary.getTestsStartedCount()).as("tests that ran").isGreaterThan(10);
    List<String> messages = new ArrayList<>();
    summary
        .getFailures()
        .forEach(failure -> messages.add(String.valueOf(failure.getException().getMessage())));
    return messages;
  }

  /** Hands the name of the broken store to the contract's test class. */
  static final class Name implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getDeclaringExecutable() instanceof Constructor;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context.getConfigurationParameter(BROKEN).orElseThrow();
    }
  }

  @ExtendWith(Name.class)
  static class OfEvents extends EventStoreContract {
    private final String broken;

    OfEvents(String broken) {
      this.broken = broken;
    }

    @Override
    protected EventStore open() {
      return Objects.requireNonNull(BrokenEventStores.ALL.get(broken)).get();
    }
  }

  @ExtendWith(Name.class)
  static class OfSkills extends SkillStoreContract {
    private final String broken;

    OfSkills(String broken) {
      this.broken = broken;
    }

    @Override
    protected SkillStore open() {
      return Objects.requireNonNull(BrokenSkillStores.ALL.get(broken)).get();
    }
  }

  @ExtendWith(Name.class)
  static class OfCodifier extends CodifierContract {
    private final String broken;

    OfCodifier(String broken) {
      this.broken = broken;
    }

    @Override
    protected Codifier open() {
      return broken.equals(SOUND)
          ? BrokenCodifiers::sound
          : Objects.requireNonNull(BrokenCodifiers.ALL.get(broken));
    }
  }

  @ExtendWith(Name.class)
  static class OfRedactor extends RedactorContract {
    private final String broken;

    OfRedactor(String broken) {
      this.broken = broken;
    }

    @Override
    protected Redactor open() {
      return broken.equals(SOUND)
          ? BrokenRedactors::sound
          : Objects.requireNonNull(BrokenRedactors.ALL.get(broken)).get();
    }

    @Override
    protected List<String> secrets() {
      return BrokenRedactors.SECRETS;
    }
  }

  static class OfForgetfulEvents extends DurableEventStoreContract {
    @Override
    protected EventStore open() {
      return new InMemoryEventStore();
    }
  }

  static class OfForgetfulSkills extends DurableSkillStoreContract {
    @Override
    protected SkillStore open() {
      return new InMemorySkillStore();
    }
  }
}
