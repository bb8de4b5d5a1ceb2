package dev.hivemind.springai;

import dev.hivemind.testkit.ScriptedModel;
import org.springframework.ai.chat.model.ChatModel;

/** Scripted models for tests of other packages. */
public final class ScriptedChatModels {
  private ScriptedChatModels() {}

  /** Returns the model in Spring AI's interface. */
  public static ChatModel of(ScriptedModel script) {
    return new ScriptedChatModel(script);
  }
}
