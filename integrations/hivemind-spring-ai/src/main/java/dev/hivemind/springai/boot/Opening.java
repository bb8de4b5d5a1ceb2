package dev.hivemind.springai.boot;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * A Hivemind that was opened, or none and why: an application starts without its memory rather than
 * not at all.
 *
 * @param hivemind the memory
 * @param problem why there is none; empty if there is one
 */
record Opening(Hivemind hivemind, String problem) {
  private static final Logger LOG = System.getLogger(Opening.class.getName());

  static Opening of(HivemindWorkspace workspace, Consumer<HivemindBuilder> settings) {
    if (!workspace.problem().isEmpty()) {
      return none(workspace.problem());
    }
    try {
      HivemindBuilder builder = Hivemind.builder();
      settings.accept(builder);
      return new Opening(builder.open(), "");
    } catch (RuntimeException | LinkageError e) {
      return none(String.valueOf(e.getMessage()));
    }
  }

  private static Opening none(String problem) {
    LOG.log(Level.ERROR, "agents go on without memory: {0}", problem);
    return new Opening(Hivemind.noop(), problem);
  }
}
