package dev.hivemind.core.codify;

import dev.hivemind.ModelUse;
import java.time.Duration;

/** Counts what a run asks of a text model and says when it is enough. Not thread-safe. */
final class ModelMeter {
  private final ModelBudget budget;
  private int calls;
  private long sent;
  private long received;
  private int refused;
  private int spared;
  private Duration took = Duration.ZERO;

  ModelMeter(ModelBudget budget) {
    this.budget = budget;
  }

  /** Returns whether a prompt of this length may be sent. */
  boolean allows(int characters) {
    return calls < budget.calls()
        && sent + characters <= budget.characters()
        && took.compareTo(budget.time()) < 0;
  }

  /** Returns how long the next call may take. */
  Duration patience() {
    Duration left = budget.time().minus(took);
    return left.compareTo(budget.oneCall()) < 0 ? left : budget.oneCall();
  }

  void called(int characters, Duration time) {
    calls++;
    sent += characters;
    took = took.plus(time);
  }

  void answered(int characters) {
    received += characters;
  }

  void refused() {
    refused++;
  }

  void spared() {
    spared++;
  }

  ModelUse use() {
    return new ModelUse(calls, sent, received, refused, spared, took);
  }
}
