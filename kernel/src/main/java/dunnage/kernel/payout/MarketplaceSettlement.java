package dunnage.kernel.payout;

import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One settlement of a marketplace in one currency: a period, the money in its rows, what the file
/// says it adds up to, and what was paid. Days are the local days of the marketplace as written;
/// nothing is moved to another time zone.
///
/// @param marketplace lower-case name, e.g. `amazon`
/// @param seller account at the marketplace; empty where the file names none
/// @param id the marketplace's own number; empty where there is none
/// @param from first day: as stated, else that of the first row; null if neither is known
/// @param to last day, likewise
/// @param currency of every amount here
/// @param total what the file states the rows add up to; null if it states nothing
/// @param sumOfRows sum of the rows without payouts, exact
/// @param rows rows that were read, payouts included
/// @param byType the rows' money by type; without `PAYOUT` it adds up to `sumOfRows`
/// @param payouts what was paid, in order of date
/// @param expected the day for which the file announces money that is still to be paid; null if
///   none
/// @param unpaid whether the file says that money of it is still to be paid
/// @param origin where the settlement begins
public record MarketplaceSettlement(
    String marketplace,
    String seller,
    String id,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Currency currency,
    @Nullable Money total,
    Money sumOfRows,
    int rows,
    Map<RowType, Money> byType,
    List<Payout> payouts,
    @Nullable LocalDate expected,
    boolean unpaid,
    Origin origin) {

  public MarketplaceSettlement {
    payouts = List.copyOf(payouts);
  }

  /// Whether the rows add up to the stated total to the smallest unit; null if none is stated.
  public @Nullable Boolean balanced() {
    return total == null ? null : total.equals(sumOfRows);
  }

  /// The stated total less the rows; null if none is stated.
  public @Nullable Money difference() {
    return total == null ? null : total.minus(sumOfRows);
  }

  /// What the seller is to get: the stated total, failing that the sum of the rows.
  public Money due() {
    return total == null ? sumOfRows : total;
  }

  /// What was paid up to and including a day.
  public Money paidBy(LocalDate day) {
    Money paid = Money.zero(currency);
    for (Payout payout : payouts) {
      paid = payout.date().isAfter(day) ? paid : paid.plus(payout.amount());
    }
    return paid;
  }

  /// Money of one type; zero if there is none.
  public Money of(RowType type) {
    return byType.getOrDefault(type, Money.zero(currency));
  }
}
