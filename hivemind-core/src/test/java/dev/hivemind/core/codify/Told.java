package dev.hivemind.core.codify;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Evidence as a test needs it, where a story would be long. */
record Told(Evidence evidence) {
  static final Author ANA = Author.operator("ana");

  static Told of(Kind kind, String id, double probability) {
    return new Told(
        new Evidence(
            id,
            kind,
            Scope.of("shop/till"),
            "s-" + id,
            ANA,
            new Situation("pay", "", "amount=<n>", "", "pay it", "{\"amount\":5}"),
            "pay {\"amount\":5}",
            "",
            "",
            List.of(),
            probability,
            List.of(),
            List.of("ev1"),
            List.of(ANA.id()),
            Instant.ofEpochSecond(1)));
  }

  Told by(Author author) {
    return new Told(
        copy(
            evidence.scope(),
            evidence.session(),
            author,
            evidence.wanted(),
            evidence.changes(),
            evidence.signals()));
  }

  Told at(String scope) {
    return new Told(
        copy(
            Scope.of(scope),
            evidence.session(),
            evidence.author(),
            evidence.wanted(),
            evidence.changes(),
            evidence.signals()));
  }

  Told in(String session) {
    return new Told(
        copy(
            evidence.scope(),
            session,
            evidence.author(),
            evidence.wanted(),
            evidence.changes(),
            evidence.signals()));
  }

  Told masked(String masked) {
    Situation old = evidence.situation();
    return in(
        new Situation(
            old.tool(), old.toolVersion(), masked, old.error(), old.task(), old.example()));
  }

  Told failing(String error) {
    Situation old = evidence.situation();
    return in(
        new Situation(
            old.tool(), old.toolVersion(), old.masked(), error, old.task(), old.example()));
  }

  private Told in(Situation situation) {
    return new Told(
        new Evidence(
            evidence.id(),
            evidence.kind(),
            evidence.scope(),
            evidence.session(),
            evidence.author(),
            situation,
            evidence.before(),
            evidence.wanted(),
            evidence.after(),
            evidence.changes(),
            evidence.probability(),
            evidence.signals(),
            evidence.events(),
            evidence.voices(),
            evidence.at()));
  }

  Told wanting(String words) {
    return new Told(
        copy(
            evidence.scope(),
            evidence.session(),
            evidence.author(),
            words,
            evidence.changes(),
            evidence.signals()));
  }

  Told changing(String path, String from, String to) {
    return new Told(
        copy(
            evidence.scope(),
            evidence.session(),
            evidence.author(),
            evidence.wanted(),
            List.of(new Change(path, from, to)),
            evidence.signals()));
  }

  Told signed(String... names) {
    List<Signal> signals = Arrays.stream(names).map(name -> new Signal(name, 1, name)).toList();
    return new Told(
        copy(
            evidence.scope(),
            evidence.session(),
            evidence.author(),
            evidence.wanted(),
            evidence.changes(),
            signals));
  }

  private Evidence copy(
      Scope scope,
      String session,
      Author author,
      String wanted,
      List<Change> changes,
      List<Signal> signals) {
    return new Evidence(
        evidence.id(),
        evidence.kind(),
        scope,
        session,
        author,
        evidence.situation(),
        evidence.before(),
        wanted,
        evidence.after(),
        changes,
        evidence.probability(),
        signals,
        evidence.events(),
        evidence.voices(),
        evidence.at());
  }
}
