package dunnage.kernel.findings;

import static dunnage.kernel.findings.Severity.ERROR;
import static dunnage.kernel.findings.Severity.NOTE;
import static dunnage.kernel.findings.Severity.WARNING;

import java.util.Locale;

/// Every code that reading and assessing can raise. `docs/errors.md` is generated from this list.
public enum FindingCode {
  // files
  FILE_NOT_FOUND(ERROR, "There is no such file.", "Check the path; quote names with spaces."),
  FILE_UNREADABLE(
      ERROR,
      "The file exists but cannot be read.",
      "Check its permissions, and that it is a file and not a folder."),
  FILE_EMPTY(
      ERROR,
      "The file holds nothing.",
      "Export it again; an empty export usually means a filter that excludes everything."),
  FILE_TOO_LARGE(
      ERROR,
      "The file, or what it unpacks to, is larger than Dunnage will read.",
      "Split it by year or customer and give the parts together."),
  FILE_UNKNOWN(
      ERROR,
      "The content is none of the kinds Dunnage reads.",
      "Give CSV, TSV, XLSX, UBL 2.1 invoices or camt.053 statements."),
  FILE_BINARY(
      ERROR,
      "The file is binary and none of the formats Dunnage reads.",
      "Export it as CSV or XLSX from the program that made it."),
  FILE_TRUNCATED(
      ERROR,
      "The file ends in the middle of something.",
      "Export or download it again; nothing after the cut was read."),
  FILE_READ_TWICE(NOTE, "The same content was given twice.", "Nothing to do: it counts once."),
  XML_REFUSED(
      ERROR,
      "The XML declares a document type or an entity, which can be used to attack the reader.",
      "Ask the sender for the file without a DOCTYPE; e-invoices and bank statements never need one."),
  XML_BROKEN(
      ERROR,
      "The XML is not well formed.",
      "Export or download it again; the line says where reading stopped."),
  ARCHIVE_REFUSED(
      ERROR,
      "The packed file unpacks to far more than a workbook holds.",
      "Save the sheet as CSV in the program that made it."),
  CHARSET_MIXED(
      WARNING,
      "Lines of one file are written in different character sets.",
      "Rows that could not be read are listed; save the file as UTF-8 and read it again."),
  CHARSET_BAD(
      ERROR,
      "The row holds bytes that are no text in the file's character set.",
      "Save the file as UTF-8, or name its character set with --charset."),
  LINE_TOO_LONG(
      ERROR,
      "A line or cell is longer than any export writes.",
      "Check that the file has line ends and that every quote is closed."),
  QUOTE_UNCLOSED(
      ERROR,
      "A quote is opened and never closed.",
      "Close the quote on the line named, or export again."),
  // table shape
  HEADER_MISSING(
      ERROR,
      "No row names the columns that are needed.",
      "Add a header row, or name the columns with --map, for example --map due=\"Fecha vto\"."),
  COLUMN_MISSING(
      ERROR,
      "A column that is needed was not found.",
      "Name it with --map, for example --map due=\"Fecha vto\"."),
  COLUMN_AMBIGUOUS(ERROR, "Two columns could both be meant.", "Say which with --map."),
  COLUMN_UNUSED(
      NOTE, "A column was not recognised and is not used.", "If it matters, name it with --map."),
  ROW_SHAPE(
      ERROR, "The row has more cells than the header.", "Quote cells that contain the delimiter."),
  ROW_INCOMPLETE(
      WARNING,
      "The row leaves blank what nearly every other row fills.",
      "It counts, since nothing needed is missing; check it in the source."),
  ROW_TOTAL(
      NOTE,
      "The row is a total of the rows above and not a receivable.",
      "Nothing to do: totals are computed anew."),
  ROW_NOT_OWED(NOTE, "The row is a draft or void document and owes nothing.", "Nothing to do."),
  // cells
  VALUE_MISSING(
      ERROR, "A cell that is needed is blank.", "Fill it in the source and export again."),
  DATE_BAD(
      ERROR,
      "The cell is not a date that exists.",
      "Correct it in the source; ISO dates (2026-03-31) are never misread."),
  DATE_ORDER_UNDECIDABLE(
      ERROR,
      "Every date could be day-month or month-day.",
      "Say which with --dates dmy or --dates mdy."),
  DATE_ORDER_MIXED(
      ERROR,
      "The date contradicts the order of the other dates in its column.",
      "Correct it in the source, or force the order with --dates."),
  DATE_IMPLAUSIBLE(
      WARNING, "The date is far outside the others.", "It counts as written; check the year."),
  DUE_BEFORE_ISSUE(
      WARNING, "The due date is before the issue date.", "It counts as written; check both dates."),
  AMOUNT_BAD(
      ERROR,
      "The cell is not an amount.",
      "Write digits with one decimal sign; no NaN, no exponent, no words."),
  AMOUNT_TOO_LARGE(
      ERROR, "The amount has more digits than any invoice.", "Correct it in the source."),
  AMOUNT_PRECISION(
      ERROR,
      "The amount has more decimals than its currency.",
      "Correct the amount or the currency; nothing is rounded in silence."),
  AMOUNT_ZERO(NOTE, "The amount is zero, so nothing is owed.", "Nothing to do."),
  DECIMAL_UNDECIDABLE(
      ERROR,
      "Every amount could use its comma or point for thousands or for decimals.",
      "Say which with --decimal comma or --decimal point."),
  CURRENCY_UNKNOWN(
      ERROR,
      "The currency is no ISO 4217 code in which one can owe.",
      "Write a three-letter code such as EUR, CNY, USD or RUB."),
  NO_CURRENCY(
      WARNING,
      "The file names no currency.",
      "Amounts are shown as XXX (no currency); say which with --currency."),
  NO_ISSUE_DATE(
      WARNING,
      "The file has no issue dates.",
      "Fifteen days before the due date stand in; say otherwise with --issued-before-due."),
  NO_DEBTOR(
      WARNING,
      "The file does not say who owes.",
      "All rows count as one debtor; name the column with --map debtor=…"),
  TERMS_UNREADABLE(
      WARNING,
      "The payment terms were kept but could not be read.",
      "Write them like “30 % T/T in advance, 70 % against copy of B/L” or “O/A 60 days”."),
  TERMS_CLOCK_MISSING(
      WARNING,
      "The terms start with an event whose date is not in the row.",
      "The issue date stands in; add the date of shipment, bill of lading or acceptance."),
  // facts
  NUMBER_REPEATED(
      WARNING,
      "The same number stands on different rows.",
      "Each row counts; if one is a copy, remove it in the source."),
  ROW_READ_TWICE(NOTE, "The same receivable was read from an earlier file.", "It counts once."),
  PAYMENT_UNDATED(
      NOTE,
      "The file says how much was paid but not when.",
      "It lowers what is open; it says nothing about punctuality."),
  PAYMENT_BEFORE_ISSUE(
      NOTE,
      "The payment is dated before the issue of what it pays.",
      "It counts as a payment in advance."),
  OVERPAID(
      NOTE,
      "More was paid than was owed.",
      "The surplus is kept as a credit of the debtor, not netted in silence."),
  CREDIT_HELD(
      NOTE,
      "A credit or money that names no open receivable.",
      "It is shown beside what is open and is not netted; allocate it in the ledger."),
  RECEIVABLE_UNKNOWN(
      WARNING,
      "A payment, credit or allocation names a receivable that is in no file.",
      "Give the file with that receivable too."),
  PAYMENT_UNKNOWN(
      WARNING,
      "An allocation names a payment that is in no file.",
      "Give the file of payments too; until then the allocation counts without a day."),
  ALLOCATION_EXCEEDS(
      WARNING,
      "More of a payment is allocated than came in.",
      "What exceeds the payment counts for nothing; correct the allocations."),
  BANK_LINE_UNMATCHED(
      NOTE,
      "A bank line does not name exactly one open receivable that it pays exactly.",
      "It is listed and counts for nothing until someone allocates it."),
  STATEMENT_UNBALANCED(
      WARNING,
      "Opening balance plus lines is not the closing balance.",
      "Download the statement again; lines may be missing."),
  ENTRY_NOT_BOOKED(
      NOTE,
      "A line is pending or information only and counts for nothing yet.",
      "Read the file again when it is booked."),
  // marketplaces
  SETTLEMENT_UNBALANCED(
      WARNING,
      "The rows of a settlement do not add up to the total it states.",
      "Download the report again; if it still differs, ask the marketplace for the missing rows."),
  TOTAL_MISSING(
      WARNING,
      "A settlement states no total, so nothing shows whether rows are missing.",
      "Compare the sum with the payout on the bank statement, or give the settlement report."),
  SETTLEMENT_NEGATIVE(
      NOTE,
      "A settlement comes to less than nothing: the marketplace takes money instead of paying.",
      "It is carried into the next settlement or charged to a card; nothing to do if so."),
  SETTLEMENT_ID_MISSING(
      WARNING,
      "Rows name no settlement.",
      "They count together as one without a number; check them in the marketplace's own view."),
  SETTLEMENT_READ_TWICE(NOTE, "The same settlement was given more than once.", "It counts once."),
  SETTLEMENT_MISSING(
      WARNING,
      "Between two settlements days are in neither: a settlement is missing.",
      "Download it and give it too; reports are kept by marketplaces for a short time only."),
  ROW_TYPE_UNKNOWN(
      WARNING,
      "The type of a row is none that is known.",
      "It counts, as other; nothing is left out of the sums."),
  ROW_NET_DIFFERS(
      WARNING,
      "The net of a row is not the sum of its parts.",
      "The net counts; the difference is shown as other."),
  ROW_REPEATED(
      NOTE,
      "The same row stands more than once.",
      "Each counts, as two equal articles of one order do; if one is a copy, the total will differ."),
  ROW_SHORT(NOTE, "Rows have fewer cells than the header.", "What is missing counts as blank."),
  ORDER_ID_MISSING(
      NOTE,
      "Rows name no order.",
      "Usual for fees and charges of the account; a sale without its order cannot be checked."),
  ORDER_ID_ODD(
      NOTE,
      "What stands for the order is no order number.",
      "It may be a shipment; look for the order by the amount and the day."),
  MARKETPLACE_NAME_MISSING(
      NOTE,
      "Rows do not say on which of the marketplace's sites the money moved.",
      "It counts; sites cannot be told apart for these rows."),
  AMOUNT_SIGNED(
      NOTE, "Amounts are written with a sign of a currency.", "The currency column counts."),
  CURRENCIES_MIXED(
      NOTE,
      "More than one currency stands in the file.",
      "Each is added up for itself; what buyers paid in another currency is not added."),
  FRACTION_ROUNDED(
      NOTE,
      "The rows hold fractions of the smallest coin.",
      "They are added exactly; only the sum is rounded, half up."),
  PAYOUT_PENDING(
      NOTE,
      "Money that is not paid yet.",
      "It is still owed; read the file again when it is paid."),
  PAYOUT_UNKNOWN(
      NOTE,
      "The file does not say whether and when a settlement was paid.",
      "Give the report of payouts, or a list as in docs/methodology/payouts.md."),
  RATE_MISSING(
      WARNING,
      "No exchange rate for a currency within seven days of the day asked for.",
      "The amount stays in its own currency; give a rates file that covers the day."),
  ALL_SETTLED_LONG_AGO(
      NOTE,
      "Nothing in these files is open on the day asked for.",
      "Ask for a day inside the book with --as-of."),
  // evidence bundles
  BUNDLE_UNKNOWN(
      ERROR,
      "The file is not an evidence bundle that this program knows.",
      "Give the .asice file as it was made; one that was unpacked and packed anew is no bundle."),
  BUNDLE_FORM(
      ERROR,
      "The file is not, byte for byte, as a bundle is written.",
      "Do not rely on it; ask for the bundle again, as one file, not unpacked in between."),
  BUNDLE_RECORD(
      ERROR,
      "A list, manifest or proof does not fit the documents it speaks of.",
      "Do not rely on it; ask for the bundle again."),
  BUNDLE_DOCUMENT(
      ERROR,
      "A document is not the one that was bundled.",
      "Do not rely on it; ask for the bundle again and compare the document with its source."),
  BUNDLE_SIGNATURE(
      ERROR,
      "A signature in the bundle does not hold.",
      "Do not rely on it; ask for the bundle again."),
  BUNDLE_TIMESTAMP(
      ERROR,
      "The timestamp in the bundle does not hold.",
      "The documents may be unchanged, but their time is not proven; ask for a new timestamp."),
  BUNDLE_KEY_OTHER(
      ERROR,
      "The bundle is signed with another key than the one you trust.",
      "Ask its maker for the fingerprint by other means, such as by telephone, and compare.");

  private final Severity severity;
  private final String meaning;
  private final String remedy;

  FindingCode(Severity severity, String meaning, String remedy) {
    this.severity = severity;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /// The code in machine output and docs, e.g. `date_order_undecidable`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  /// One sentence for people.
  public String meaning() {
    return meaning;
  }

  /// What usually mends it.
  public String remedy() {
    return remedy;
  }
}
