package dev.hivemind.springai;

import dev.hivemind.Session;
import org.springframework.ai.chat.client.ChatClientRequest;

/**
 * Says whose session a request belongs to. Called on whatever thread asks; must be thread-safe. One
 * that throws is passed over.
 */
@FunctionalInterface
public interface SessionResolver {
  /**
   * Returns the session.
   *
   * @param session what it would be: the adapter's scope, the conversation's id, an end user
   * @param request the request; what the host put into its context is there
   */
  Session resolve(Session session, ChatClientRequest request);
}
