package dunnage.kernel.risk;

import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.behaviour.Profile;
import dunnage.kernel.behaviour.Signals;
import dunnage.kernel.behaviour.Trend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scores a debtor from payment experience: 100 less what the pieces of [Piece] cost. Use once.
public final class Scorecard {

  /// Least points of the grades A to D.
  static final int[] LEAST = {80, 65, 50, 35};

  static final int FEWEST_EXPERIENCES = 3;
  static final int ON_TIME_INDEX = 80;
  private static final double POINTS_PER_INDEX = 0.75;
  private static final int PENDING = 30;
  private static final int DISMISSED = 20;
  private static final int FADING_DAYS = 730;

  private final Standing standing;
  private final Profile profile;
  private final Behaviour behaviour;
  private final Signals signals;
  private final List<Reason> lost = new ArrayList<>();

  private Scorecard(Standing standing) {
    this.standing = standing;
    this.profile = standing.profile();
    this.behaviour = profile.behaviour();
    this.signals = profile.signals();
  }

  public static Score score(Standing standing) {
    return new Scorecard(standing).score();
  }

  /// The grade of a score of 0 to 100.
  static Grade grade(int points) {
    for (int g = 0; g < LEAST.length; g++) {
      if (points >= LEAST[g]) {
        return Grade.values()[g];
      }
    }
    return Grade.E;
  }

  private Score score() {
    insolvency();
    paymentIndex();
    overdue();
    trends();
    words();
    circumstances();
    lost.sort((one, other) -> Integer.compare(one.points(), other.points()));
    boolean fewKnown = profile.experiences() < FEWEST_EXPERIENCES && standing.overdue() == 0;
    if (fewKnown && !standing.insolvent()) {
      return withoutGrade();
    }
    int points = 100;
    for (int i = 0; i < lost.size(); i++) {
      Reason reason = lost.get(i);
      int cost = Math.min(points, -reason.points());
      points -= cost;
      lost.set(i, new Reason(reason.code(), -cost, reason.text()));
    }
    return new Score(grade(points), points, lost);
  }

  /// What is known is told, but it takes no points from a score that is not there.
  private Score withoutGrade() {
    List<Reason> told = new ArrayList<>();
    String paid = Phrase.count(profile.experiences(), "payment experience", "payment experiences");
    told.add(
        new Reason(
            Piece.NOT_ENOUGH_DATA.code(),
            0,
            paid + " and nothing overdue: a grade needs " + FEWEST_EXPERIENCES));
    lost.forEach(r -> told.add(new Reason(r.code(), 0, r.text())));
    return new Score(Grade.NONE, null, told);
  }

  private void lose(Piece piece, double points, String text) {
    int whole = (int) Math.min(piece.most(), Math.round(points));
    if (whole > 0) {
      lost.add(new Reason(piece.code(), -whole, text));
    }
  }

  private void insolvency() {
    LocalDate opened = signals.insolvencyOpened();
    if (opened != null) {
      lose(Piece.INSOLVENCY_OPENED, 100, "insolvency proceedings opened on " + opened);
    }
    LocalDate pending = signals.petitionPending();
    double points = pending == null ? 0 : PENDING;
    for (LocalDate day : signals.petitionsDismissed()) {
      double age = ChronoUnit.DAYS.between(day, standing.asOf());
      points += Math.max(0, DISMISSED * (1 - age / FADING_DAYS));
    }
    if (points > 0) {
      String text = pending == null ? "" : "insolvency petition of " + pending + " pending";
      int dismissed = signals.petitionsDismissed().size();
      if (dismissed > 0) {
        text +=
            (text.isEmpty() ? "" : "; ")
                + Phrase.count(dismissed, "insolvency petition", "insolvency petitions")
                + " dismissed, last on "
                + signals.petitionsDismissed().getLast();
      }
      lose(Piece.INSOLVENCY_PETITION, points, text);
    }
  }

  private void paymentIndex() {
    Double recent = behaviour.recentPaymentIndex();
    Double index = recent == null ? behaviour.paymentIndex() : recent;
    if (index == null || index >= ON_TIME_INDEX) {
      return;
    }
    Double days = recent == null ? behaviour.daysBeyondTerms() : behaviour.recentDaysBeyondTerms();
    String text = "payment index " + Phrase.number(index) + " (80 is on time)" + late(days);
    if (profile.lastLate() > 0) {
      text += "; " + lastLate(profile);
    }
    lose(Piece.PAYMENT_INDEX, (ON_TIME_INDEX - index) * POINTS_PER_INDEX, text);
  }

