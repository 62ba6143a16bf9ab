package dunnage.formats;

import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.Payout;
import dunnage.kernel.payout.RowType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up one settlement while its rows go by. Amounts are ten-thousandths of a currency unit.
final class SettlementSum {

  private static final RowType[] TYPES = RowType.values();

  final String marketplace;
  final String seller;
  final String id;
  final Currency currency;
  final int line;

  @Nullable LocalDate from;
  @Nullable LocalDate to;
  @Nullable LocalDate deposit;
  @Nullable LocalDate expected;
  @Nullable Long total;
  int totalLine;
  int rows;
  boolean pending;
  String status = "";
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;
  private @Nullable LocalDate payoutDay;
  private long sum;
  private final long[] byType = new long[TYPES.length];
  private final boolean[] hasType = new boolean[TYPES.length];
  private final List<Payout> payouts = new ArrayList<>();
  private long paidOut;

  SettlementSum(String marketplace, String seller, String id, Currency currency, int line) {
    this.marketplace = marketplace;
    this.seller = seller;
    this.id = id;
    this.currency = currency;
    this.line = line;
  }

  /// Adds the money of one row.
  ///
  /// @param parts one figure per type
  /// @return false, and nothing is added, when a sum leaves what can be counted
  boolean add(long[] parts) {
    try {
      long newSum = sum;
      for (int i = 0; i < parts.length; i++) {
        Math.addExact(byType[i], parts[i]);
        newSum = i == RowType.PAYOUT.ordinal() ? newSum : Math.addExact(newSum, parts[i]);
      }
      sum = newSum;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      byType[i] += parts[i];
      hasType[i] |= parts[i] != 0;
    }
    return true;
  }

  /// @param ofPayout whether it is only the day of a payout, which tells the period when nothing
  ///   else does
  void day(@Nullable LocalDate day, boolean ofPayout) {
    if (day != null && ofPayout) {
      payoutDay = day;
    } else if (day != null) {
      firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
      lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
    }
  }

  void paid(LocalDate day, long amount, boolean stated) {
    payouts.add(new Payout(day, money(amount), stated));
    paidOut += amount;
  }

  boolean hasPayout() {
    return !payouts.isEmpty();
  }

  /// What was paid out by rows of the file.
  long paidOut() {
    return paidOut;
  }

  long sum() {
    return sum;
  }

  long typed(RowType type) {
    return byType[type.ordinal()];
  }

  /// Whether the rows hold fractions of the smallest unit that do not add up to whole ones.
  boolean isFraction() {
    long unit = unit();
    return sum % unit != 0 || total != null && total % unit != 0;
  }

  private long unit() {
    long unit = 1;
    for (int i = currency.digits(); i < MarketplaceCells.DIGITS; i++) {
      unit *= 10;
    }
    return unit;
  }

  /// Rounded half up to the smallest unit; exact unless [#isFraction].
  Money money(long scaled) {
    return Money.rounded(
        currency, BigDecimal.valueOf(scaled, MarketplaceCells.DIGITS), RoundingMode.HALF_UP);
  }

  MarketplaceSettlement done(String file) {
    Map<RowType, Money> types = new EnumMap<>(RowType.class);
    for (RowType type : TYPES) {
      if (hasType[type.ordinal()]) {
        types.put(type, money(byType[type.ordinal()]));
      }
    }
    payouts.sort(Comparator.comparing(Payout::date));
    return new MarketplaceSettlement(
        marketplace,
        seller,
        id,
        or(from, or(firstDay, payoutDay)),
        or(to, or(lastDay, payoutDay)),
        currency,
        total == null ? null : money(total),
        money(sum),
        rows,
        Collections.unmodifiableMap(types),
        payouts,
        expected,
        pending,
        new Origin(file, line));
  }

  private static @Nullable LocalDate or(@Nullable LocalDate known, @Nullable LocalDate other) {
    return known == null ? other : known;
  }
}
