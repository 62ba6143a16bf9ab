package dunnage.app.ledger;

import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a request says, gathering everything that is wrong with it before it is refused.
public final class Input {

  public static final int NUMBER = 100;
  public static final int WORDS = 4_000;

  /// So that a million of the largest still add up in 64 bits.
  private static final long MOST_MINOR = 1_000_000_000_000L;

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private final List<Problem.Wrong> wrong = new ArrayList<>();

  /// Text that must be there.
  public String required(String pointer, @Nullable String given, int most) {
    String text = text(pointer, given, most);
    if (text.isEmpty() && (given == null || given.isBlank())) {
      wrong(pointer, "is missing", "Give 1 to " + most + " characters.");
    }
    return text;
  }

  /// Text that may be left out; then it is empty.
  public String text(String pointer, @Nullable String given, int most) {
    String text = given == null ? "" : given.strip();
    if (text.length() > most) {
      wrong(
          pointer, "has " + text.length() + " characters", "Give at most " + most + " characters.");
      return "";
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      wrong(pointer, "holds a control character", "Write it without.");
      return "";
    }
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      wrong(pointer, "holds half a character", "Send it as UTF-8.");
      return "";
    }
    return text;
  }

  /// A positive amount.
  Money amount(String pointer, @Nullable Money given) {
    return amount(pointer, given, 1);
  }

  /// An amount of so much or more.
  ///
  /// @param least in smallest units, 0 or 1
  public Money amount(String pointer, @Nullable Money given, long least) {
    if (given == null) {
      wrong(pointer, "is missing", "Write {\"amount\":\"1234.50\",\"currency\":\"CNY\"}.");
    } else if (given.minor() < least) {
      wrong(pointer, "is " + given, least == 0 ? "Give zero or more." : "Give more than zero.");
    } else if (given.minor() > MOST_MINOR) {
      wrong(pointer, "is " + given, "Give less; did a decimal sign get lost?");
    } else {
      return given;
    }
    return Money.zero(given == null ? dunnage.kernel.money.Currency.NONE : given.currency());
  }

  /// A day that must be there.
  public LocalDate day(String pointer, @Nullable LocalDate given) {
    if (given == null) {
      wrong(pointer, "is missing", "Write it like 2026-03-31.");
      return FIRST;
    }
    return within(pointer, given);
  }

  /// A day, or another one where it is left out.
  public LocalDate day(String pointer, @Nullable LocalDate given, LocalDate otherwise) {
    return given == null ? otherwise : within(pointer, given);
  }

  /// A day that has come, today where it is left out.
  public LocalDate past(String pointer, @Nullable LocalDate given, LocalDate today) {
    LocalDate day = day(pointer, given, today);
    if (day.isAfter(today)) {
      wrong(pointer, "is " + day + ", which has not come yet", "Today is " + today + ".");
      return today;
    }
    return day;
  }

  private LocalDate within(String pointer, LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      wrong(pointer, "is " + day, "Give a day from " + FIRST + " to " + LAST + ".");
      return FIRST;
    }
    return day;
  }

  /// One of some words.
  public String oneOf(String pointer, String given, java.util.Collection<String> words) {
    if (!words.contains(given)) {
      String known = String.join(", ", new java.util.TreeSet<>(words));
      wrong(pointer, "is " + given, "Give one of " + known + ".");
    }
    return given;
  }

  /// A day out of a cursor.
  ///
  /// @throws Problem 422 if it is none of ours
  static LocalDate cursorDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.DateTimeException forged) {
      throw Problem.invalid("after", "after is no place in this list", "Give the next of before.");
    }
  }

  public void wrong(String pointer, String message, String hint) {
    wrong.add(new Problem.Wrong(pointer, message, hint));
  }

  /// @throws Problem 422 with everything that is wrong
  public void done() {
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
  }

  /// An id in a request.
  ///
  /// @throws Problem 422 if it is missing, 404 if it cannot be one
  public static UUID id(String pointer, String prefix, @Nullable String given) {
    if (given == null || given.isBlank()) {
      throw Problem.invalid(pointer, "is missing", "Give an id like " + prefix + "_….");
    }
    return TypeId.parse(prefix, given);
  }
}
