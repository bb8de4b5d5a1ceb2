package dev.hivemind.journey;

import dev.hivemind.Hivemind;
import java.nio.file.Path;

/**
 * A program of its own, started by tests: teaches, asks, and says whether the call was held; then
 * waits for its input to end.
 */
public final class Child {
  private Child() {}

  /** Runs the story in the home given as the only argument. */
  public static void main(String[] arguments) throws Exception {
    ClassLoader nothing = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
    Thread.currentThread().setContextClassLoader(nothing);
    try (Hivemind hivemind = Hivemind.open(Path.of(arguments[0]))) {
      Story.teach(hivemind);
      String missing = hivemind.flush(Story.patience()).missing().toString();
      String module =
          Hivemind.class.getModule().isNamed()
              ? Hivemind.class.getModule().getName()
              : "class path";
      System.out.println(
          Story.ask(hivemind).advice().getClass().getSimpleName() + " " + missing + " " + module);
      System.out.flush();
      while (System.in.read() >= 0) {
        // until the parent lets go
      }
    }
  }
}
