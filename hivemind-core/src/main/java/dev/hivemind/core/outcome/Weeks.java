package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.LearningReport;
import dev.hivemind.LearningReport.Group;
import dev.hivemind.LearningReport.Rate;
import dev.hivemind.LearningReport.Week;
import dev.hivemind.Scope;
import dev.hivemind.core.text.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was counted in each week and scope. Bounded: the latest weeks, and of one week so many
 * scopes; what happens in further ones counts for the nearest scope above that is counted. Not
 * thread-safe.
 */
final class Weeks {
  private static final int WEEKS = 53;
  private static final int SCOPES = 100;
  private static final int GROUPS = Group.values().length;
  private static final int SESSIONS = 2 * GROUPS;
  private static final int CORRECTIONS = SESSIONS + 1;

  private final TreeMap<LocalDate, Map<Scope, long[]>> weeks = new TreeMap<>();

  static LocalDate monday(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  void session(LocalDate week, Scope scope) {
    counts(week, scope)[SESSIONS]++;
  }

  void correction(LocalDate week, Scope scope) {
    counts(week, scope)[CORRECTIONS]++;
  }

  void opportunity(LocalDate week, Scope scope, Group group, int more) {
    counts(week, scope)[column(group)] += more;
  }

  void repeat(LocalDate week, Scope scope, Group group, int more) {
    counts(week, scope)[column(group) + 1] += more;
  }

  @SuppressWarnings("EnumOrdinal") // Of each group the opportunities, then the repeats.
  private static int column(Group group) {
    return 2 * group.ordinal();
  }

  private long[] counts(LocalDate week, Scope scope) {
    Map<Scope, long[]> scopes = weeks.computeIfAbsent(week, key -> new TreeMap<>(Weeks::compare));
    if (weeks.size() > WEEKS) {
      weeks.pollFirstEntry();
    }
    Scope counted = scope;
    if (scopes.size() >= SCOPES && !scopes.containsKey(scope)) {
      List<Scope> above = scope.visible();
      counted =
          above.stream()
              .filter(scopes::containsKey)
              .max(Weeks::deeper)
              .orElse(Scope.of(scope.workspace()));
    }
    return scopes.computeIfAbsent(counted, key -> new long[CORRECTIONS + 1]);
  }

  private static int compare(Scope one, Scope other) {
    return one.toString().compareTo(other.toString());
  }

  private static int deeper(Scope one, Scope other) {
    return Integer.compare(one.toString().length(), other.toString().length());
  }

  void forget(Predicate<Scope> gone) {
    weeks.values().forEach(scopes -> scopes.keySet().removeIf(gone));
  }

  /** Returns the weeks that have a part from one time on and before another. */
  LearningReport report(Scope scope, Instant from, Instant to) {
    List<Week> counted = new ArrayList<>();
    weeks.forEach(
        (monday, scopes) -> {
          boolean begun = monday.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(to);
          boolean over =
              !monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(from);
          List<long[]> inside =
              scopes.entrySet().stream()
                  .filter(one -> scope.contains(one.getKey()))
                  .map(Map.Entry::getValue)
                  .toList();
          if (begun && !over && !inside.isEmpty()) {
            counted.add(week(monday, inside));
          }
        });
    return new LearningReport(scope, counted);
  }

  private static Week week(LocalDate monday, Collection<long[]> counts) {
    long[] sum = new long[CORRECTIONS + 1];
    for (long[] one : counts) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[i];
      }
    }
    Map<Group, Rate> groups = new EnumMap<>(Group.class);
    for (Group group : Group.values()) {
      long opportunities = Math.max(0, sum[column(group)]);
      long repeats = Math.max(0, sum[column(group) + 1]);
      groups.put(group, new Rate(opportunities, Math.min(repeats, opportunities)));
    }
    return new Week(monday, groups, sum[SESSIONS], sum[CORRECTIONS]);
  }

  ObjectNode encoded() {
    ObjectNode node = Json.object();
    weeks.forEach(
        (monday, scopes) -> {
          ObjectNode week = node.putObject(monday.toString());
          scopes.forEach(
              (scope, counts) -> {
                ArrayNode numbers = week.putArray(scope.toString());
                for (long count : counts) {
                  numbers.add(count);
                }
              });
        });
    return node;
  }

  static Weeks decoded(JsonNode node) {
    Weeks weeks = new Weeks();
    node.properties()
        .forEach(
            week ->
                week.getValue()
                    .properties()
                    .forEach(
                        scope -> {
                          long[] counts =
                              weeks.counts(
                                  LocalDate.parse(week.getKey()), Scope.of(scope.getKey()));
                          for (int i = 0; i < counts.length; i++) {
                            counts[i] = scope.getValue().path(i).asLong();
                          }
                        }));
    return weeks;
  }
}
