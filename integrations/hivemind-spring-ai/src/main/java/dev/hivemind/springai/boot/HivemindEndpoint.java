package dev.hivemind.springai.boot;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.Status;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The actuator endpoint {@code hivemind}: {@code GET} for the status, {@code GET skills} and {@code
 * GET candidates}, {@code POST approve/NAME} and {@code POST reject/NAME}. Whoever may call it
 * governs: the revision names who is logged in and, only where nobody is, the parameter {@code by}.
 * Let operators only call it, or set {@code management.endpoint.hivemind.access=read-only}.
 * Thread-safe.
 */
@Endpoint(id = "hivemind")
public class HivemindEndpoint {
  private final Hivemind hivemind;
  private final Scope workspace;

  HivemindEndpoint(Hivemind hivemind, Scope workspace) {
    this.hivemind = hivemind;
    this.workspace = workspace;
  }

  /** Returns settings, counters and problems. */
  @ReadOperation
  public Status status() {
    return hivemind.status();
  }

  /**
   * Returns what is visible in a scope.
   *
   * @param what {@code skills} for those that are active, {@code candidates} for those that wait
   * @param scope the workspace if absent
   */
  @ReadOperation
  public List<Lesson> list(@Selector String what, @Nullable String scope) {
    SkillState state =
        switch (what) {
          case "skills" -> SkillState.ACTIVE;
          case "candidates" -> SkillState.CANDIDATE;
          default ->
              throw new InvalidEndpointRequestException(
                  "unknown: " + what, "unknown: skills and candidates are there to be read");
        };
    return checked(() -> library(scope).list(state).stream().map(Lesson::of).toList());
  }

  /**
   * Approves or rejects a lesson.
   *
   * @param verdict {@code approve} or {@code reject}
   * @param name the lesson's name
   * @param security who is logged in
   * @param by who says so, if nobody is logged in
   * @param reason why
   * @param scope the workspace if absent
   */
  @WriteOperation
  public Lesson decide(
      SecurityContext security,
      @Selector String verdict,
      @Selector String name,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String scope) {
    return checked(
        () -> {
          Author operator = operator(security.getPrincipal(), by);
          return Lesson.of(
              switch (verdict) {
                case "approve" -> library(scope).approve(name, operator);
                case "reject" ->
                    library(scope).reject(name, operator, Objects.requireNonNullElse(reason, ""));
                default -> throw new IllegalArgumentException("unknown: say approve or reject");
              });
        });
  }

  private static Author operator(@Nullable Principal known, @Nullable String by) {
    return Author.operator(known == null ? Objects.requireNonNullElse(by, "") : known.getName());
  }

  // What the caller got wrong is not the server's error.
  private static <T> T checked(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new InvalidEndpointRequestException(message, message);
    }
  }

  private SkillLibrary library(@Nullable String scope) {
    return hivemind.skills(scope == null ? workspace : within(scope));
  }

  private Scope within(String path) {
    Scope scope = Scope.of(path);
    if (!scope.workspace().equals(workspace.workspace())) {
      throw new InvalidEndpointRequestException(
          "another workspace: " + path, "this application's workspace is " + workspace.workspace());
    }
    return scope;
  }

  /**
   * A skill as it is shown.
   *
   * @param name its name
   * @param scope where it was learned
   * @param state where it stands
   * @param revision the newest
   * @param description the lesson in a line
   * @param text its {@code SKILL.md}
   * @param reason why the newest revision was made
   * @param at when
   */
  public record Lesson(
      String name,
      String scope,
      SkillState state,
      int revision,
      String description,
      String text,
      String reason,
      Instant at) {
    static Lesson of(Skill skill) {
      return new Lesson(
          skill.name(),
          skill.scope().toString(),
          skill.state(),
          skill.revision(),
          skill.description(),
          skill.text(),
          skill.reason(),
          skill.at());
    }
  }
}
