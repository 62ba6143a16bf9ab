package dunnage.app.intake;

import dunnage.app.platform.Problem;
import dunnage.formats.ReadOptions;
import dunnage.kernel.money.Currency;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the caller says instead of letting it be recognised; null means: recognise.
///
/// @param currency of files that name none
/// @param dates `dmy` or `mdy` for dates with slashes
/// @param decimal `comma` or `point`
/// @param columns field name to the header as written
/// @param issuedBeforeDueDays stands in for a missing issue date
/// @param termsDays stands in for a missing due date
record ImportOptions(
    @Nullable String currency,
    @Nullable String charset,
    @Nullable String dates,
    @Nullable String decimal,
    @Nullable Map<String, String> columns,
    @Nullable Integer issuedBeforeDueDays,
    @Nullable Integer termsDays) {

  private static final int MOST_DAYS = 3_650;

  /// @throws Problem 422 for what is none
  ReadOptions toReadOptions() {
    ReadOptions standard = ReadOptions.recognise();
    return new ReadOptions(
        currencyOf(),
        charsetOf(),
        datesOf(),
        decimalOf(),
        columns == null ? Map.of() : columns,
        days("issued_before_due_days", issuedBeforeDueDays, standard.issuedBeforeDueDays()),
        termsDays == null ? null : days("terms_days", termsDays, 0));
  }

  private @Nullable Currency currencyOf() {
    if (currency == null || currency.isBlank()) {
      return null;
    }
    Currency found = Currency.find(currency.strip().toUpperCase(Locale.ROOT));
    if (found == null || found.equals(Currency.NONE)) {
      throw Problem.invalid("currency", "is " + currency, "Give an ISO 4217 code like CNY.");
    }
    return found;
  }

  private @Nullable Charset charsetOf() {
    try {
      return charset == null || charset.isBlank() ? null : Charset.forName(charset.strip());
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid(
          "charset", "is " + charset, "Give UTF-8, GB18030, windows-1251 or windows-1252.");
    }
  }

  private ReadOptions.@Nullable DateOrder datesOf() {
    return switch (dates == null ? "" : dates.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "dmy" -> ReadOptions.DateOrder.DMY;
      case "mdy" -> ReadOptions.DateOrder.MDY;
      default -> throw Problem.invalid("dates", "is " + dates, "Give dmy (31/03/2026) or mdy.");
    };
  }

  private @Nullable Character decimalOf() {
    return switch (decimal == null ? "" : decimal.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "comma", "," -> ',';
      case "point", "." -> '.';
      default -> throw Problem.invalid("decimal", "is " + decimal, "Give comma or point.");
    };
  }

  private static int days(String name, @Nullable Integer days, int otherwise) {
    if (days == null) {
      return otherwise;
    }
    if (days < 0 || days > MOST_DAYS) {
      throw Problem.invalid(name, "is " + days, "Give 0 to " + MOST_DAYS + ".");
    }
    return days;
  }
}
