package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Redactor;
import dev.hivemind.testkit.RedactorContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a person, and what only looks like it. */
class PersonalRedactorTest extends RedactorContract {
  private static final long SEED = Long.getLong("hivemind.seed", 20260101);

  private final PersonalRedactor redactor = new PersonalRedactor();
  private final People people = new People(SEED);

  @Override
  protected Redactor open() {
    return new PersonalRedactor();
  }

  @Override
  protected List<String> secrets() {
    return people.byRule().values().stream().flatMap(List::stream).toList();
  }

  @Test
  void everyRule_hasASample() {
    assertThat(people.byRule().keySet())
        .containsAll(SecretRules.personal().stream().map(SecretRule::name).toList());
  }

  @Test
  void sample_isMaskedByItsRule() {
    for (Map.Entry<String, List<String>> rule : people.byRule().entrySet()) {
      for (String sample : rule.getValue()) {
        assertThat(redactor.redact("reach " + sample + " today"))
            .as("seed %d", SEED)
            .isEqualTo("reach [masked:" + rule.getKey() + "] today");
      }
    }
  }

  @Test
  void numberWithAWrongCheckDigit_isLeft() {
    String card = people.card("4", 16);
    String wrong = card.substring(0, 15) + (char) ('0' + (card.charAt(15) - '0' + 1) % 10);
    String iban = people.iban();
    String other =
        iban.substring(0, 2) + (iban.startsWith("00", 2) ? "11" : "00") + iban.substring(4);

    assertThat(redactor.redact("order " + wrong)).contains(wrong);
    assertThat(redactor.redact("account " + other)).contains(other);
  }

  @Test
  void numberInJson_leavesJson() {
    assertThat(redactor.redact("{\"card\": " + people.card("4", 16) + ",\"n\":1}"))
        .isEqualTo("{\"card\": \"[masked:card]\",\"n\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git clone git@host.example:a/b.git and ssh://git@host.example/a",
        "react@18.2.0, @angular/core@17, user@host",
        "postgres://app@db.example/x",
        "2026-03-02T09:00:00+01:00, 02.03.2026, 1.2.3.4:8080",
        "order 4111111111111112, id 1234567890, 555-1234",
        "lines 100-200-300, 1 000 000, 12.345.678,90",
        "+1 -1 +12, -3.14, 00123"
      })
  void harmlessText_isLeftAsItIs(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }
}
