package dunnage.kernel.assessment;

import dunnage.kernel.assessment.Portfolio.BucketLine;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.assessment.Portfolio.Provision;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sums of one currency while the book is read, in smallest units.
final class CurrencySums {

  /// Days over which collection effectiveness looks back.
  static final int CEI_DAYS = 90;

  final Currency currency;
  final MonthlySales sales;
  final LossHistory losses = new LossHistory();
  final long[] aging = new long[AgingBucket.values().length];
  final int[] counts = new int[aging.length];
  int receivables;
  int open;
  int overdueCount;
  long openAmount;
  long overdueAmount;
  long openBefore;
  long salesSince;

  CurrencySums(Currency currency, LocalDate asOf) {
    this.currency = currency;
    this.sales = new MonthlySales(asOf);
  }

  void add(Positions positions, int i) {
    receivables++;
    sales.add(positions.account(i).receivable().issued(), positions.amount(i));
    losses.add(positions, i);
    int before = positions.asOf() - CEI_DAYS;
    if (positions.issued(i) > before) {
      salesSince = Math.addExact(salesSince, positions.amount(i));
    } else {
      openBefore = Math.addExact(openBefore, positions.openOn(i, before));
    }
    long amount = positions.open(i);
    if (amount > 0) {
      open++;
      openAmount = Math.addExact(openAmount, amount);
      int bucket = AgingBucket.ofDaysLate(positions.daysLate(i)).ordinal();
      counts[bucket]++;
      aging[bucket] += amount;
      if (bucket > 0) {
        overdueCount++;
        overdueAmount += amount;
      }
    }
  }

  /// Adds another currency's sums at a rate; each sum rounds half up to the smallest unit.
  void addConverted(CurrencySums other, FxRate rate) {
    receivables += other.receivables;
    open += other.open;
    overdueCount += other.overdueCount;
    for (int b = 0; b < aging.length; b++) {
      long converted = convert(other, other.aging[b], rate);
      counts[b] += other.counts[b];
      aging[b] += converted;
      openAmount += converted;
      overdueAmount += b == 0 ? 0 : converted;
    }
    openBefore += convert(other, other.openBefore, rate);
    salesSince += convert(other, other.salesSince, rate);
    for (int ago = 0; ago < other.sales.months(); ago++) {
      sales.add(ago, convert(other, other.sales.of(ago), rate));
    }
  }

  private static long convert(CurrencySums from, long minor, FxRate rate) {
    return rate.convert(new Money(from.currency, minor)).minor();
  }

  CurrencyLine line() {
    return line(ProvisionMatrix.provision(currency, aging, losses));
  }

  CurrencyLine line(Provision provision) {
    List<BucketLine> lines = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      lines.add(
          new BucketLine(
              bucket, counts[bucket.ordinal()], new Money(currency, aging[bucket.ordinal()])));
    }
    Double dso = sales.countback(openAmount);
    Double best = sales.countback(aging[0]);
    Double delinquent = dso == null || best == null ? null : Double.valueOf(dso - best);
    return new CurrencyLine(
        currency,
        receivables,
        open,
        new Money(currency, openAmount),
        new Money(currency, overdueAmount),
        List.copyOf(lines),
        dso,
        delinquent,
        ceiPercent(openBefore, salesSince, openAmount, aging[0]),
        provision);
  }

  /// What was collected of what could have been, percent.
  ///
  /// @return null when nothing was to collect
  static @Nullable Double ceiPercent(long begin, long sales, long end, long endNotDue) {
    double collectable = (double) begin + sales - endNotDue;
    return collectable <= 0
        ? null
        : Double.valueOf(100 * ((double) begin + sales - end) / collectable);
  }
}
