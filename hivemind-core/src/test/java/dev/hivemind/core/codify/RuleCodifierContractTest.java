package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.testkit.CodifierContract;

/** The rules keep the contract of a codifier. */
class RuleCodifierContractTest extends CodifierContract {
  @Override
  protected Codifier open() {
    return new RuleCodifier();
  }
}
