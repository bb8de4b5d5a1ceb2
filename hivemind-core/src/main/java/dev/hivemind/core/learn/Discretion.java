package dev.hivemind.core.learn;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Situation;
import dev.hivemind.spi.Redactor;
import java.util.List;

/**
 * Takes out of evidence what must not stand in a skill, before anything is made of it: words,
 * triggers and examples are all made of evidence. Ids, names of tools and paths of arguments stay.
 */
final class Discretion {
  private final Redactor redactor;

  Discretion(Redactor redactor) {
    this.redactor = redactor;
  }

  List<Evidence> of(List<Evidence> found) {
    return found.stream().map(this::of).toList();
  }

  private Evidence of(Evidence one) {
    return new Evidence(
        one.id(),
        one.kind(),
        one.scope(),
        one.session(),
        one.author(),
        of(one.situation()),
        of(one.before()),
        of(one.wanted()),
        of(one.after()),
        one.changes().stream().map(this::of).toList(),
        one.probability(),
        one.signals().stream()
            .map(each -> new Signal(each.name(), each.weight(), of(each.why())))
            .toList(),
        one.events(),
        one.voices(),
        one.at());
  }

  private Situation of(Situation one) {
    return new Situation(
        one.tool(),
        one.toolVersion(),
        of(one.masked()),
        of(one.error()),
        of(one.task()),
        of(one.example()));
  }

  private Change of(Change one) {
    return new Change(one.path(), of(one.from()), of(one.to()));
  }

  private String of(String text) {
    return text.isEmpty() ? text : redactor.redact(text);
  }
}
