package dev.hivemind.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinerTest {
  private static Story longStory() {
    return new Story()
        .says("book R-17 for tomorrow")
        .calls("book_room", "{'room':'R-17','plan':'hourly'}")
        .in("s2")
        .says("ship the crate")
        .fails("ship", "{'crate':'K-40','weight':1.5}", "weight must be in grams")
        .in("s1")
        .answers("Booked.")
        .says("No, board rooms must always be daily")
        .in("s2")
        .calls("ship", "{'crate':'K-40','weight':1500}")
        .answers("Shipped.")
        .ends()
        .in("s1")
        .calls("book_room", "{'room':'R-17','plan':'daily'}")
        .answers("Changed.")
        .says("and send the invite")
        .asks("send_invite", "{'room':'R-17','tone':'formal'}")
        .refuses("invites never go out before the desk has confirmed")
        .calls("ask_desk", "{'room':'R-17'}")
        .in("s3")
        .says("list open bills")
        .calls("list_bills", "{'state':'open','from':'2031-01-01'}")
        .answers("Five.")
        .says("the bank shows seven")
        .calls("list_bills", "{'state':'all','from':'2031-01-01'}")
        .answers("Seven.")
        .in("s1")
        .answers("Asked the desk.")
        .says("good, thanks")
        .in("s3")
        .says("print them")
        .calls("print", "{'what':'bills'}")
        .reverts()
        .says("no, bills should go to the archive instead")
        .ends()
        .in("s1")
        .ends();
  }

  private static Map<String, Evidence> mine(Miner miner, List<StoredEvent> events) {
    Map<String, Evidence> found = new LinkedHashMap<>();
    events.forEach(event -> miner.observe(event).forEach(one -> found.put(one.id(), one)));
    return found;
  }

  @Test
  void killAndRefeed_atEveryPosition_givesTheSameEvidence() {
    List<StoredEvent> events = longStory().events();
    Map<String, Evidence> whole = mine(new Miner(), events);
    assertThat(whole).hasSizeGreaterThan(4);
    for (int killed = 1; killed <= events.size(); killed++) {
      Miner first = new Miner();
      Map<String, Evidence> found = mine(first, events.subList(0, killed));
      long resume = first.resumeAt();
      found.putAll(
          mine(new Miner(), events.stream().filter(one -> one.position() > resume).toList()));
      assertThat(found).as("killed after %d, resumed at %d", killed, resume).isEqualTo(whole);
    }
  }

  @Test
  void evidence_isTheSameEveryTime() {
    assertThat(longStory().all()).isEqualTo(longStory().all());
  }

  @Test
  void end_tellsWhatNobodyObjectedTo() {
    Story story =
        new Story()
            .says("list open bills")
            .calls("list_bills", "{'state':'open','from':'2031-01-01'}")
            .answers("Five.")
            .says("the bank shows seven")
            .calls("list_bills", "{'state':'all','from':'2031-01-01'}");
    Miner miner = new Miner();
    mine(miner, story.events());
    List<Evidence> told = miner.end(Scope.of("shop/till"), "s1");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).signals())
        .extracting(Evidence.Signal::name)
        .contains(Signals.UNOBJECTED);
    assertThat(miner.end(Scope.of("shop/till"), "s1")).isEmpty();
  }

  @Test
  void resumeAt_isRightBelowTheFirstEventStillNeeded() {
    Story story = new Story().says("a").answers("b").ends().in("s2").says("c");
    Miner miner = new Miner();
    mine(miner, story.events());
    assertThat(miner.resumeAt()).isEqualTo(3);
    miner.end(Scope.of("shop/till"), "s2");
    assertThat(miner.resumeAt()).isEqualTo(4);
  }

  @Test
  void window_slides() {
    Story story = new Story().says("begin");
    for (int i = 0; i < 200; i++) {
      story.calls("look", "{'page':" + i + "}");
    }
    Miner miner = new Miner();
    mine(miner, story.events());
    assertThat(miner.resumeAt()).isEqualTo(story.events().size() - Window.EVENTS);
  }

  @Test
  void sessions_areBounded() {
    Miner miner = new Miner();
    for (int i = 1; i <= 1_500; i++) {
      Session session = new Session(Scope.of("shop"), "s" + i, Author.operator("ana"));
      miner.observe(new StoredEvent(i, "ev" + i, Instant.EPOCH, session.prompt("hello")));
    }
    assertThat(miner.resumeAt()).isEqualTo(500);
  }

  @Test
  void sessionsOfOneName_inTwoScopes_stayApart() {
    Story story =
        new Story()
            .says("book it")
            .calls("book_room", "{'room':'R-17'}")
            .at("shop/desk")
            .correctsLatest("always ask first");
    assertThat(story.evidence()).isEmpty();
  }

  @Test
  void longTexts_areCut() {
    Story story =
        new Story()
            .says("go")
            .asks("read", "{'id':1}")
            .returns(ToolStatus.OK, "x".repeat(1_000_000));
    Evidence one = story.corrects("never " + "y".repeat(100_000)).evidence().get(0);
    assertThat(one.wanted().length() + one.before().length()).isLessThan(5_000);
  }

  // Whole sessions in which nobody taught anything.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, thanks",
        "no problem",
        "Revert the last commit",
        "Actually, let's also add tests",
        "my mistake, I meant R-71",
        "No rush on this one: who is in R-18?",
      })
  void falseFriends_giveNoEvidence(String words) {
    Story story =
        new Story()
            .says("book R-17")
            .calls("book_room", "{'room':'R-17'}")
            .answers("Booked.")
            .says(words);
    Set<String> kinds = new TreeSet<>();
    story.evidence().forEach(one -> kinds.add(one.kind() + " " + one.probability()));
    assertThat(kinds).isEmpty();
  }
}
