package dev.hivemind.springai.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.SkillState;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import dev.hivemind.springai.HivemindSpringAi;
import dev.hivemind.springai.ScriptedChatModels;
import dev.hivemind.springai.SessionResolver;
import dev.hivemind.testkit.RecordingHivemind;
import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.model.chat.client.autoconfigure.ChatClientAutoConfiguration;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What an application gets that has hivemind-spring-ai on its class path. */
class HivemindAutoConfigurationTest {
  private static final Scope SHOP = Scope.of("shop");
  private static final SecurityContext NOBODY = SecurityContext.NONE;

  @TempDir Path home;
  private ApplicationContextRunner bare = new ApplicationContextRunner();
  private ApplicationContextRunner shop = bare;

  @BeforeEach
  void configure() {
    bare =
        bare.withConfiguration(
                AutoConfigurations.of(
                    HivemindAutoConfiguration.class,
                    HivemindActuatorAutoConfiguration.class,
                    ChatClientAutoConfiguration.class))
            .withPropertyValues(
                "hivemind.home=" + home, "management.endpoints.web.exposure.include=*")
            .withBean(
                ChatModel.class,
                () -> ScriptedChatModels.of(ScriptedModel.saying(Reply.answer("Hello."))));
    shop = bare.withPropertyValues("hivemind.workspace=shop");
  }

  private static Health health(org.springframework.context.ApplicationContext context) {
    return Objects.requireNonNull(context.getBean(HealthIndicator.class).health());
  }

  @Test
  void application_hasAHivemindInItsHome_andHealthIsUp() {
    shop.run(
        context -> {
          assertThat(context.getBean(Hivemind.class).status().health()).isEqualTo(Status.Health.UP);
          assertThat(home.resolve("data")).isDirectory();
          assertThat(health(context).getStatus().getCode()).isEqualTo("UP");
        });
  }

  @Test
  void context_closesTheHivemind() {
    shop.run(context -> assertThat(context).hasSingleBean(Hivemind.class));

    Hivemind.open(home).close(); // refused if the home were still held
  }

  @Test
  void everyChatClient_isListenedTo() {
    shop.run(
        context -> {
          ChatClient client = context.getBean(ChatClient.Builder.class).build();

          assertThat(client.prompt().user("Hi").call().content()).isEqualTo("Hello.");

          Status status = context.getBean(Hivemind.class).status();
          assertThat(status.count(Counter.RECORDED)).isEqualTo(3); // prompt, answer, end
        });
  }

  @Test
  void workspace_comesFromTheEnvironmentToo() {
    bare.withPropertyValues("HIVEMIND_WORKSPACE_ID=shop")
        .run(
            context ->
                assertThat(context.getBean(HivemindWorkspace.class).scope()).isEqualTo(SHOP));
  }

  @Test
  void withoutAWorkspace_theApplicationStarts_andHealthIsDown() {
    bare.run(
        context -> {
          assertThat(context).hasNotFailed();
          assertThat(context.getBean(Hivemind.class)).isSameAs(Hivemind.noop());
          assertThat(health(context).getStatus().getCode()).isEqualTo("DOWN");
          assertThat(health(context).getDetails().get("problem").toString())
              .contains("hivemind.workspace");
        });
  }

  @Test
  void homeThatIsHeld_isNoReasonNotToStart() {
    try (Hivemind holder = Hivemind.open(home)) {
      shop.run(
          context -> {
            assertThat(context).hasNotFailed();
            assertThat(health(context).getStatus().getCode()).isEqualTo("DOWN");
            assertThat(
                    context.getBean(ChatClient.Builder.class).build().prompt("Hi").call().content())
                .isEqualTo("Hello.");
          });
      assertThat(holder.status().count(Counter.RECORDED)).isZero();
    }
  }

