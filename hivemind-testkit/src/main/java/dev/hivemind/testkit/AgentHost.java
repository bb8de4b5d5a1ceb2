package dev.hivemind.testkit;

/**
 * An agent in some framework, with a Hivemind adapter switched on: what {@link AdapterContract}
 * drives.
 */
public interface AgentHost extends AutoCloseable {
  /**
   * Says something in a conversation, which remembers what was said in it before.
   *
   * @return the agent's answer
   * @throws Exception what the framework throws when the model fails
   */
  String say(String conversation, String words) throws Exception;

  /** Says something and collects the answer that is streamed; returns once the stream has ended. */
  String stream(String conversation, String words) throws Exception;

  @Override
  default void close() {}
}
