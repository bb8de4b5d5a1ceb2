package dev.hivemind;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often what was corrected once went wrong again, by week: whether an agent learns. Immutable.
 *
 * <p>An <em>opportunity</em> is a call in a situation, tool and masked arguments, for which an
 * earlier session holds evidence that is visible in the scope of the call. A <em>repeat</em> is an
 * opportunity whose call is corrected or refused, or fails with the error seen then, in its own
 * session. Read it beside the corrections per 100 sessions: an agent that is asked new things is
 * corrected without repeating anything.
 *
 * @param scope whose sessions are counted, and those below
 * @param weeks the weeks in which anything was counted, oldest first
 */
public record LearningReport(Scope scope, List<Week> weeks) {
  /** Validates and copies. */
  public LearningReport {
    Check.notNull("scope", scope);
    Check.notNull("weeks", weeks);
    weeks = List.copyOf(weeks);
  }

  /** Returns the rate of all weeks and groups together. */
  public Rate total() {
    return weeks.stream().map(Week::total).reduce(Rate.NONE, Rate::plus);
  }

  /** Returns the rate of one group, all weeks together. */
  public Rate of(Group group) {
    Check.notNull("group", group);
    return weeks.stream().map(week -> week.of(group)).reduce(Rate.NONE, Rate::plus);
  }

  /** Returns corrections per 100 sessions; 0 without sessions. */
  public double correctionsPer100Sessions() {
    return per100(
        weeks.stream().mapToLong(Week::corrections).sum(),
        weeks.stream().mapToLong(Week::sessions).sum());
  }

  private static double per100(long corrections, long sessions) {
    return sessions == 0 ? 0 : 100.0 * corrections / sessions;
  }

  /** What the agent was told in time. */
  public enum Group {
    /** The lesson was shown in the session before the call. */
    SHOWN,
    /** The lesson was held out, or the mode is SHADOW. */
    WITHHELD,
    /** There was evidence, and no active skill. */
    NO_SKILL,
    /** There was an active skill, and it was neither shown nor withheld. */
    MISSED
  }

  /**
   * One ISO week, which begins on a Monday in UTC.
   *
   * @param monday its first day
   * @param groups opportunities and repeats by what the agent was told; every group is present
   * @param sessions sessions that began
   * @param corrections push-backs of people, whatever their kind
   */
  public record Week(LocalDate monday, Map<Group, Rate> groups, long sessions, long corrections) {
    /** Validates and copies. */
    public Week {
      Check.notNull("monday", monday);
      Check.notNull("groups", groups);
      Map<Group, Rate> all = new EnumMap<>(Group.class);
      for (Group group : Group.values()) {
        all.put(group, groups.getOrDefault(group, Rate.NONE));
      }
      groups = Collections.unmodifiableMap(all);
    }

    /** Returns the rate of one group. */
    public Rate of(Group group) {
      return groups.getOrDefault(Check.notNull("group", group), Rate.NONE);
    }

    /** Returns the rate of all groups together. */
    public Rate total() {
      return groups.values().stream().reduce(Rate.NONE, Rate::plus);
    }

    /** Returns corrections per 100 sessions; 0 without sessions. */
    public double correctionsPer100Sessions() {
      return per100(corrections, sessions);
    }
  }

  /**
   * Repeats among opportunities.
   *
   * @param opportunities how many there were
   * @param repeats how many of them went wrong again
   */
  public record Rate(long opportunities, long repeats) {
    /** Nothing of anything. */
    public static final Rate NONE = new Rate(0, 0);

    private static final double Z = 1.959964;

    /** Validates. */
    public Rate {
      if (repeats < 0 || repeats > opportunities) {
        throw new IllegalArgumentException(repeats + " repeats of " + opportunities);
      }
    }

    /** Returns repeats over opportunities, 0 to 1; 0 without opportunities. */
    public double value() {
      return opportunities == 0 ? 0 : (double) repeats / opportunities;
    }

    /**
     * Returns the lower end of the 95% interval, 0 to 1, by the score interval of E. B. Wilson,
     * "Probable inference, the law of succession, and statistical inference", 1927; 0 without
     * opportunities.
     */
    public double low() {
      return opportunities == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    /** Returns the upper end, as {@link #low}; 1 without opportunities. */
    public double high() {
      return opportunities == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
      return (value() + Z * Z / (2 * opportunities)) / scale();
    }

    private double halfWidth() {
      double variance = value() * (1 - value()) / opportunities;
      double n = opportunities;
      return Z * Math.sqrt(variance + Z * Z / (4 * n * n)) / scale();
    }

    private double scale() {
      return 1 + Z * Z / opportunities;
    }

    /** Returns both together. */
    public Rate plus(Rate other) {
      Check.notNull("other", other);
      return new Rate(opportunities + other.opportunities, repeats + other.repeats);
    }
  }
}
