package dunnage.kernel.payout;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays one account's settlements against their promised days.
final class AccountWatch {

  /// A promise counts as kept in full when all but this share came so many days after it.
  static final int GRACE_DAYS = 10;

  private static final int SLOPE_LINES = 12;
  private static final int HABIT_LINES = 8;

  private final List<MarketplaceSettlement> settlements;
  private final PayoutTerms terms;
  private final LocalDate asOf;
  private final Currency currency;
  private final @Nullable Integer habitDays;

  /// @param settlements of one account; at least one
  AccountWatch(List<MarketplaceSettlement> settlements, PayoutTerms terms, LocalDate asOf) {
    this.settlements =
        settlements.stream()
            .filter(s -> !isOutdated(s, settlements))
            .sorted(
                Comparator.comparing(
                        AccountWatch::end, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(MarketplaceSettlement::id))
            .toList();
    this.terms = terms;
    this.asOf = asOf;
    this.currency = settlements.getFirst().currency();
    this.habitDays = habit();
  }

  private static @Nullable LocalDate end(MarketplaceSettlement settlement) {
    return settlement.to() == null ? settlement.from() : settlement.to();
  }

  /// Money announced in one export and paid by another: the announcement has no number, so what
  /// supersedes it is told by the day.
  private static boolean isOutdated(
      MarketplaceSettlement settlement, List<MarketplaceSettlement> all) {
    LocalDate announced = settlement.expected();
    boolean open = settlement.unpaid() && settlement.payouts().isEmpty();
    if (announced == null || !open || !settlement.id().isEmpty()) {
      return false;
    }
    return all.stream()
        .filter(other -> !other.origin().file().equals(settlement.origin().file()))
        .flatMap(other -> other.payouts().stream())
        .anyMatch(payout -> !payout.date().isBefore(announced));
  }

  PayoutAccount look(List<Finding> findings) {
    List<PayoutLine> lines = settlements.stream().map(this::line).toList();
    MarketplaceSettlement newest = settlements.getLast();
    PayoutRule rule = rule(newest);
    int cycle = cycle(rule);
    LagSeries series = LagSeries.of(lines, asOf);
    List<PayoutSign> signs = new ArrayList<>();
    new PayoutSigns(lines, series, drought(), asOf).look(signs);
    gaps(cycle, signs, findings);
    newer(cycle, signs);
    signs.sort(Comparator.comparing((PayoutSign s) -> !s.alarm()).thenComparing(PayoutSign::kind));
    return new PayoutAccount(
        newest.marketplace(),
        newest.seller(),
        currency,
        ruleWords(rule),
        rule == null ? "" : rule.source(),
        cycle,
        series.usual(),
        series.latest(),
        series.slopePerMonth(SLOPE_LINES),
        lines,
        signs,
        trapped(lines, cycle));
  }

  private @Nullable PayoutRule rule(MarketplaceSettlement settlement) {
    LocalDate to = end(settlement);
    return to == null ? null : terms.of(settlement, to);
  }

  private String ruleWords(@Nullable PayoutRule rule) {
    if (settlements.stream().allMatch(s -> s.expected() != null)) {
      return "the days named in the files";
    }
    if (rule != null) {
      return rule.words();
    }
    return habitDays == null
        ? "no rule is known"
        : "no rule is known; its own habit of "
            + habitDays
            + " days after the end of the period stands in";
  }

  /// Where no rule is known: the median of what the account's first payouts took.
  private @Nullable Integer habit() {
    double[] waits =
        settlements.stream()
            .filter(s -> !s.id().isEmpty() && s.to() != null && s.due().signum() > 0)
            .filter(s -> !s.payouts().isEmpty())
            .limit(HABIT_LINES)
            .mapToDouble(s -> ChronoUnit.DAYS.between(end(s), s.payouts().getFirst().date()))
            .toArray();
    return waits.length < 3 ? null : (int) Math.round(Median.of(waits));
  }

  private @Nullable LocalDate promised(MarketplaceSettlement settlement) {
    LocalDate to = end(settlement);
    if (settlement.expected() != null) {
      return settlement.expected();
    }
    if (settlement.id().isEmpty() || to == null) {
      return null; // a statement without settlements promises no single payout
    }
    PayoutRule rule = terms.of(settlement, to);
    if (rule != null) {
      return rule.promised(to);
    }
    return habitDays == null ? null : to.plusDays(habitDays);
  }

  private PayoutLine line(MarketplaceSettlement settlement) {
    LocalDate promised = promised(settlement);
    Money due = settlement.due();
    Money paid = settlement.paidBy(asOf);
    LocalDate completed = completed(settlement, due);
    boolean unknown = settlement.payouts().isEmpty() && !settlement.unpaid();
    boolean known = promised != null && due.signum() > 0 && !unknown;
    boolean overdue = known && completed == null && asOf.isAfter(promised);
    Integer lag = null;
    if (known && (completed != null || overdue)) {
      lag = (int) ChronoUnit.DAYS.between(promised, completed != null ? completed : asOf);
    }
    return new PayoutLine(
        settlement.id(),
        settlement.from(),
        settlement.to(),
        promised,
        completed,
        due,
        paid,
        lag,
        promised == null || lag == null ? null : weighted(settlement, promised),
        reserve(settlement),
        unknown,
        promised != null && known && isPartPaid(settlement, promised.plusDays(GRACE_DAYS)));
  }

  private @Nullable LocalDate completed(MarketplaceSettlement settlement, Money due) {
    Money sum = Money.zero(currency);
    for (Payout payout : settlement.payouts()) {
      if (payout.date().isAfter(asOf)) {
        return null;
      }
      sum = sum.plus(payout.amount());
      // Less than one percent is a bank's charge, not a part held back.
      if (due.minus(sum).minor() * 100L <= Math.abs(due.minor())) {
        return payout.date();
      }
    }
    return null;
  }

  /// Days late of each unit of money, on average; what is open counts up to the day asked for.
  private double weighted(MarketplaceSettlement settlement, LocalDate promised) {
    double days = 0;
    double weight = 0;
    double due = settlement.due().minor();
    for (Payout payout : settlement.payouts()) {
      if (!payout.date().isAfter(asOf)) {
        double share = Math.max(0, payout.amount().minor() / due);
        days += share * ChronoUnit.DAYS.between(promised, payout.date());
        weight += share;
      }
    }
    double open = Math.max(0, 1 - weight);
    long sofar = ChronoUnit.DAYS.between(promised, asOf);
    return (days + open * Math.max(0, sofar)) / Math.max(1, weight);
  }

  private boolean isPartPaid(MarketplaceSettlement settlement, LocalDate graceEnd) {
    if (graceEnd.isAfter(asOf)) {
      return false;
    }
    long paid = settlement.paidBy(graceEnd).minor();
    return paid > 0 && paid * 100L < settlement.due().minor() * 95L;
  }

  private @Nullable Double reserve(MarketplaceSettlement settlement) {
    long sales = settlement.of(RowType.SALE).plus(settlement.of(RowType.SHIPPING)).minor();
    if (sales <= 0) {
      return null;
    }
    return 100.0 * -settlement.of(RowType.RESERVE_HOLD).minor() / sales;
  }

  /// The droughts that were announced: day of the change to days of drought.
  private Drought drought() {
    if (terms.announced() != null) {
      return new Drought(terms.announced(), PayoutTerms.DROUGHT_DAYS);
    }
    PayoutRule newest = rule(settlements.getLast());
    return newest == null || newest.droughtDays() == 0
        ? Drought.NONE
        : new Drought(newest.validFrom(), newest.droughtDays());
  }

  private int cycle(@Nullable PayoutRule rule) {
    if (rule != null && rule.cycleDays() > 0) {
      return rule.cycleDays();
    }
    double[] lengths =
        settlements.stream()
            .filter(s -> s.from() != null && s.to() != null)
            .mapToDouble(s -> ChronoUnit.DAYS.between(s.from(), s.to()) + 1)
            .toArray();
    return lengths.length < 2 ? 0 : (int) Math.round(Median.of(lengths));
  }

  private void gaps(int cycle, List<PayoutSign> signs, List<Finding> findings) {
    for (int i = 1; i < settlements.size(); i++) {
      LocalDate ended = settlements.get(i - 1).to();
      LocalDate began = settlements.get(i).from();
      if (ended == null || began == null || cycle < 5) {
        continue;
      }
      long days = ChronoUnit.DAYS.between(ended, began) - 1;
      if (days > Math.max(3, cycle / 2)) {
        LocalDate first = ended.plusDays(1);
        String words =
            "From %s to %s no settlement was given: %d days are missing"
                .formatted(first, began.minusDays(1), days);
        signs.add(new PayoutSign(PayoutSign.Kind.SETTLEMENT_MISSING, false, first, words));
        findings.add(
            Finding.at(
                FindingCode.SETTLEMENT_MISSING,
                settlements.get(i).origin().file(),
                settlements.get(i).origin().line(),
                "",
                settlements.get(i).marketplace() + ": " + first + " to " + began.minusDays(1),
                "a settlement for these days"));
      }
    }
  }

  private void newer(int cycle, List<PayoutSign> signs) {
    LocalDate last = end(settlements.getLast());
    if (last == null || cycle < 5) {
      return;
    }
    LocalDate expected = last.plusDays(cycle + cycle / 2 + 3L);
    if (asOf.isAfter(expected)) {
      String words =
          "The newest settlement ends on %s, %d days ago: fetch the newer ones, or ask why there are none"
              .formatted(last, ChronoUnit.DAYS.between(last, asOf));
      signs.add(new PayoutSign(PayoutSign.Kind.NOTHING_NEWER, false, last.plusDays(1), words));
    }
  }

  private TrappedMoney trapped(List<PayoutLine> lines, int cycle) {
    Money overdue = Money.zero(currency);
    Money notYetDue = Money.zero(currency);
    for (PayoutLine line : lines) {
      if (line.promised() == null) {
        continue;
      }
      if (line.promised().isBefore(asOf)) {
        overdue = overdue.plus(line.open());
      } else {
        notYetDue = notYetDue.plus(line.open());
      }
    }
    Money reserve = Money.zero(currency);
    for (MarketplaceSettlement settlement : settlements) {
      // A release of what was held before the first file must not hide what is held now.
      reserve = reserve.minus(settlement.of(RowType.RESERVE_RELEASE)).max(Money.zero(currency));
      reserve = reserve.minus(settlement.of(RowType.RESERVE_HOLD));
    }
    return new TrappedMoney(overdue, notYetDue, reserve, accruing(cycle));
  }

  private Money accruing(int cycle) {
    Money zero = Money.zero(currency);
    LocalDate last = settlements.getLast().to();
    if (last == null || cycle == 0 || !asOf.isAfter(last)) {
      return zero;
    }
    Money sum = zero;
    long days = 0;
    for (int i = Math.max(0, settlements.size() - 3); i < settlements.size(); i++) {
      MarketplaceSettlement one = settlements.get(i);
      if (one.from() != null && one.to() != null && !one.id().isEmpty()) {
        sum = sum.plus(one.due().max(zero));
        days += ChronoUnit.DAYS.between(one.from(), one.to()) + 1;
      }
    }
    long since = Math.min(ChronoUnit.DAYS.between(last, asOf), 2L * cycle);
    boolean stale = ChronoUnit.DAYS.between(last, asOf) > 2L * cycle + 15;
    return days == 0 || stale ? zero : PayoutWatch.share(sum, since, days);
  }
}
