package dev.hivemind.testkit;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A tool of a fake host.
 *
 * @param name its name; it takes an integer {@code order}
 * @param run JSON arguments in, output out; what it throws, the framework turns into an error
 */
public record HostTool(String name, UnaryOperator<String> run) {
  /** Validates. */
  public HostTool {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(run, "run");
  }
}
