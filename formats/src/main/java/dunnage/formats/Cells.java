package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.party.Party;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The current row by field, with the findings that reading a cell can raise. A failed cell is
/// remembered in [#failed] until the next row.
final class Cells {

  private static final Field[] DATED = {Field.DUE, Field.ISSUED, Field.PAID_ON, Field.DATE};

  private static final int LONGEST_TEXT = 500;

  private final String label;
  private final Layout layout;
  private final ReadOptions options;
  private final DateCell dates;
  private final AmountCell amounts;
  private final FindingLog findings;
  private final CurrencyCell currencies = new CurrencyCell();
  private final Map<String, Party> debtors = new HashMap<>();
  private final int[] column = new int[Field.values().length];
  private Rows row = new EmptyRow();
  private boolean failed;
  private boolean badText;
  private int noCurrency;
  private int firstNoCurrency;

  Cells(
      String label,
      Layout layout,
      ReadOptions options,
      DateCell dates,
      AmountCell amounts,
      FindingLog findings) {
    this.label = label;
    this.layout = layout;
    this.options = options;
    this.dates = dates;
    this.amounts = amounts;
    this.findings = findings;
    for (Field field : Field.values()) {
      column[field.ordinal()] = layout.column(field);
    }
  }

  void at(Rows current) {
    row = current;
    failed = false;
    badText = false;
  }

  int line() {
    return row.line();
  }

  Origin origin() {
    return new Origin(label, row.line());
  }

  boolean failed() {
    return failed;
  }

  boolean badText() {
    return badText;
  }

  String text(Field field) {
    int at = column[field.ordinal()];
    String cell = at < 0 ? "" : row.cell(at).strip();
    return cell.length() > LONGEST_TEXT ? cell.substring(0, LONGEST_TEXT) : cell;
  }

