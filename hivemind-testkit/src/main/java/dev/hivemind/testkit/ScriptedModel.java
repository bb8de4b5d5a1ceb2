package dev.hivemind.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A chat model that says what a test wrote down, and remembers what it was shown: no key, no
 * network. A test of an adapter wraps it in its framework's interface. Thread-safe.
 */
public final class ScriptedModel {
  private final Queue<Reply> script;
  private final List<List<Message>> requests = new CopyOnWriteArrayList<>();

  private ScriptedModel(List<Reply> replies) {
    this.script = new ConcurrentLinkedQueue<>(replies);
  }

  /** Returns a model that gives these replies, one a request. */
  public static ScriptedModel saying(Reply... replies) {
    return new ScriptedModel(List.of(replies));
  }

  /**
   * Returns the next reply.
   *
   * @param shown every message of the request, in order
   * @throws IllegalStateException if the script says that the model fails, or is at its end
   */
  public Reply reply(List<Message> shown) {
    requests.add(List.copyOf(shown));
    Reply next = script.poll();
    if (next == null) {
      throw new IllegalStateException("the script is at its end, and the model is asked again");
    }
    if (next.fails()) {
      throw new IllegalStateException(next.text());
    }
    return next;
  }

  /** Returns what the model was shown, request by request. */
  public List<List<Message>> requests() {
    return List.copyOf(requests);
  }

  /** Returns the text of every message of a request, the first being 0, in one. */
  public String shown(int request) {
    List<String> texts = new ArrayList<>();
    requests.get(request).forEach(one -> texts.add(one.text()));
    return String.join("\n", texts);
  }

  /**
   * A message a model is shown.
   *
   * @param role as the framework calls it
   * @param text its text
   */
  public record Message(String role, String text) {
    /** Validates. */
    public Message {
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A call a model makes.
   *
   * @param id the model's own id for it
   * @param tool the tool's name
   * @param arguments a JSON object
   */
  public record Call(String id, String tool, String arguments) {
    /** Validates. */
    public Call {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(tool, "tool");
      Objects.requireNonNull(arguments, "arguments");
    }
  }

  /**
   * What a model says: an answer, or calls, or nothing because it fails.
   *
   * @param text the answer, or the failure's message
   * @param calls the calls, made at once
   * @param fails whether the model fails
   */
  public record Reply(String text, List<Call> calls, boolean fails) {
    /** Validates and copies. */
    public Reply {
      Objects.requireNonNull(text, "text");
      calls = List.copyOf(calls);
    }

    /** Returns an answer. */
    public static Reply answer(String text) {
      return new Reply(text, List.of(), false);
    }

    /** Returns a call. */
    public static Reply call(String tool, String arguments) {
      return new Reply("", List.of(new Call("m1", tool, arguments)), false);
    }

    /** Returns this reply with one more call, made at the same time. */
    public Reply and(String tool, String arguments) {
      List<Call> more = new ArrayList<>(calls);
      more.add(new Call("m" + (calls.size() + 1), tool, arguments));
      return new Reply(text, more, false);
    }

    /** Returns the failure of a model. */
    public static Reply failure(String message) {
      return new Reply(message, List.of(), true);
    }
  }
}
