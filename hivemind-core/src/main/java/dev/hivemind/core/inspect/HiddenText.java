package dev.hivemind.core.inspect;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Characters that people do not see. Most of them have an honest use: joiners in Persian, in the
 * scripts of India and in emoji, breaks in Thai, selectors after emoji and Han characters, marks of
 * direction beside Arabic and Hebrew, tags in three flags. Anywhere else they hide something.
 */
final class HiddenText {
  private static final int FLAG = 0x1F3F4;
  private static final int CANCEL = 0xE007F;
  private static final Set<String> REGIONS = Set.of("gbeng", "gbsct", "gbwls");

  private final int[] points;
  private final boolean rightToLeft;

  private HiddenText(String text) {
    this.points = text.codePoints().toArray();
    this.rightToLeft = text.codePoints().anyMatch(HiddenText::isRightToLeft);
  }

  static Set<Finding> in(String text) {
    Set<Finding> found = EnumSet.noneOf(Finding.class);
    if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t')) {
      return found;
    }
    HiddenText hidden = new HiddenText(text);
    for (int i = 0; i < hidden.points.length; i++) {
      if (hidden.hides(i)) {
        found.add(finding(hidden.points[i]));
      }
    }
    if (LookAlikes.in(text)) {
      found.add(Finding.LOOK_ALIKE);
    }
    return found;
  }

  static String removed(String text) {
    HiddenText hidden = new HiddenText(text);
    StringBuilder seen = new StringBuilder(text.length());
    for (int i = 0; i < hidden.points.length; i++) {
      if (!hidden.hides(i)) {
        seen.appendCodePoint(hidden.points[i]);
      }
    }
    return seen.toString();
  }

  private static Finding finding(int point) {
    if (point >= 0xE0000 && point < 0xE0080) {
      return Finding.TAGS;
    }
    return isDirection(point) ? Finding.REORDERED : Finding.INVISIBLE;
  }

  private boolean hides(int i) {
    int point = points[i];
    if (point < 0xAD) {
      return false;
    }
    if (point >= 0xE0000 && point < 0xE0080) {
      return !inFlag(i);
    }
    if (isDirection(point)) {
      return !rightToLeft || point == 0x202D || point == 0x202E;
    }
    if (isSelector(point)) {
      return !isSelected(i);
    }
    return switch (point) {
      case 0xAD -> !isLetter(i - 1) || !isLetter(i + 1) || at(i - 2) == point || at(i + 2) == point;
      case 0x200C, 0x200D -> !joins(i);
      case 0x200B -> !isUnspaced(at(i - 1)) && !isUnspaced(at(i + 1));
      case 0xFEFF -> i > 0;
      case 0x115F, 0x1160, 0x3164, 0xFFA0 -> !isHangul(at(i - 1)) && !isHangul(at(i + 1));
      case 0x2800 -> !isBraille(at(i - 1)) && !isBraille(at(i + 1));
      default -> isAlwaysHidden(point);
    };
  }

  // U+2060 and its kin, fillers, shorthand and musical controls, the rest of the plane of tags.
  private static boolean isAlwaysHidden(int point) {
    return (point >= 0x2060 && point <= 0x206F)
        || point == 0x034F
        || point == 0x180E
        || point == 0x17B4
        || point == 0x17B5
        || (point >= 0xFFF0 && point <= 0xFFFB)
        || (point >= 0x1BCA0 && point <= 0x1BCA3)
        || (point >= 0x1D173 && point <= 0x1D17A)
        || (point >= 0x80 && point < 0xA0 && point != 0x85)
        || (point >= 0xE0080 && point <= 0xE0FFF)
        || (point >= 0xF0000 && Character.getType(point) == Character.PRIVATE_USE);
  }

  private static boolean isDirection(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0x200E
        || point == 0x200F
        || point == 0x061C;
  }

  private static boolean isSelector(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0100 && point <= 0xE01EF)
        || (point >= 0x180B && point <= 0x180D);
  }

  // One selector after what has variants; two in a row never.
  private boolean isSelected(int i) {
    int base = at(i - 1);
    if (points[i] >= 0xE0100) {
      return Character.isIdeographic(base);
    }
    if (points[i] < 0xFE00) {
      return scriptOf(base) == UnicodeScript.MONGOLIAN;
    }
    return isSymbol(base)
        || Character.isIdeographic(base)
        || (base >= '0' && base <= '9')
        || base == '#'
        || base == '*'
        || scriptOf(base) == UnicodeScript.MYANMAR
        || scriptOf(base) == UnicodeScript.PHAGS_PA;
  }

  // Joiners: between letters of a script that joins, or in an emoji made of several.
  private boolean joins(int i) {
    int before = at(i - 1);
    int after = at(i + 1);
    boolean emoji = (isSymbol(before) || isSelector(before)) && isSymbol(after);
    return emoji || (isJoining(before) && (isJoining(after) || after == 0 || isBreak(after)));
  }

  private static boolean isBreak(int point) {
    return Character.isWhitespace(point) || (point < 0x80 && !Character.isLetterOrDigit(point));
  }

  private static boolean isJoining(int point) {
    if (point == 0x200C || point == 0x200D) {
      return false;
    }
    return switch (scriptOf(point)) {
      case ARABIC,
          SYRIAC,
          MONGOLIAN,
          DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA,
          KHMER,
          MYANMAR,
          TIBETAN,
          NKO,
          MANDAIC,
          INHERITED ->
          true;
      default -> false;
    };
  }

  private static boolean isUnspaced(int point) {
    return switch (scriptOf(point)) {
      case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA, TIBETAN, JAVANESE, BALINESE -> true;
      default -> false;
    };
  }

  private static boolean isSymbol(int point) {
    return switch (Character.getType(point)) {
      case Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_PUNCTUATION ->
          point > 0xA0;
      default -> point >= 0x1F000 && point < 0x1FC00;
    };
  }

  private static boolean isRightToLeft(int point) {
    byte direction = Character.getDirectionality(point);
    return (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT && point != 0x200F)
        || (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC && point != 0x061C);
  }

  private static boolean isHangul(int point) {
    return scriptOf(point) == UnicodeScript.HANGUL
        && point != 0x115F
        && point != 0x1160
        && point != 0x3164
        && point != 0xFFA0;
  }

  private static boolean isBraille(int point) {
    return point > 0x2800 && point < 0x2900;
  }

  private boolean isLetter(int i) {
    return Character.isLetter(at(i));
  }

  private static UnicodeScript scriptOf(int point) {
    return point == 0 ? UnicodeScript.COMMON : UnicodeScript.of(point);
  }

  private int at(int i) {
    return i >= 0 && i < points.length ? points[i] : 0;
  }

  // A black flag, the tags of one of three regions, and the tag that ends them.
  private boolean inFlag(int i) {
    int start = i;
    while (start > 0 && at(start - 1) >= 0xE0020 && at(start - 1) <= CANCEL && i - start < 8) {
      start--;
    }
    if (at(start - 1) != FLAG) {
      return false;
    }
    StringBuilder region = new StringBuilder();
    int end = start;
    while (end < points.length
        && points[end] > 0xE0020
        && points[end] < CANCEL
        && end - start < 8) {
      region.append((char) (points[end] - 0xE0000));
      end++;
    }
    return at(end) == CANCEL && end >= i && REGIONS.contains(region.toString());
  }
}
