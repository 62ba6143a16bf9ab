package dunnage.app.risk;

import dunnage.app.platform.Problem;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a request says, gathering everything that is wrong with it before it is refused.
final class Input {

  static final int NUMBER = 100;
  static final int WORDS = 4_000;

  /// As for receivables: so that a million of the largest still add up in 64 bits.
  private static final long MOST_MINOR = 1_000_000_000_000L;

  private final List<Problem.Wrong> wrong = new ArrayList<>();

  String required(String pointer, @Nullable String given, int most) {
    if (given == null || given.isBlank()) {
      wrong(pointer, "is missing", "Give 1 to " + most + " characters.");
      return "";
    }
    return text(pointer, given, most);
  }

  /// Text that may be left out; then it is empty.
  String text(String pointer, @Nullable String given, int most) {
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
    return text;
  }

  /// @param least in smallest units
  Money amount(String pointer, @Nullable Money given, long least) {
    if (given == null) {
      wrong(pointer, "is missing", "Write {\"amount\":\"1234.50\",\"currency\":\"CNY\"}.");
    } else if (given.minor() < least) {
      wrong(pointer, "is " + given, least == 0 ? "Give zero or more." : "Give more than zero.");
    } else if (given.minor() > MOST_MINOR) {
      wrong(pointer, "is " + given, "Give less; did a decimal sign get lost?");
    } else {
      return given;
    }
    return Money.zero(given == null ? Currency.NONE : given.currency());
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
