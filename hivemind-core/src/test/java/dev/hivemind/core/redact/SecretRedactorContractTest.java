package dev.hivemind.core.redact;

import dev.hivemind.spi.Redactor;
import dev.hivemind.testkit.RedactorContract;
import java.util.List;

/** The built-in redactor keeps the contract. */
class SecretRedactorContractTest extends RedactorContract {
  @Override
  protected Redactor open() {
    return new SecretRedactor();
  }

  @Override
  protected List<String> secrets() {
    return new Secrets(20260308).byRule().values().stream().flatMap(List::stream).toList();
  }
}
