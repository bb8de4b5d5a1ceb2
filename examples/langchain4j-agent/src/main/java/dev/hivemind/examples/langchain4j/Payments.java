package dev.hivemind.examples.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** What the agent can do. */
final class Payments {
  @Tool("Pays an order's money back")
  String refund(
      @P(value = "the order's number", name = "order") int order,
      @P(value = "voucher or card", name = "method") String method) {
    return "order " + order + " was refunded to the " + method;
  }
}
