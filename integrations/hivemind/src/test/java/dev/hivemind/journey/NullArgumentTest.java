package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.FlushReport;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Mode;
import dev.hivemind.PendingCall;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Situation;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import dev.hivemind.Turn;
import dev.hivemind.Verdict;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null in every place of the public API: refused by name, or, in the agent's loop, survived. */
class NullArgumentTest {
  private static final Session SESSION = Session.of(Story.SCOPE, "s").by(Author.operator("ana"));
  private static final Set<String> IN_THE_LOOP = Set.of("record", "recall");

  private final Map<Class<?>, Object> samples = samples();
  private final List<String> wrong = new ArrayList<>();

  @TempDir Path home;

  @Test
  void everyMethodAndConstructor_givenNull_namesTheArgument() throws Exception {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      var skill = hivemind.skills(Story.SCOPE).list().get(0);
      samples.put(skill.getClass(), skill);
      samples.put(Evidence.class, skill.evidence().get(0));
      samples.put(Situation.class, skill.situations().get(0));
      for (Class<?> type : publicTypes()) {
        for (Constructor<?> constructor : type.getConstructors()) {
          tryNulls(constructor, Optional.empty());
        }
        for (Method method : type.getDeclaredMethods()) {
          if (Modifier.isPublic(method.getModifiers())
              && Modifier.isStatic(method.getModifiers())
              && !method.getName().equals("valueOf")) {
            tryNulls(method, Optional.empty());
          }
        }
      }
      Object[] subjects = {
        hivemind,
        Hivemind.noop(),
        hivemind.skills(Story.SCOPE),
        Hivemind.noop().skills(Story.SCOPE),
        Hivemind.builder(),
        SESSION,
        Story.SCOPE,
        RecallContext.of(SESSION, "task"),
        Turn.begin(hivemind, SESSION, "task"),
        Turn.begin(hivemind, SESSION, "task").calling("c1", "tool", "{}"),
        hivemind.status()
      };
      List<Class<?>> facades =
          List.of(
              Hivemind.class,
              SkillLibrary.class,
              HivemindBuilder.class,
              Session.class,
              Scope.class,
              RecallContext.class,
              Turn.class,
              PendingCall.class,
              Status.class);
      for (Object subject : subjects) {
        for (Class<?> facade : facades) {
          if (facade.isInstance(subject)) {
            instanceMethods(facade, subject);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void instanceMethods(Class<?> facade, Object subject) throws Exception {
    for (Method method : facade.getDeclaredMethods()) {
      boolean ours =
          Modifier.isPublic(method.getModifiers())
              && !Modifier.isStatic(method.getModifiers())
              && !method.getName().equals("equals")
              && !(subject instanceof Hivemind && IN_THE_LOOP.contains(method.getName()));
      if (ours) {
        tryNulls(method, Optional.of(subject));
      }
    }
  }

  private static List<Class<?>> publicTypes() {
    Pattern ours = Pattern.compile(".*/dev/hivemind/(spi/)?[^/]*\\.class");
    return new ClassFileImporter()
            .withImportOption(location -> location.matches(ours))
            .importPackagesOf(Hivemind.class, StorageProvider.class)
            .stream()
            .filter(
                type -> Set.of("dev.hivemind", "dev.hivemind.spi").contains(type.getPackageName()))
            .map(JavaClass::reflect)
            .filter(NullArgumentTest::isChecked)
            .toList();
  }

  // Constructors of events are not API: record drops what holds a null.
  private static boolean isChecked(Class<?> type) {
    boolean open =
        Modifier.isPublic(type.getModifiers())
            && (type.getEnclosingClass() == null
                || Modifier.isPublic(type.getEnclosingClass().getModifiers()));
    return open
        && !AgentEvent.class.isAssignableFrom(type)
        && !Throwable.class.isAssignableFrom(type);
  }

  private void tryNulls(Executable executable, Optional<Object> subject) throws Exception {
    Class<?>[] types = executable.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (types[i].isPrimitive()) {
        continue;
      }
      Object[] arguments = new Object[types.length];
      for (int other = 0; other < types.length; other++) {
        arguments[other] = other == i ? null : sample(types[other]);
      }
      Throwable thrown = thrown(executable, subject, arguments);
      boolean named =
          thrown instanceof NullPointerException
              && thrown.getMessage() != null
              && !thrown.getMessage().contains("because");
      if (!named) {
        wrong.add(executable + ", argument " + i + ": " + thrown);
      }
    }
  }

  private static Throwable thrown(
      Executable executable, Optional<Object> subject, Object[] arguments) throws Exception {
    executable.setAccessible(true);
    try {
      Object result =
          executable instanceof Constructor<?> constructor
              ? constructor.newInstance(arguments)
              : ((Method) executable).invoke(subject.orElse(null), arguments);
      return new AssertionError("accepted: " + result);
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  private Object sample(Class<?> type) {
    Object sample = samples.get(type);
    if (sample == null && type.isRecord()) {
      sample = record(type);
    }
    if (sample == null && type.isEnum()) {
      sample = type.getEnumConstants()[0];
    }
    if (sample == null) {
      throw new AssertionError("no sample of " + type);
    }
    return sample;
  }

  private Object record(Class<?> type) {
    Constructor<?> constructor = type.getConstructors()[0];
    try {
      return constructor.newInstance(
          Arrays.stream(constructor.getParameterTypes()).map(this::sample).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sample of " + type, e);
    }
  }

  private static Map<Class<?>, Object> samples() {
    Map<Class<?>, Object> samples = new HashMap<>();
    samples.put(String.class, "text");
    samples.put(int.class, 1);
    samples.put(long.class, 1L);
    samples.put(double.class, .5);
    samples.put(boolean.class, false);
    samples.put(Collection.class, List.of());
    samples.put(List.class, List.of());
    samples.put(Set.class, Set.of());
    samples.put(Map.class, Map.of());
    samples.put(Path.class, Path.of("nowhere"));
    samples.put(Duration.class, Duration.ofMillis(5));
    samples.put(Instant.class, Instant.EPOCH);
    samples.put(java.time.LocalDate.class, java.time.LocalDate.EPOCH);
    samples.put(InstantSource.class, InstantSource.system());
    samples.put(Scope.class, Story.SCOPE);
    samples.put(Author.class, Author.owner("olga"));
    samples.put(Session.class, SESSION);
    samples.put(RecallContext.class, RecallContext.of(SESSION, "task"));
    samples.put(AgentEvent.class, SESSION.turnEnd());
    samples.put(Forget.class, Forget.everything(Story.SCOPE));
    samples.put(dev.hivemind.Advice.class, new dev.hivemind.Advice.Proceed());
    samples.put(PromotionPolicy.class, PromotionPolicy.automatic());
    samples.put(FlushReport.Stage.class, FlushReport.Stage.STORED);
    samples.put(Mode.class, Mode.ON);
    samples.put(Hivemind.class, Hivemind.noop());
    samples.put(Predicate.class, (Predicate<String>) tool -> true);
    samples.put(Callable.class, (Callable<String>) () -> "done");
    samples.put(Throwable.class, new IllegalStateException("thrown"));
    samples.put(SkillState.class, SkillState.ACTIVE);
    samples.put(dev.hivemind.spi.EventStore.class, new InMemoryEventStore());
    samples.put(dev.hivemind.spi.SkillStore.class, new InMemorySkillStore());
    samples.put(dev.hivemind.spi.RecallEngine.class, new InMemoryRecallEngine());
    return samples;
  }

  @Test
  void offering_nothingOrANullAmongNames_isRefusedByName() {
    RecallContext context = RecallContext.of(SESSION, "task");

    assertThatNullPointerException()
        .isThrownBy(() -> context.offering(Collections.singleton(null)))
        .withMessageContaining("tool offered");
  }

  @Test
  void recordAndRecall_givenNull_dropItAndSayNothing() {
    for (Hivemind hivemind : List.of(Hivemind.open(home), Hivemind.noop())) {
      try (hivemind) {
        assertThat(hivemind.record(null)).isNotNull();
        assertThat(hivemind.record(null, Instant.EPOCH)).isNotNull();
        assertThat(hivemind.record(SESSION.prompt("kept"), null)).isNotNull();
        assertThat(hivemind.recall(null)).isEqualTo(Recall.none());

        if (hivemind.status().health() != Status.Health.NOOP) {
          assertThat(hivemind.flush(Story.patience()).complete()).isTrue();
          assertThat(hivemind.status().count(Counter.DROPPED_MALFORMED)).isEqualTo(2);
          assertThat(hivemind.status().count(Counter.STORED)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void event_thatHoldsANull_isCountedAsDroppedAndDoesNoHarm() {
    Map<String, AgentEvent> holes = new LinkedHashMap<>();
    holes.put("prompt", new AgentEvent.Prompt(SESSION, null));
    holes.put("session", new AgentEvent.Prompt(null, "text"));
    holes.put("call", new AgentEvent.ToolCall(SESSION, null, "t", "{}", ""));
    holes.put("tool", new AgentEvent.ToolCall(SESSION, "c", null, "{}", ""));
    holes.put("arguments", new AgentEvent.ToolCall(SESSION, "c", "t", null, ""));
    holes.put("version", new AgentEvent.ToolCall(SESSION, "c", "t", "{}", null));
    holes.put("status", new AgentEvent.ToolResult(SESSION, "c", null, ""));
    holes.put("output", new AgentEvent.ToolResult(SESSION, "c", ToolStatus.OK, null));
    holes.put("response", new AgentEvent.Response(SESSION, null));
    holes.put("correction", new AgentEvent.Correction(SESSION, "", null, "", ""));
    holes.put("answer", new AgentEvent.Correction(SESSION, "", "text", "", null));
    holes.put("verdict", new AgentEvent.Approval(SESSION, "c", null, "", ""));
    holes.put("reason", new AgentEvent.Approval(SESSION, "c", Verdict.APPROVED, null, ""));
    holes.put("before", new AgentEvent.Edit(SESSION, "f", null, ""));
    holes.put("target", new AgentEvent.Revert(SESSION, null));
    holes.put("document", new AgentEvent.Unknown(SESSION, "kind", null));
    holes.put("nobody", new AgentEvent.TurnEnd(null));
    try (Hivemind hivemind = Hivemind.open(home)) {
      holes.values().forEach(hivemind::record);
      Story.teach(hivemind);

      assertThat(hivemind.flush(Story.patience()).complete()).isTrue();
      assertThat(hivemind.status().count(Counter.DROPPED_MALFORMED)).isEqualTo(holes.size());
      assertThat(hivemind.status().count(Counter.FAILURES)).isZero();
      assertThat(hivemind.status().count(Counter.STORED)).isEqualTo(4);
      assertThat(Story.ask(hivemind).text()).contains("settlement");
    }
  }
}
