package dev.hivemind.core.mine.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Write \"Is it in? Yes.\" there|Write \"\" there",
        "write \u201cis it in?\u201d|write \"\"",
        "schreib \u201eIst es da?\u201c hin|schreib \"\" hin",
        "\u00e9cris \u00ab c'est l\u00e0 ? \u00bb|\u00e9cris \"\"",
        "\u5199\u300c\u5728\u5417\uff1f\u300d|\u5199\"\"",
        "\u5199\"\u5728\u5417\uff1f\"\u5c31\u884c|\u5199\"\"\u5c31\u884c",
        "a 5\" pipe and a 7\" pipe|a 5\" pipe and a 7\" pipe",
        "it's Ann's|it's Ann's",
      })
  void without_leavesWhatIsSaid(String text, String said) {
    assertThat(Quotations.without(text)).isEqualTo(said);
  }

  @Test
  void quotationNobodyClosed_reachesToTheEndOfItsLine() {
    assertThat(Quotations.without("Print \"Go on? Yes.\nThen stop."))
        .isEqualTo("Print \"\"\nThen stop.");
    assertThat(Quotations.without("Print \"Go on? Yes.")).isEqualTo("Print \"\"");
  }

  @Test
  void question_thatIsQuoted_isNotAsked() {
    assertThat(Horizon.isQuestion("Always ask \"Shall I go on?\"")).isFalse();
    assertThat(Horizon.isQuestion("Did you ask \"Shall I go on?\" first?")).isTrue();
    assertThat(Horizon.isQuestion("\"Shall I go on?\"")).isTrue();
  }
}
