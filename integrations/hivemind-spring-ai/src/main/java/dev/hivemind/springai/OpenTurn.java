package dev.hivemind.springai;

import dev.hivemind.PendingCall;
import dev.hivemind.Turn;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.ai.chat.client.ChatClientRequest;

/**
 * A turn that goes on; it travels in the request's context, since hooks hop threads. A tool is not
 * told the id of its call, so each gets one here. Thread-safe.
 *
 * @param turn the turn
 * @param id its id
 * @param calls how many were made
 */
record OpenTurn(Turn turn, String id, AtomicInteger calls) {
  private static final String KEY = "hivemind.turn";

  static Optional<OpenTurn> in(ChatClientRequest request) {
    return request.context().get(KEY) instanceof OpenTurn turn
        ? Optional.of(turn)
        : Optional.empty();
  }

  ChatClientRequest.Builder put(ChatClientRequest request) {
    return request.mutate().context(KEY, this);
  }

  PendingCall calling(String tool, String arguments) {
    return turn.calling(id + "-" + calls.incrementAndGet(), tool, arguments);
  }

  @Override
  public String toString() {
    return "turn " + id;
  }
}
