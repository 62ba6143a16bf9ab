package dunnage.app.access;

import dunnage.app.platform.Problem;
import dunnage.kernel.money.Currency;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a request says, gathering everything that is wrong with it before it is refused.
final class Fields {

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}\\.[^@\\s.\\p{Cntrl}]{2,}");
  private static final int LONGEST_NAME = 200;

  private final List<Problem.Wrong> wrong = new ArrayList<>();

  static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  /// Whether a database can keep it: no sign is missing its other half, and none is the zero sign.
  static boolean canBeKept(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  String name(String pointer, @Nullable String given) {
    String name = text(given);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      wrong(pointer, "is empty or too long", "Give 1 to 200 characters.");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      wrong(pointer, "holds a control character", "Write it without.");
    } else if (!canBeKept(name)) {
      wrong(pointer, "holds half a character", "Write it anew.");
    }
    return name;
  }

  /// @return in lower case, since no provider tells addresses apart by it
  String email(String pointer, @Nullable String given) {
    String email = text(given);
    if (!EMAIL.matcher(email).matches() || !canBeKept(email)) {
      wrong(pointer, "is no address", "Write it like li.na@example.com.");
    }
    return email.toLowerCase(Locale.ROOT);
  }

  String currency(String pointer, @Nullable String given) {
    Currency currency = Currency.find(text(given));
    if (currency == null || currency.equals(Currency.NONE)) {
      wrong(pointer, "is no ISO 4217 currency", "Write it like CNY.");
    }
    return text(given);
  }

  String zone(String pointer, @Nullable String given) {
    try {
      ZoneId ignored = ZoneId.of(text(given));
    } catch (DateTimeException unknown) {
      wrong(pointer, "is no time zone", "Write it like Asia/Shanghai.");
    }
    return text(given);
  }

  Role role(String pointer, @Nullable String given) {
    Optional<Role> role = Role.of(text(given));
    if (role.isEmpty()) {
      wrong(
          pointer, "is no role", "Write owner, controller, sales, collector, analyst or auditor.");
    }
    return role.orElse(Role.AUDITOR);
  }

  String password(String pointer, @Nullable String given, String email) {
    String password = given == null ? "" : given;
    Passwords.wrong(pointer, password, email).ifPresent(wrong::add);
    return password;
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
