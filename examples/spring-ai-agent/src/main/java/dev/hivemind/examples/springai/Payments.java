package dev.hivemind.examples.springai;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** What the agent can do. */
class Payments {
  @Tool(description = "Pays an order's money back")
  String refund(
      @ToolParam(description = "the order's number") int order,
      @ToolParam(description = "voucher or card") String method) {
    return "order " + order + " was refunded to the " + method;
  }
}
