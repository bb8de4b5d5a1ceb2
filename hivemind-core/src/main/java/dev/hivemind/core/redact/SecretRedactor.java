package dev.hivemind.core.redact;

import dev.hivemind.spi.Redactor;
import java.util.List;

/**
 * Masks what looks like a secret: tokens of a known shape anywhere, and values of any shape where a
 * name such as {@code password} or {@code api_key} is given one. References to a secret ({@code
 * $TOKEN}, {@code ${db.password}}, {@code <password>}) are left as they are: they say how to do it
 * and give nothing away.
 *
 * <p>Immutable, so thread-safe; deterministic; linear in the length of the text. Text that was
 * masked before comes back unchanged.
 */
public final class SecretRedactor implements Redactor {
  // A token is not looked for in the middle of a word, so one that is glued to another is seen only
  // when the other is a marker. More than a few in a row are no text that anybody writes.
  private static final int ROUNDS = 8;

  private final List<SecretRule> rules;
  private final KeywordScanner keywords;

  /** Makes a redactor with the built-in rules. */
  public SecretRedactor() {
    this(SecretRules.secrets());
  }

  SecretRedactor(List<SecretRule> rules) {
    this.rules = List.copyOf(rules);
    this.keywords = KeywordScanner.of(this.rules.stream().map(SecretRule::keywords).toList());
  }

  @Override
  public String redact(String text) {
    return mask(text).text();
  }

  /** Returns the text with its secrets masked, and how many there were. */
  public Redaction mask(String text) {
    Redaction before = new Redaction(text, 0);
    Redaction masked = round(before);
    for (int i = 1; i < ROUNDS && masked.places() > before.places(); i++) {
      before = masked;
      masked = round(before);
    }
    return masked;
  }

  private Redaction round(Redaction before) {
    Redaction masked = before;
    for (long left = keywords.found(before.text()); left != 0; left &= left - 1) {
      masked = rules.get(Long.numberOfTrailingZeros(left)).mask(masked);
    }
    return masked;
  }
}
