package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events of a workspace in order, written down as a test tells them. */
public final class Story {
  private final List<StoredEvent> events = new ArrayList<>();
  private Session session = session("s1", "shop/till", Author.operator("ana"));
  private int calls;

  private static Session session(String id, String scope, Author author) {
    return new Session(Scope.of(scope), id, author);
  }

  public Story in(String id) {
    session = session(id, session.scope().toString(), session.author());
    return this;
  }

  public Story at(String scope) {
    session = session(session.id(), scope, session.author());
    return this;
  }

  public Story by(Author author) {
    session = session.by(author);
    return this;
  }

  public Story add(AgentEvent event) {
    long position = events.size() + 1L;
    events.add(new StoredEvent(position, "ev" + position, Instant.ofEpochSecond(position), event));
    return this;
  }

  public Story says(String text) {
    return add(session.prompt(text));
  }

  public Story answers(String text) {
    return add(session.response(text));
  }

  /** A call without its result; its id is "c" and a running number. */
  public Story asks(String tool, String arguments) {
    calls++;
    return add(session.toolCall(last(), tool, arguments.replace('\'', '"')));
  }

  public Story calls(String tool, String arguments) {
    return asks(tool, arguments).returns(ToolStatus.OK, "ok");
  }

  public Story fails(String tool, String arguments, String error) {
    return asks(tool, arguments).returns(ToolStatus.ERROR, error);
  }

  public Story returns(ToolStatus status, String output) {
    return add(session.toolResult(last(), status, output));
  }

  public Story corrects(String text) {
    return add(session.correction(last(), text));
  }

  public Story corrects(String text, String arguments) {
    return add(session.correctedArguments(last(), text, arguments.replace('\'', '"')));
  }

  public Story correctsLatest(String text) {
    return add(new Correction(session, "", text, "", ""));
  }

  public Story refuses(String reason) {
    return add(session.rejected(last(), reason));
  }

  public Story approves() {
    return add(session.approved(last()));
  }

  public Story editsCall(String arguments) {
    return add(session.edited(last(), arguments.replace('\'', '"'), ""));
  }

  public Story edits(String path, String before, String after) {
    return add(session.edit(path, before, after));
  }

  public Story reverts() {
    return add(session.revert(last()));
  }

  public Story interrupts() {
    return add(session.interrupted());
  }

  public Story ends() {
    return add(session.sessionEnd());
  }

  public Session session() {
    return session;
  }

  private String last() {
    return "c" + calls;
  }

  public List<StoredEvent> events() {
    return List.copyOf(events);
  }

  /** Returns everything a new miner says, the latest form of each, confirmations left out. */
  public List<Evidence> evidence() {
    return all().stream().filter(one -> one.kind() != Evidence.Kind.CONFIRMATION).toList();
  }

  public List<Evidence> all() {
    Miner miner = new Miner();
    Map<String, Evidence> found = new LinkedHashMap<>();
    events.forEach(event -> miner.observe(event).forEach(one -> found.put(one.id(), one)));
    miner.end(session.scope(), session.id()).forEach(one -> found.put(one.id(), one));
    return List.copyOf(found.values());
  }
}
