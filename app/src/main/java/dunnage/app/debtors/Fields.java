package dunnage.app.debtors;

import dunnage.app.platform.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a request says of a debtor, gathering everything that is wrong with it before it is
/// refused.
final class Fields {

  static final int NOTE = 10_000;
  static final int WORDS = 4_000;
  static final int SHORT = 200;

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})(-[A-Za-z0-9]{2,8}){0,3}");
  private static final String IN_ADDRESS = "[^@\\s\\p{Cntrl}\\p{Cf},;<>()\"]";
  private static final Pattern EMAIL =
      Pattern.compile(IN_ADDRESS + "{1,64}@" + IN_ADDRESS + "{1,190}\\." + IN_ADDRESS + "{2,63}");
  private static final int LONGEST_EMAIL = 300;
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()./x#*-]{3,40}");

  private final List<Problem.Wrong> wrong = new ArrayList<>();

  /// One line of text that must be there and hold something to be seen.
  String required(String pointer, @Nullable String given, int most) {
    String text = line(pointer, given, most);
    if (given == null || given.isBlank()) {
      wrong(pointer, "is missing", "Give 1 to " + most + " characters.");
    } else if (!text.isEmpty() && text.codePoints().noneMatch(Fields::isSeen)) {
      wrong(pointer, "holds nothing that can be seen", "Give 1 to " + most + " characters.");
    }
    return text;
  }

  private static boolean isSeen(int c) {
    return Character.getType(c) != Character.FORMAT && !Character.isWhitespace(c);
  }

  /// One line of text that may be left out; then it is empty.
  String line(String pointer, @Nullable String given, int most) {
    return text(pointer, given, most, false);
  }

  /// Text of several lines that may be left out.
  String lines(String pointer, @Nullable String given, int most) {
    return text(pointer, given, most, true);
  }

  private String text(String pointer, @Nullable String given, int most, boolean lines) {
    String text = given == null ? "" : given.strip();
    if (text.length() > most) {
      wrong(
          pointer, "has " + text.length() + " characters", "Give at most " + most + " characters.");
      return "";
    }
    if (text.codePoints().anyMatch(c -> isControl(c) && !(lines && isBreak(c)))) {
      wrong(
          pointer,
          "holds a control character",
          lines ? "Write it without." : "Write it on one line, without control characters.");
      return "";
    }
    if (text.codePoints().anyMatch(Wording::isSurrogate)) {
      wrong(pointer, "holds half a character", "Send it as UTF-8.");
      return "";
    }
    return text;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  /// Also what turns the writing direction around (U+202A to U+202E, U+2066 to U+2069): it makes
  /// one name look like another. The marks that Arabic and Hebrew names need are none of these.
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x2028
        || c == 0x2029;
  }

  String country(String pointer, @Nullable String given) {
    String country = line(pointer, given, SHORT).toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !COUNTRIES.contains(country)) {
      wrong(pointer, "is no country", "Write its ISO 3166 code of two letters, like CN.");
    }
    return country;
  }

  String language(String pointer, @Nullable String given) {
    String language = line(pointer, given, SHORT);
    var parts = LANGUAGE.matcher(language);
    if (!language.isEmpty() && !(parts.matches() && LANGUAGES.contains(parts.group(1)))) {
      wrong(pointer, "is no language", "Write it like zh, ru or pt-BR.");
    }
    return language;
  }

  String zone(String pointer, @Nullable String given) {
    String zone = line(pointer, given, SHORT);
    if (!zone.isEmpty() && !ZONES.contains(zone)) {
      wrong(pointer, "is no time zone", "Write it like Asia/Shanghai.");
    }
    return zone;
  }

  /// @return its domain in lower case, since no two domains differ by it
  String email(String pointer, @Nullable String given) {
    String email = line(pointer, given, LONGEST_EMAIL);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      wrong(pointer, "is no address", "Write it like li.na@example.com.");
    }
    int at = email.lastIndexOf('@');
    return at < 0 ? email : email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
  }

  String phone(String pointer, @Nullable String given) {
    String phone = line(pointer, given, SHORT);
    boolean dialled = phone.chars().anyMatch(Character::isDigit);
    if (!phone.isEmpty() && !(PHONE.matcher(phone).matches() && dialled)) {
      wrong(pointer, "is no telephone number", "Write it like +86 755 8376 1234.");
    }
    return phone;
  }

  /// One of some words.
  String oneOf(String pointer, @Nullable String given, List<String> words) {
    String word = given == null ? "" : given.strip();
    if (!words.contains(word)) {
      wrong(
          pointer,
          word.isEmpty() ? "is missing" : "is not known",
          "Write one of " + String.join(", ", words) + ".");
    }
    return word;
  }

  void wrong(String pointer, String message, String hint) {
    wrong.add(new Problem.Wrong(pointer, message, hint));
  }

  /// @throws Problem 422 with everything that is wrong
  void done() {
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
  }
}
