package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a skill stands on: bounded, the newest kept, one of each id and situation. */
final class Standing {
  static final int EVIDENCE = 20;
  static final int SITUATIONS = 10;

  private Standing() {}

  static List<Evidence> evidence(List<Evidence> known, List<Evidence> more) {
    Map<String, Evidence> all = new LinkedHashMap<>();
    known.forEach(one -> all.put(one.id(), one));
    more.forEach(one -> all.put(one.id(), one));
    return newest(new ArrayList<>(all.values()), EVIDENCE);
  }

  static List<Situation> situations(List<Situation> known, List<Evidence> more) {
    Map<String, Situation> all = new LinkedHashMap<>();
    known.forEach(one -> all.putIfAbsent(example(one), one));
    more.forEach(one -> all.putIfAbsent(example(one.situation()), one.situation()));
    return newest(new ArrayList<>(all.values()), SITUATIONS);
  }

  // Every further incident is a trigger of its own: its words rank, its key identifies.
  private static String example(Situation one) {
    return one.key() + "|" + one.task() + "|" + one.example();
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.size() <= most ? all : List.copyOf(all.subList(all.size() - most, all.size()));
  }
}
