package dev.hivemind.crash;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A session of four events that teaches one lesson: prompt, call, result, correction.
 *
 * @param scope where
 * @param session its id
 * @param tool which tool was called; each has a lesson of its own
 */
record Tale(Scope scope, String session, String tool) {
  private static final Map<String, String> LESSONS =
      Map.ofEntries(
          Map.entry("refund_order", "Check the settlement window before you refund."),
          Map.entry("send_parcel", "Weigh every parcel on the calibrated scale first."),
          Map.entry("close_ticket", "Ask the reporter whether the symptom is gone."),
          Map.entry("print_voucher", "Use thermal paper, plain sheets smear."),
          Map.entry("rotate_key", "Announce a rotation in the channel of the platform team."),
          Map.entry("restart_cluster", "Drain one node at a time and wait for quorum."),
          Map.entry("book_flight", "Compare the fare with the negotiated corporate rate."),
          Map.entry("pay_supplier", "Match the bank account against the signed contract."),
          Map.entry("mow_lawn", "Collect hedgehogs and toys from the grass beforehand."),
          Map.entry("bake_bread", "Let the dough rise overnight in a cold cellar."),
          Map.entry("translate_letter", "Keep proper names and street names untranslated."),
          Map.entry("archive_mail", "Exclude messages under legal hold from archiving."));
  private static final List<String> TOOLS = LESSONS.keySet().stream().sorted().toList();

  /** Returns a tale of the given writer: two writers in three share a scope and its lessons. */
  static Tale of(Random random, int writer, String session) {
    String workspace = random.nextInt(3) == 0 ? "harbour" : "station";
    String tool = TOOLS.get(random.nextInt(TOOLS.size()));
    return new Tale(Scope.of(workspace + "/team" + writer % 3), session, tool);
  }

  private String task() {
    return tool.replace('_', ' ') + " 4711";
  }

  List<AgentEvent> events() {
    Session told = Session.of(scope, session).by(Author.operator("ana"));
    return List.of(
        told.prompt(task()),
        told.toolCall("c1", tool, "{\"number\":4711}"),
        told.toolResult("c1", ToolStatus.OK, "done"),
        told.correction("c1", "No. " + LESSONS.get(tool)));
  }

  /** Returns the situation this tale warns of, in another session. */
  RecallContext again() {
    return RecallContext.of(
            Session.of(scope, session + "-again").by(Author.operator("ben")), task())
        .beforeTool(tool, "{\"number\":12}")
        .sideEffecting();
  }
}
