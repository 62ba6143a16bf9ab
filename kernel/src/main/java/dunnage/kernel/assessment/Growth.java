package dunnage.kernel.assessment;

import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.CreditLimit.Bound;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.LimitBounds;
import dunnage.kernel.risk.Phrase;
import dunnage.kernel.risk.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Whom to sell more to: good, not getting worse, under the limit, and in need of a higher one.
final class Growth {

  static final int FEWEST_EXPERIENCES = 6;
  private static final double LEAST_PERCENT = 25;
  private static final BigDecimal FACTOR = new BigDecimal("1.5");

  /// The largest raise first, as a share of the limit: currencies cannot be compared by amount.
  static final Comparator<GrowthLine> BEST_FIRST =
      Comparator.comparingDouble((GrowthLine g) -> -(double) g.higher().minor() / g.limit().minor())
          .thenComparing(g -> g.debtor().id());

  private Growth() {}

  static @Nullable GrowthLine line(
      Party debtor, Standing standing, Grade grade, Degree degree, CreditLimit limit) {
    Behaviour behaviour = standing.profile().behaviour();
    Money open = standing.openAmount().in(limit.amount().currency());
    if (!worthIt(standing, grade, degree) || open.minor() >= limit.amount().minor()) {
      return null;
    }
    Money higher = limit.amount().times(FACTOR, RoundingMode.DOWN);
    for (Bound bound : limit.bounds()) {
      higher =
          switch (bound.name()) {
            case "need" -> higher.min(bound.amount().times(growing(behaviour), RoundingMode.DOWN));
            case "high_credit" -> higher; // what it was never given it could not carry
            default -> higher.min(bound.amount());
          };
    }
    higher = LimitBounds.roundedDown(higher);
    return higher.minor() <= limit.amount().minor()
        ? null
        : new GrowthLine(debtor, open, limit.amount(), higher, why(standing, behaviour, grade));
  }

  /// The need if purchases go on growing as they did, and by a quarter at least.
  private static BigDecimal growing(Behaviour behaviour) {
    Double change = behaviour.ordersChangePercent();
    double percent = change == null ? LEAST_PERCENT : Math.max(LEAST_PERCENT, change);
    return BigDecimal.ONE.add(BigDecimal.valueOf(percent).movePointLeft(2));
  }

  private static boolean worthIt(Standing standing, Grade grade, Degree degree) {
    Behaviour behaviour = standing.profile().behaviour();
    Double ever = behaviour.everOver90Percent();
    boolean good = grade == Grade.A || grade == Grade.B;
    boolean punctual = degree == Degree.NONE || degree == Degree.LIGHT;
    boolean neverLong = ever != null && ever == 0;
    boolean notLater =
        behaviour.lateness() == Trend.STEADY || behaviour.lateness() == Trend.FALLING;
    boolean buying = behaviour.orders() == Trend.RISING || behaviour.orders() == Trend.STEADY;
    boolean known = standing.profile().experiences() >= FEWEST_EXPERIENCES;
    boolean oftenLate = standing.profile().oftenLate();
    return good && punctual && !oftenLate && neverLong && notLater && buying && known;
  }

  private static String why(Standing standing, Behaviour behaviour, Grade grade) {
    Double orders = behaviour.ordersChangePercent();
    Double sooner = behaviour.latenessChangeDays();
    StringBuilder why = new StringBuilder("grade ").append(grade.label()).append(", ");
    why.append(standing.profile().experiences())
        .append(" receivables and never more than 90 days late");
    if (behaviour.lateness() == Trend.FALLING && sooner != null) {
      why.append(", pays ").append(Math.round(-sooner)).append(" days sooner than before");
    }
    if (behaviour.orders() == Trend.RISING && orders != null) {
      why.append(", orders up ").append(Phrase.percent(orders));
    }
    return why.toString();
  }
}
