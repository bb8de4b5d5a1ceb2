package dev.hivemind.langchain4j;

import dev.hivemind.PendingCall;
import dev.hivemind.Turn;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.UserMessage;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A turn that goes on. Calls get ids of their own: those of models are missing, or begin anew in
 * each turn. Thread-safe.
 *
 * @param invocation the service's invocation
 * @param memory the id of the chat memory
 * @param message what the service began with
 * @param turn the turn
 * @param calls how many were made
 */
record OpenTurn(
    UUID invocation, Object memory, UserMessage message, Turn turn, AtomicInteger calls) {
  PendingCall calling(ToolExecutionRequest request) {
    return turn.calling(
        invocation + "-" + calls.incrementAndGet(),
        request.name(),
        Objects.requireNonNullElse(request.arguments(), ""));
  }
}