  @Test
  void switchedOff_thereIsNone() {
    shop.withPropertyValues("hivemind.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Hivemind.class));
  }

  @Test
  void beansStepBack_forTheHosts() {
    RecordingHivemind own = RecordingHivemind.over(Hivemind.noop());
    SessionResolver resolver = (session, request) -> session.by(Author.owner("olga"));
    shop.withBean(Hivemind.class, () -> own)
        .withBean(SessionResolver.class, () -> resolver)
        .run(
            context -> {
              assertThat(context.getBean(Hivemind.class)).isSameAs(own);
              context.getBean(ChatClient.Builder.class).build().prompt("Hi").call().content();
              assertThat(own.events())
                  .isNotEmpty()
                  .allMatch(one -> one.session().author().equals(Author.owner("olga")));
              assertThat(home.resolve("data")).doesNotExist();
            });
    shop.withBean(HivemindSpringAi.class, () -> HivemindSpringAi.of(own, SHOP))
        .run(context -> assertThat(context).hasSingleBean(HivemindSpringAi.class));
  }

  @Test
  void ownHivemindWithoutAWorkspace_isNotTold_andHealthIsDown() {
    RecordingHivemind own = RecordingHivemind.over(Hivemind.noop());
    bare.withBean(Hivemind.class, () -> own)
        .run(
            context -> {
              context.getBean(ChatClient.Builder.class).build().prompt("Hi").call().content();
              assertThat(health(context).getStatus().getCode()).isEqualTo("DOWN");
              assertThat(health(context).getDetails()).containsKey("problem");
            });

    assertThat(own.events()).isEmpty();
  }

  @Test
  void switchedOff_theHostsOwnIsNoReasonNotToStart() {
    shop.withPropertyValues("hivemind.enabled=false")
        .withBean(Hivemind.class, Hivemind::noop)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void withoutChatClients_theApplicationStarts() {
    shop.withClassLoader(new FilteredClassLoader(ChatClientBuilderCustomizer.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("hivemindSpringAi"));
  }

  @Test
  void users_areWhatThePropertySays() {
    RecordingHivemind own = RecordingHivemind.over(Hivemind.noop());
    shop.withBean(Hivemind.class, () -> own)
        .withPropertyValues("hivemind.users=operator")
        .run(
            context ->
                context.getBean(ChatClient.Builder.class).build().prompt("Hi").call().content());

    assertThat(own.events()).allMatch(one -> one.session().author().role() == Role.OPERATOR);
  }

  @Test
  void builderCustomizer_setsWhatNoPropertySets() {
    shop.withBean(HivemindBuilderCustomizer.class, () -> builder -> builder.activeSkills(7))
        .run(
            context ->
                assertThat(context.getBean(Hivemind.class).status().settings()).containsValue("7"));
  }

  @Test
  void endpoint_showsAndGoverns() {
    shop.run(
        context -> {
          Hivemind hivemind = context.getBean(Hivemind.class);
          Session monday = Session.of(SHOP, "monday").by(Author.operator("ana"));
          taught(hivemind, monday);
          HivemindEndpoint endpoint = context.getBean(HivemindEndpoint.class);

          assertThat(endpoint.status().health()).isEqualTo(Status.Health.UP);
          List<HivemindEndpoint.Lesson> skills = endpoint.list("skills", null);
          assertThat(skills).hasSize(1);
          String name = skills.get(0).name();
          assertThat(endpoint.decide(NOBODY, "reject", name, "ben", "no longer so", null).state())
              .isEqualTo(SkillState.REJECTED);
          assertThat(endpoint.list("skills", "shop")).isEmpty();
          assertThat(endpoint.list("candidates", null)).isEmpty();
          assertThat(hivemind.skills(SHOP).find(name).orElseThrow().author())
              .isEqualTo(Author.operator("ben"));
          refuses(
              () -> endpoint.decide(NOBODY, "approve", "nothing-of-this-name", "ben", null, null));
          refuses(() -> endpoint.decide(NOBODY, "delete", name, "ben", null, null));
          refuses(() -> endpoint.list("secrets", null));
          refuses(() -> endpoint.list("skills", "another-shop"));
          refuses(() -> endpoint.list("skills", "no/../scope"));
          refuses(() -> endpoint.decide(NOBODY, "approve", name, null, null, null));
          endpoint.decide(loggedIn("cleo"), "approve", name, "ben", null, null);
          assertThat(hivemind.skills(SHOP).find(name).orElseThrow().author())
              .isEqualTo(Author.operator("cleo"));
        });
  }

  private static SecurityContext loggedIn(String name) {
    return new SecurityContext() {
      @Override
      public Principal getPrincipal() {
        return () -> name;
      }

      @Override
      public boolean isUserInRole(String role) {
        return false;
      }
    };
  }

  private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidEndpointRequestException.class);
  }

  private static void taught(Hivemind hivemind, Session monday) {
    hivemind.record(monday.prompt("Give order 4711 its money back"));
    hivemind.record(monday.toolCall("c1", "refund", "{\"order\":4711}"));
    hivemind.record(monday.toolResult("c1", ToolStatus.OK, "refunded"));
    hivemind.record(monday.correction("c1", "No. Look first whether the window is closed."));
    assertThat(hivemind.flush(Duration.ofSeconds(20)).complete()).isTrue();
  }

  @Test
  void everyProperty_isKnownToEditors() throws IOException {
    try (InputStream in =
        HivemindProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains(
              "\"hivemind.workspace\"",
              "\"hivemind.home\"",
              "\"hivemind.users\"",
              "\"hivemind.mode\"",
              "\"hivemind.retention\"",
              "\"hivemind.enabled\"",
              "scope of the lessons");
    }
  }

  @Test
  void autoConfigurations_areListed() throws IOException {
    try (InputStream in =
        HivemindProperties.class.getResourceAsStream(
            "/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(
              HivemindAutoConfiguration.class.getName(),
              HivemindActuatorAutoConfiguration.class.getName());
    }
  }
}
