package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, in the unified format with three lines around each. */
public final class TextDiff {
  private static final int AROUND = 3;

  /** One line of either text: its sign, its words, and how many lines of each text stand before. */
  private record Line(char sign, String words, int before, int after) {}

  private TextDiff() {}

  /** Returns the difference with a head that names both texts; empty if there is none. */
  public static String of(String nameBefore, String before, String nameAfter, String after) {
    List<Line> lines = lines(Lines.normal(before), Lines.normal(after));
    StringBuilder diff = new StringBuilder();
    int from = next(lines, 0);
    while (from < lines.size()) {
      int end = hunkEnd(lines, from);
      hunk(lines.subList(Math.max(0, from - AROUND), Math.min(lines.size(), end + AROUND)), diff);
      from = next(lines, end);
    }
    return diff.isEmpty() ? "" : "--- " + nameBefore + "\n+++ " + nameAfter + "\n" + diff;
  }

  private static List<Line> lines(String before, String after) {
    List<String> a = List.of(before.split("\n", -1));
    List<String> b = List.of(after.split("\n", -1));
    int[] partners = LineMatch.of(a, b);
    List<Line> lines = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      if (partners[i] < 0) {
        lines.add(new Line('-', a.get(i), i, j));
        continue;
      }
      for (; j < partners[i]; j++) {
        lines.add(new Line('+', b.get(j), i, j));
      }
      lines.add(new Line(' ', a.get(i), i, j++));
    }
    for (; j < b.size(); j++) {
      lines.add(new Line('+', b.get(j), a.size(), j));
    }
    return lines;
  }

  private static int next(List<Line> lines, int from) {
    int next = from;
    while (next < lines.size() && lines.get(next).sign() == ' ') {
      next++;
    }
    return next;
  }

  /** Changes with no more than twice the lines around them in between are one hunk. */
  private static int hunkEnd(List<Line> lines, int from) {
    int end = from;
    while (end < lines.size()) {
      int same = end;
      while (same < lines.size() && lines.get(same).sign() != ' ') {
        same++;
      }
      int changed = next(lines, same);
      if (changed == lines.size() || changed - same > 2 * AROUND) {
        return same;
      }
      end = changed;
    }
    return end;
  }

  private static void hunk(List<Line> lines, StringBuilder diff) {
    long before = lines.stream().filter(line -> line.sign() != '+').count();
    long after = lines.stream().filter(line -> line.sign() != '-').count();
    Line first = lines.get(0);
    diff.append("@@ -").append(range(first.before(), before));
    diff.append(" +").append(range(first.after(), after)).append(" @@\n");
    lines.forEach(line -> diff.append(line.sign()).append(line.words()).append('\n'));
  }

  private static String range(int before, long count) {
    return (count == 0 ? before : before + 1) + "," + count;
  }
}
