package dev.hivemind.core.redact;

import java.util.regex.Pattern;

/** Numbers that are more than a row of digits. */
final class Numbers {
  private static final Pattern SEPARATORS = Pattern.compile("[ .()/+-]+");

  /** The ranges of the card networks with the lengths they issue, ISO/IEC 7812. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|(?:5[1-5]|2[2-7])[0-9]{14}|3[47][0-9]{13}"
              + "|3(?:0[0-5]|[68][0-9])[0-9]{11}|35[0-9]{14}|6(?:011|5[0-9]{2}|4[4-9][0-9]|2[0-9]{2})[0-9]{12}");

  private static final int ACCOUNT_LEAST = 15;
  private static final int ACCOUNT_MOST = 34;
  private static final int PHONE_LEAST = 7;
  private static final int PHONE_WITH_AREA = 9;
  private static final int PHONE_MOST = 15;

  private Numbers() {}

  /**
   * Returns whether a network issues such cards and Luhn's check digit (US patent 2950048) fits.
   */
  static boolean isCard(String value) {
    String digits = bare(value);
    if (!NETWORK.matcher(digits).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** Returns whether the check digits of an IBAN fit: ISO 7064, mod 97-10. */
  static boolean isIban(String value) {
    String account = bare(value);
    if (account.length() < ACCOUNT_LEAST || account.length() > ACCOUNT_MOST) {
      return false;
    }
    String turned = account.substring(4) + account.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int digit = Character.digit(turned.charAt(i), 36);
      rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
    }
    return rest == 1;
  }

  /**
   * Returns whether there are as many digits as ITU-T E.164 allows; what begins with the nought of
   * an area is a short number only where something says that it is one.
   */
  static boolean isPhone(String value) {
    long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= (value.startsWith("0") ? PHONE_WITH_AREA : PHONE_LEAST)
        && digits <= PHONE_MOST;
  }

  private static String bare(String value) {
    return SEPARATORS.matcher(value).replaceAll("");
  }
}
