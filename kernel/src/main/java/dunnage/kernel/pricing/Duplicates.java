package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Receivable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells a receivable of one debtor that was seen before: the same number, or the same number but
/// for separators and case over the same amount and day. The labelled parts of one order are
/// different receivables. Also a paid one counts as seen: an invoice is financed once.
final class Duplicates {

  /// How a [dunnage.kernel.ledger.Book] tells repeats of a number apart.
  private static final Pattern REPEAT = Pattern.compile(" \\(\\d+\\)$");

  private final Set<String> seen = new HashSet<>();

  /// Whether it was seen before; from now on it is.
  boolean seenBefore(Receivable receivable) {
    String number = REPEAT.matcher(receivable.number()).replaceFirst("");
    Deal deal = receivable.deal();
    String part = deal == null ? "" : deal.part();
    String bare =
        number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT)
            + "|"
            + receivable.amount()
            + "|"
            + receivable.issued();
    boolean sameNumber = !seen.add("number|" + part + "|" + number);
    boolean sameInvoice = !seen.add("bare|" + part + "|" + bare);
    return sameNumber || sameInvoice;
  }
}
