package dev.hivemind;

/**
 * A call that a {@link Turn} is about to make, or that is held. Immutable but for what it records;
 * thread-safe.
 */
public final class PendingCall {
  private final Turn turn;
  private final String call;
  private final Advice advice;

  PendingCall(Turn turn, String call, Advice advice) {
    this.turn = turn;
    this.call = call;
    this.advice = advice;
  }

  /** Returns whether the call must not be made: {@link #note} is the tool's answer. */
  public boolean held() {
    return advice instanceof Advice.Hold;
  }

  /** Returns what was learned about the call, fenced; empty if nothing fits. */
  public String note() {
    return advice.text();
  }

  /**
   * Records how the call ended.
   *
   * @param status {@link ToolStatus#UNKNOWN} if the host's framework does not say
   * @param output what the tool returned
   * @return the output, followed by the note if there is one: what to give to the model
   */
  public String ended(ToolStatus status, String output) {
    turn.ended(call, status, output);
    return note().isEmpty() ? output : output + "\n\n" + note();
  }

  /** Records that the tool threw. */
  public void failed(Throwable thrown) {
    String said = Check.notNull("thrown", thrown).getMessage();
    String name = thrown.getClass().getSimpleName();
    turn.ended(call, ToolStatus.ERROR, said == null || said.isBlank() ? name : said);
  }
}