  boolean blankRow() {
    if (row instanceof CsvRows csv && csv.unclosed()) {
      return false;
    }
    for (int i = 0; i < row.cells(); i++) {
      if (!row.cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  boolean repeatedHeader() {
    int same = 0;
    for (int at : layout.columns().values()) {
      same +=
          !row.cell(at).isEmpty() && row.cell(at).strip().equals(layout.headers().get(at)) ? 1 : 0;
    }
    return same >= 2 && same == layout.columns().size();
  }

  /// A total has a word for it and no date.
  boolean total() {
    boolean written = false;
    for (Field field : DATED) {
      String cell = text(field);
      if (!cell.isEmpty() && dates.read(cell) != null) {
        return false;
      }
      written |= !cell.isEmpty();
    }
    String first = firstText().toLowerCase(Locale.ROOT).replace(":", "").strip();
    // sums may stand below a date column; a customer called "Total ..." with a bad date is no total
    return Words.TOTALS.contains(first)
        || !written && (first.startsWith("total ") || first.startsWith("итого "));
  }

  String firstText() {
    for (int i = 0; i < row.cells(); i++) {
      if (!row.cell(i).isBlank()) {
        return row.cell(i).strip();
      }
    }
    return "";
  }

  /// Whether the row is text of the right shape; says what is wrong with it if not.
  boolean sound(Rows current) {
    for (int i = 0; i < current.cells(); i++) {
      String cell = current.cell(i);
      if (cell.indexOf('\ufffd') >= 0 || cell.indexOf('\0') >= 0) {
        badText = true;
        findings.add(
            about(
                FindingCode.CHARSET_BAD,
                i < layout.headers().size() ? layout.headers().get(i) : "",
                cell,
                "text in one character set"));
        return false;
      }
      if (i >= layout.headers().size() && !cell.isBlank()) {
        findings.add(
            about(
                FindingCode.ROW_SHAPE,
                "",
                current.cells() + " cells",
                layout.headers().size() + " cells"));
        return false;
      }
    }
    if (current instanceof CsvRows csv && csv.unclosed()) {
      findings.add(about(FindingCode.QUOTE_UNCLOSED, "", firstText(), "a closing quote"));
      return false;
    }
    return true;
  }

  @Nullable LocalDate date(Field field) {
    String cell = text(field);
    if (cell.isEmpty() || cell.equals("0") || cell.equals("-")) {
      return null;
    }
    LocalDate date = dates.read(cell);
    FindingCode problem = dates.problem;
    if (date == null && problem != null) {
      fail(problem, field, cell, "a date that exists, like 2026-03-31");
    }
    return date;
  }

  /// Smallest units; null with a finding when the cell is blank or no amount.
  @Nullable Long amount(Field field, Currency currency) {
    if (text(field).isEmpty()) {
      missing(field);
      return null;
    }
    return amountOrNull(field, currency);
  }

  /// As [#amount], but a blank cell is nothing and no fault.
  @Nullable Long amountOrNull(Field field, Currency currency) {
    String cell = text(field);
    if (cell.isEmpty() || cell.equals("-") || cell.equals("–")) {
      return null;
    }
    if (amounts.read(cell, currency.digits())) {
      return amounts.minor;
    }
    FindingCode problem = amounts.problem;
    String expected =
        currency.equals(Currency.NONE)
            ? "an amount"
            : "an amount of "
                + currency.code()
                + " with at most "
                + currency.digits()
                + " decimals";
    fail(problem == null ? FindingCode.AMOUNT_BAD : problem, field, cell, expected);
    return null;
  }

  /// The currency of the row; null with a finding when it is none.
  @Nullable Currency currency() {
    String cell = text(Field.CURRENCY);
    if (!cell.isEmpty()) {
      Currency read = currencies.read(cell);
      if (read == null) {
        fail(FindingCode.CURRENCY_UNKNOWN, Field.CURRENCY, cell, "an ISO 4217 code like EUR");
      }
      return read;
    }
    String header = layout.currency();
    if (header != null) {
      return Currency.of(header);
    }
    Currency told = options.currency();
    if (told != null) {
      return told;
    }
    if (noCurrency++ == 0) {
      firstNoCurrency = row.line();
    }
    return Currency.NONE;
  }

  String number() {
    String number = text(Field.RECEIVABLE);
    if (number.isEmpty()) {
      number = text(Field.ORDER);
    }
    return number.isEmpty() ? "line " + row.line() : number;
  }

  Party debtor() {
    String id = text(Field.DEBTOR);
    String name = text(Field.NAME);
    String key = id.isEmpty() ? name : id;
    if (key.isEmpty()) {
      key = layout.whoOwes() ? "(blank)" : "(all)";
    }
    Party known = debtors.get(key);
    if (known == null) {
      String shown = Normalizer.normalize(name.isEmpty() ? key : name, Normalizer.Form.NFC);
      String identity = Normalizer.normalize(key, Normalizer.Form.NFC).replaceAll("\\s+", " ");
      known = new Party(identity, shown, text(Field.COUNTRY));
      debtors.put(key, known);
    }
    return known;
  }

  boolean owesNothing() {
    return Words.VOID.contains(word(Field.STATUS));
  }

  boolean paidInFull() {
    return Words.PAID.contains(word(Field.STATUS));
  }

  boolean creditNote() {
    return Words.CREDIT.contains(word(Field.KIND));
  }

  boolean paymentRow() {
    return Words.PAYMENT.contains(word(Field.KIND));
  }

  boolean writeOff() {
    String word = word(Field.KIND);
    return word.startsWith("write off")
        || word.equals("writeoff")
        || word.equals("核销坏账")
        || word.equals("списание");
  }

  boolean disputed() {
    return Words.YES.contains(word(Field.DISPUTED));
  }

  private String word(Field field) {
    return column[field.ordinal()] < 0
        ? ""
        : text(field).toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /// Raises the finding that a needed cell is blank.
  ///
  /// @return false, for the caller to return
  boolean missing(Field field) {
    fail(FindingCode.VALUE_MISSING, field, "", "a value");
    return false;
  }

  void unreadableTerms(String words) {
    findings.add(
        about(
            FindingCode.TERMS_UNREADABLE,
            layout.header(Field.TERMS),
            words,
            "terms like “O/A 60 days”"));
  }

  void clockMissing(dunnage.kernel.calendar.ClockStart clock) {
    findings.add(
        about(
            FindingCode.TERMS_CLOCK_MISSING,
            layout.header(Field.TERMS),
            text(Field.TERMS),
            "the date of " + clock.words()));
  }

  Finding about(FindingCode code, String columnName, String seen, String expected) {
    return Finding.at(code, label, row.line(), columnName, seen, expected);
  }

  void finish() {
    if (noCurrency > 0) {
      String seen =
          layout.has(Field.CURRENCY)
              ? noCurrency + " rows with a blank currency"
              : "no currency column";
      int line = layout.has(Field.CURRENCY) ? firstNoCurrency : 0;
      findings.add(
          Finding.at(
              FindingCode.NO_CURRENCY,
              label,
              line,
              layout.has(Field.CURRENCY) ? layout.header(Field.CURRENCY) : "",
              seen,
              "an ISO 4217 code"));
    }
  }

  private void fail(FindingCode code, Field field, String seen, String expected) {
    failed = true;
    findings.add(about(code, layout.header(field), seen, expected));
  }

  /// Before the first row.
  private static final class EmptyRow implements Rows {
    @Override
    public boolean next() {
      return false;
    }

    @Override
    public int line() {
      return 0;
    }

    @Override
    public int cells() {
      return 0;
    }

    @Override
    public String cell(int index) {
      return "";
    }

    @Override
    public void close() {}
  }
}
