package dev.hivemind.examples.springai;

import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /chat/CONVERSATION} says something and returns the answer. */
@RestController
class ChatController {
  private final ChatClient support;

  ChatController(ChatClient support) {
    this.support = support;
  }

  @PostMapping("/chat/{conversation}")
  String chat(
      @PathVariable String conversation,
      @RequestHeader("user") String user,
      @RequestBody String words) {
    String answer =
        support
            .prompt()
            .user(words)
            .advisors(
                request ->
                    request.param(ChatMemory.CONVERSATION_ID, conversation).param("user", user))
            .call()
            .content();
    return Objects.requireNonNullElse(answer, "");
  }
}
