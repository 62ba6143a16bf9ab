package dunnage.kernel.assessment;

import dunnage.kernel.assessment.Portfolio.Provision;
import dunnage.kernel.assessment.Portfolio.ProvisionLine;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Expected credit loss by aging bucket, in the simplified manner of IFRS 9 (5.5.15, B5.5.35).
final class ProvisionMatrix {

  /// Loss rates by bucket, percent, where the book has no history of its own: a convention to start
  /// from.
  static final double[] STATED_PERCENT = {0.5, 2, 5, 15, 50};

  static final String STATED =
      "stated table (0.5 %, 2 %, 5 %, 15 %, 50 %): a convention, to be confirmed by the accountant";

  private ProvisionMatrix() {}

  /// Loss rates: what was lost in the end over what reached each bucket, percent. A bucket that
  /// nothing reached has the rate of the one before.
  static double[] ratesPercent(long[] reached, long lost) {
    double[] rates = new double[reached.length];
    for (int b = 0; b < reached.length; b++) {
      rates[b] = reached[b] > 0 ? 100.0 * lost / reached[b] : b == 0 ? 0 : rates[b - 1];
    }
    return rates;
  }

  /// Each line rounds half up to the smallest unit; the total is their sum.
  static Provision provision(Currency currency, long[] open, LossHistory history) {
    boolean own = history.speaks();
    double[] rates = own ? ratesPercent(history.reached, history.lost) : STATED_PERCENT;
    List<ProvisionLine> lines = new ArrayList<>();
    Money total = Money.zero(currency);
    for (AgingBucket bucket : AgingBucket.values()) {
      Money amount = new Money(currency, open[bucket.ordinal()]);
      double rate = rates[bucket.ordinal()];
      Money loss = amount.times(BigDecimal.valueOf(rate).movePointLeft(2), RoundingMode.HALF_UP);
      lines.add(new ProvisionLine(bucket, amount, rate, loss));
      total = total.plus(loss);
    }
    return new Provision(total, List.copyOf(lines), own ? history.source() : STATED, own);
  }
}
