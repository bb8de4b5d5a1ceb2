package dev.hivemind.core.redact;

import dev.hivemind.spi.Redactor;

/**
 * Masks what names a person or a person's account: addresses of mail, telephone numbers, IBANs and
 * numbers of cards, the latter two only where their check digits are right. Everything said of
 * {@link SecretRedactor} holds.
 */
public final class PersonalRedactor implements Redactor {
  private final SecretRedactor rules = new SecretRedactor(SecretRules.personal());

  /** Makes a redactor with the built-in rules. */
  public PersonalRedactor() {}

  @Override
  public String redact(String text) {
    return rules.redact(text);
  }
}