  private static String late(@Nullable Double days) {
    return days == null ? "" : ", " + Phrase.number(days) + " days beyond terms on average";
  }

  /// `4 of the last 6 invoices 21+ days late`
  static String lastLate(Profile profile) {
    return profile.lastLate()
        + " of the last "
        + Phrase.count(profile.last(), "invoice", "invoices")
        + " "
        + profile.lastLateDays()
        + "+ days late";
  }

  private void overdue() {
    int oldest = standing.oldestDaysLate();
    if (oldest > 0) {
      int age = oldest <= 30 ? 3 : oldest <= 60 ? 8 : oldest <= 90 ? 14 : oldest <= 180 ? 20 : 25;
      double points = age * (0.5 + standing.overdueSharePercent() / 200);
      lose(
          Piece.OVERDUE,
          points,
          Phrase.amounts(standing.overdueAmount())
              + " overdue, "
              + Phrase.percent(standing.overdueSharePercent())
              + " of what is open, the oldest "
              + Phrase.days(oldest));
    }
    Double ever = behaviour.everOver90Percent();
    if (ever != null && ever > 0) {
      lose(
          Piece.EVER_OVER_90,
          ever >= 10 ? 10 : ever >= 2 ? 5 : 2,
          Phrase.percent(ever) + " of what fell due was ever more than 90 days late");
    }
    if (standing.alarm()) {
      lose(
          Piece.OVERDUE_GROWING,
          Piece.OVERDUE_GROWING.most(),
          "overdue is frequent and growing: "
              + lastLate(profile)
              + ", more overdue than 90 days before");
    }
    if (standing.newWhileOldUnpaid()) {
      lose(
          Piece.NEW_WHILE_UNPAID,
          Piece.NEW_WHILE_UNPAID.most(),
          Phrase.count(standing.newBusiness(), "new invoice or order", "new invoices or orders")
              + " in 60 days while "
              + Phrase.count(standing.oldUnpaid(), "balance is", "balances are")
              + " more than 60 days late");
    }
  }

  private void trends() {
    Double later = behaviour.latenessChangeDays();
    if (behaviour.lateness() == Trend.RISING && later != null) {
      lose(Piece.LATENESS_RISING, 10, "pays " + Phrase.number(later) + " days later than before");
    }
    Double less = behaviour.ordersChangePercent();
    if (behaviour.orders() == Trend.FALLING && less != null) {
      lose(Piece.ORDERS_FALLING, less < -50 ? 10 : 5, "orders down " + Phrase.percent(-less));
    }
    Double spread = behaviour.volatilityDays();
    if (spread != null && spread > 15) {
      lose(
          Piece.VOLATILITY,
          spread > 30 ? 6 : 3,
          "payment days spread by " + Phrase.number(spread) + " days");
    }
  }

  private void words() {
    int broken = behaviour.brokenPromises();
    lose(
        Piece.BROKEN_PROMISES,
        6.0 * broken,
        Phrase.count(broken, "promise", "promises") + " to pay broken");
    LocalDate since = behaviour.silentSince();
    if (since != null) {
      long days = ChronoUnit.DAYS.between(since, standing.asOf());
      lose(
          Piece.SILENCE,
          days >= 30 ? 10 : 5,
          "no answer since "
              + since
              + " ("
              + Phrase.count(signals.attempts(), "attempt", "attempts")
              + ")");
    }
    int disputes = signals.openDisputes();
    lose(
        Piece.DISPUTES_OPEN,
        4.0 * disputes,
        Phrase.count(disputes, "open dispute", "open disputes"));
  }

  private void circumstances() {
    if (behaviour.contactGone()) {
      lose(Piece.CONTACT_GONE, 6, "the person one dealt with has left");
    }
    LocalDate closed = signals.divisionClosed();
    if (closed != null) {
      lose(Piece.DIVISION_CLOSED, 8, "division closed or staff laid off on " + closed);
    }
    int warnings = signals.publicWarnings();
    String last = signals.lastWarning().isEmpty() ? "" : ", the last: " + signals.lastWarning();
    lose(
        Piece.PUBLIC_WARNING,
        5.0 * warnings,
        Phrase.count(warnings, "public warning", "public warnings") + last);
  }
}
