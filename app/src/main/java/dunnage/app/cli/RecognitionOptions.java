package dunnage.app.cli;

import dunnage.formats.ReadOptions;
import dunnage.kernel.money.Currency;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Flags that say what would otherwise be recognised.
final class RecognitionOptions {

  private static final int ISSUED_BEFORE_DUE_DAYS = 15;
  private static final int MOST_DAYS = 3_650;

  @Option(
      names = "--currency",
      paramLabel = "CUR",
      description = "Currency of files that name none, like EUR.")
  @Nullable String currency;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Character set of text files, like windows-1251.")
  @Nullable String charset;

  @Option(
      names = "--dates",
      paramLabel = "dmy|mdy",
      description = "Order of day and month in dates like 03/04/2026.")
  @Nullable String dates;

  @Option(
      names = "--decimal",
      paramLabel = "comma|point",
      description = "The decimal sign of amounts.")
  @Nullable String decimal;

  @Option(
      names = "--map",
      paramLabel = "FIELD=HEADER",
      description = "The column of a field, like due=\"Fecha vto\"; may be repeated.")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--issued-before-due",
      paramLabel = "DAYS",
      description = "Days before the due date that stand in for a missing issue date (15).")
  int issuedBeforeDue = ISSUED_BEFORE_DUE_DAYS;

  @Option(
      names = "--terms-days",
      paramLabel = "DAYS",
      description = "Days after issue that stand in for a missing due date.")
  @Nullable Integer termsDays;

  /// @throws Stop with exit 2 for a flag that cannot be meant
  ReadOptions toReadOptions() {
    return new ReadOptions(
        currency == null ? null : currency("--currency", currency),
        charset(),
        dateOrder(),
        decimalSign(),
        columns,
        days("--issued-before-due", issuedBeforeDue),
        termsDays == null ? null : days("--terms-days", termsDays));
  }

  static Currency currency(String flag, String code) {
    Currency found = Currency.find(code.toUpperCase(Locale.ROOT));
    if (found == null) {
      throw new Stop(
          ExitCode.USAGE,
          flag + " " + code + " is no ISO 4217 currency; write it like " + flag + " EUR.");
    }
    return found;
  }

  private @Nullable Charset charset() {
    if (charset == null) {
      return null;
    }
    try {
      return Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new Stop(
          ExitCode.USAGE,
          "--charset "
              + charset
              + " is not known; try UTF-8, GB18030, windows-1251 or windows-1252.");
    }
  }

  private ReadOptions.@Nullable DateOrder dateOrder() {
    return switch (dates == null ? "" : dates.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "dmy" -> ReadOptions.DateOrder.DMY;
      case "mdy" -> ReadOptions.DateOrder.MDY;
      default ->
          throw new Stop(
              ExitCode.USAGE,
              "--dates takes dmy (31/03/2026) or mdy (03/31/2026), not " + dates + ".");
    };
  }

  private @Nullable Character decimalSign() {
    return switch (decimal == null ? "" : decimal.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "comma", "," -> ',';
      case "point", "." -> '.';
      default ->
          throw new Stop(
              ExitCode.USAGE,
              "--decimal takes comma (1.234,50) or point (1,234.50), not " + decimal + ".");
    };
  }

  private static int days(String flag, int days) {
    if (days < 0 || days > MOST_DAYS) {
      throw new Stop(
          ExitCode.USAGE, flag + " takes 0 to " + MOST_DAYS + " days, not " + days + ".");
    }
    return days;
  }
}
