package dunnage.formats;

import dunnage.formats.CellWords.Answer;
import dunnage.formats.CellWords.Kind;
import dunnage.formats.CellWords.State;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the cells of one file by field. What cannot be read becomes a finding and null; debtors,
/// dates and currencies are shared between rows.
final class Cells {

  /// Stands in where a file does not say who owes.
  private static final Party ALL = new Party("(all)", "(all)", "");

  private static final Party UNNAMED = new Party("(unnamed)", "(unnamed)", "");

  /// A column of states has a handful of words; one with more is something else and not remembered.
  private static final int WORDS_MAX = 1_000;

  final Columns columns;
  final TableReport report;
  private final ReadOptions options;
  private final DateReader dates;
  private final AmountReader amounts;
  private final Slices<Party> parties = new Slices<>();
  private final Slices<State> states = new Slices<>();
  private final Slices<Kind> kinds = new Slices<>();
  private final Slices<Answer> answers = new Slices<>();
  private final Map<String, Currency> currencies = new HashMap<>();
  private final int currencyColumn;
  private final @Nullable Currency ownCurrency;
  private String lastCode = "";
  private @Nullable Currency lastCurrency;

  Cells(
      Columns columns,
      TableReport report,
      ReadOptions options,
      DateReader dates,
      AmountReader amounts) {
    this.columns = columns;
    this.report = report;
    this.options = options;
    this.dates = dates;
    this.amounts = amounts;
    this.currencyColumn = columns.of(Field.CURRENCY);
    Currency named = columns.currencyInHeader();
    this.ownCurrency = named != null ? named : options.currency();
  }

  boolean blank(Row row, Field field) {
    return row.blank(columns.of(field));
  }

  String text(Row row, Field field) {
    return row.cell(columns.of(field));
  }

  void tell(FindingCode code, Row row, Field field, String expected) {
    report.add(code, row.line, columns.header(field), text(row, field), expected);
  }

  /// A date that must be there.
  @Nullable LocalDate neededDate(Row row, Field field) {
    if (isNoDate(row, field)) {
      tell(FindingCode.VALUE_MISSING, row, field, "a date");
      return null;
    }
    return date(row, field);
  }

  /// Whether a date cell is blank or says that there is no date.
  boolean isNoDate(Row row, Field field) {
    int column = columns.of(field);
    return row.blank(column) || DateReader.isNone(row, column);
  }

  /// The date of a cell that is not blank, or null and a finding.
  @Nullable LocalDate date(Row row, Field field) {
    LocalDate date = dates.read(row, columns.of(field));
    if (date == null) {
      FindingCode why = dates.problem();
      tell(
          why,
          row,
          field,
          why == FindingCode.DATE_BAD
              ? "a date that exists, like 2026-03-31"
              : "the order of day and month of the other dates");
    }
    return date;
  }

  /// The currency of a row, or null and a finding; `XXX` where the file names none.
  @Nullable Currency currency(Row row) {
    if (row.blank(currencyColumn)) {
      return currencyOfBlank();
    }
    if (row.cellEquals(currencyColumn, lastCode)) {
      return lastCurrency;
    }
    String code = row.cell(currencyColumn);
    Currency currency = currencies.get(code);
    if (currency == null) {
      currency = CurrencyWords.isAmbiguous(code) ? options.currency() : CurrencyWords.find(code);
      if (currency == null) {
        report.add(
            FindingCode.CURRENCY_UNKNOWN,
            row.line,
            columns.header(Field.CURRENCY),
            code,
            "an ISO 4217 code");
        return null;
      }
      currencies.put(code, currency);
    }
    lastCode = code;
    lastCurrency = currency;
    return currency;
  }

  private Currency currencyOfBlank() {
    return ownCurrency != null ? ownCurrency : Currency.NONE;
  }

  /// Tells that a row that counts is in no currency: once for a file without the column, else for
  /// the row.
  void tellNoCurrency(Row row) {
    if (currencyColumn < 0) {
      report.once(
          FindingCode.NO_CURRENCY, 0, "", "no currency column", "a currency for every amount");
    } else {
      tell(FindingCode.NO_CURRENCY, row, Field.CURRENCY, "a currency");
    }
  }

