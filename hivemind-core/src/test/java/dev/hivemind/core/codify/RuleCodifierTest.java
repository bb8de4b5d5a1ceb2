package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Proposal;
import dev.hivemind.core.mine.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCodifierTest {
  private final Learning learning = new Learning();

  @Test
  void lesson_isThePersonsSentenceWithoutTheIncidentsLiterals() {
    learning.pass(
        new Story()
            .says("pay bill B-7711")
            .calls("pay_bill", "{'bill':'B-7711','payee':'Mertens Glass','amount':812.5}")
            .corrects(
                "No. B-7711 is from Mertens. Bills above 500 must be signed by two people within 48 hours."));
    assertThat(learning.lesson())
        .contains("above 500")
        .contains("48 hours")
        .doesNotContain("7711")
        .doesNotContain("Mertens");
    assertThat(learning.body())
        .doesNotContain("7711")
        .doesNotContain("Mertens")
        .doesNotContain("812");
  }

  @Test
  void lesson_namesTheCorrectedArgument() {
    learning.pass(
        new Story()
            .says("the sum for May")
            .calls("sum_up", "{'from':'2031-05-01','basis':'created'}")
            .says("no, the bank counts it differently, we always settle first")
            .calls("sum_up", "{'from':'2031-05-01','basis':'settled'}"));
    assertThat(learning.lesson())
        .contains("`basis` = `settled` (not `created`)")
        .contains("settle first");
  }

  @Test
  void lesson_ofRedo_isTheChangeAndWhatWasSaid() {
    learning.pass(
        new Story()
            .says("the sum for May")
            .calls("sum_up", "{'from':'2031-05-01','basis':'created'}")
            .says("strange, the bank has seven")
            .calls("sum_up", "{'from':'2031-05-01','basis':'settled'}")
            .answers("Seven.")
            .says("print it"));
    assertThat(learning.lesson())
        .startsWith("For `sum_up`: Use `basis` = `settled` (not `created`).")
        .contains("the bank has seven");
  }

  @Test
  void lesson_ofTwoEdits_isWhatTheyShare() {
    for (String day : List.of("Monday", "Friday")) {
      Story story = new Story().in(day);
      if (day.equals("Friday")) {
        story.says("hello").answers("hi");
      }
      String before = "We answer on " + day + " within 14 days.";
      learning.pass(
          story
              .says("draft it")
              .calls("save_draft", "{'path':'d/" + day + ".txt','text':'" + before + "'}")
              .edits("d/" + day + ".txt", before, before.replace("14", "30")));
    }
    assertThat(learning.lesson())
        .contains("`30 days` (not `14 days`)")
        .doesNotContain("Monday")
        .doesNotContain("Friday");
  }

  @Test
  void body_isPositiveFirstAndShort() {
    learning.pass(
        new Story()
            .says("mail the guests")
            .calls("send_mail", "{'list':'guests','text':'Hello all of you'}")
            .corrects(
                "Use the newsletter tool for lists. "
                    + "It keeps the addresses apart. ".repeat(40)));
    assertThat(learning.body()).startsWith("For `send_mail`: Use the newsletter tool for lists.");
    assertThat(learning.body().length()).isLessThan(1_200);
    assertThat(learning.lesson().length()).isLessThanOrEqualTo(Lesson.FIRST);
    assertThat(learning.body().indexOf("## Instead of"))
        .isPositive()
        .isLessThan(learning.body().indexOf("## Why"));
    assertThat(learning.body()).contains("Evidence: e-");
  }

  @Test
  void description_carriesTheTriggersWords() {
    learning.pass(
        new Story()
            .says("mail the guests")
            .calls("send_mail", "{'list':'guests'}")
            .corrects("Use the newsletter tool for lists."));
    assertThat(learning.only().description())
        .contains("newsletter")
        .contains("Use when calling send_mail")
        .contains("mail the guests")
        .hasSizeLessThan(300)
        .doesNotContain("\n");
    assertThat(learning.only().name()).startsWith("send-mail-");
  }

  @Test
  void factsAboutAPerson_areSkippedAndSaySo() {
    Evidence one =
        Told.of(Kind.USER_TURN, "a", .8)
            .wanting("My name is Kim and I like short answers")
            .evidence();
    Proposal proposal = new RuleCodifier().propose(List.of(one), List.of());
    assertThat(proposal).isInstanceOf(Proposal.Skip.class);
    assertThat(proposal.reason()).contains("memory");
  }

  @Test
  void complaintWithoutProcedure_isSkipped() {
    Evidence one = Told.of(Kind.USER_TURN, "a", .8).wanting("the total is broken").evidence();
    assertThat(learning.pass(List.of(one)).get(0).outcome()).isEqualTo(Outcome.SKIP);
  }

  @Test
  void sameEvidence_sameBytes() {
    Learning other = new Learning();
    Story story =
        new Story()
            .says("mail the guests")
            .calls("send_mail", "{'list':'guests'}")
            .corrects("Use the newsletter tool.");
    learning.pass(story);
    other.pass(story);
    assertThat(learning.only()).isEqualTo(other.only());
  }

  @Test
  void otherLanguages_keepTheirWords() {
    learning.pass(
        new Story()
            .says("查一下昨天的账")
            .calls("load_bills", "{'day':'2031-03-04'}")
            .corrects("账单必须按发布窗口拉,不要按自然日。"));
    assertThat(learning.lesson()).contains("发布窗口");
  }
}