  /// An amount that is not blank, or null and a finding. A currency beside the amount holds where
  /// the row names no other, and must not contradict one.
  @Nullable Money money(Row row, Field field, Currency currency) {
    if (!amounts.read(row, columns.of(field), currency.digits(), columns.unit(field))) {
      tellWhyNoAmount(row, field, currency);
      return null;
    }
    Currency beside = amounts.currency();
    if (beside != null && !beside.equals(currency)) {
      if (!currency.equals(Currency.NONE)) {
        tell(
            FindingCode.CURRENCY_UNKNOWN,
            row,
            field,
            "an amount in " + currency + ", as the row says");
        return null;
      }
      return new Money(beside, amounts.minor());
    }
    if (amounts.hasAmbiguousSign() && currency.equals(Currency.NONE)) {
      tell(
          FindingCode.CURRENCY_UNKNOWN,
          row,
          field,
          "a code, since the sign belongs to several currencies; or --currency");
      return null;
    }
    return new Money(currency, amounts.minor());
  }

  /// The money of a row that does not count, or null if it cannot be read; nothing is told of it.
  ///
  /// @param optional whether a row without an amount has none instead of an unreadable one
  @Nullable Money moneyLeftOut(Row row, boolean optional) {
    Field field = blank(row, Field.AMOUNT) ? Field.OPEN_AMOUNT : Field.AMOUNT;
    if (blank(row, field)) {
      return optional ? Money.zero(Currency.NONE) : null;
    }
    return report.quietly(
        () -> {
          Currency currency = currency(row);
          return currency == null ? null : money(row, field, currency);
        });
  }

  private void tellWhyNoAmount(Row row, Field field, Currency currency) {
    FindingCode why = amounts.problem();
    if (why == FindingCode.AMOUNT_PRECISION) {
      Currency own = amounts.currency() == null ? currency : amounts.currency();
      tell(
          why,
          row,
          field,
          own.digits() == 0
              ? "no decimals in " + own
              : "at most " + own.digits() + " decimals in " + own);
    } else if (why == FindingCode.AMOUNT_TOO_LARGE) {
      tell(why, row, field, "at most " + AmountReader.WHOLE_DIGITS_MAX + " digits");
    } else {
      tell(FindingCode.AMOUNT_BAD, row, field, "an amount in figures");
    }
  }

  /// Who owes, as far as the row says.
  Party debtor(Row row, @Nullable String section) {
    int id = columns.of(Field.DEBTOR);
    int name = columns.of(Field.NAME);
    int key = row.blank(id) ? name : id;
    if (row.blank(key)) {
      return nobody(row, section);
    }
    Party known = parties.find(row.text, row.from[key], row.to[key]);
    if (known == null) {
      String code = row.cell(key);
      String called =
          row.blank(name) ? code : Normalizer.normalize(row.cell(name), Normalizer.Form.NFC);
      known =
          new Party(
              Normalizer.normalize(code, Normalizer.Form.NFC),
              called,
              row.cell(columns.of(Field.COUNTRY)));
      parties.put(code, known);
    }
    return known;
  }

  private Party nobody(Row row, @Nullable String section) {
    if (columns.has(Field.DEBTOR) || columns.has(Field.NAME)) {
      report.add(
          FindingCode.NO_DEBTOR,
          row.line,
          columns.header(columns.has(Field.DEBTOR) ? Field.DEBTOR : Field.NAME),
          "",
          "who owes");
      return UNNAMED;
    }
    if (section != null) {
      Party known = parties.find(section.toCharArray(), 0, section.length());
      if (known == null) {
        known = new Party(section, section, "");
        parties.put(section, known);
      }
      return known;
    }
    report.once(
        FindingCode.NO_DEBTOR, 0, "", "no column for the debtor", "a column that says who owes");
    return ALL;
  }

  /// The state a status column names.
  State state(Row row) {
    return known(row, columns.of(Field.STATUS), states, CellWords::state, State.OTHER);
  }

  /// The kind of document a type column names.
  Kind kind(Row row) {
    return known(row, columns.of(Field.KIND), kinds, CellWords::kind, Kind.OTHER);
  }

  /// Whether a column of yes and no says yes.
  boolean yes(Row row, Field field) {
    return known(row, columns.of(field), answers, CellWords::answer, Answer.NONE) == Answer.YES;
  }

  boolean no(Row row, Field field) {
    return known(row, columns.of(field), answers, CellWords::answer, Answer.NONE) == Answer.NO;
  }

  private static <T> T known(
      Row row, int column, Slices<T> seen, Function<String, T> read, T blank) {
    if (row.blank(column)) {
      return blank;
    }
    T known = seen.find(row.text, row.from[column], row.to[column]);
    if (known == null) {
      String words = row.cell(column);
      known = read.apply(words);
      if (seen.size() < WORDS_MAX) {
        seen.put(words, known);
      }
    }
    return known;
  }

  /// The number of a receivable, or the line where the row has none.
  String number(Row row) {
    int column = columns.of(Field.RECEIVABLE);
    return row.blank(column) ? "line " + row.line : row.cell(column);
  }
}
