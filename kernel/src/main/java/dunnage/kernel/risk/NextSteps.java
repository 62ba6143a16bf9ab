package dunnage.kernel.risk;

import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.behaviour.Signals;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.risk.NextStep.Action;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What to do now with a debtor: the first rule that holds, most urgent first. The rules stand in
/// `docs/methodology/grade.md`; reason, person and method come in that order.
public final class NextSteps {

  private static final int REMIND_DAYS = 14;
  private static final int CALL_DAYS = 30;
  private static final int FINAL_DAYS = 60;
  private static final int OVER_DAYS = 90;
  private static final int LAWYER_DAYS = 120;

  /// Days a final demand is given before the matter is handed over.
  private static final int DEADLINE_DAYS = 14;

  private static final String CALL =
      "Call the person who decides: the owner or the finance director, not a clerk";

  private final Standing standing;
  private final Grade grade;
  private final Behaviour behaviour;
  private final Signals signals;
  private final int late;

  private NextSteps(Standing standing, Grade grade) {
    this.standing = standing;
    this.grade = grade;
    this.behaviour = standing.profile().behaviour();
    this.signals = standing.profile().signals();
    this.late = standing.oldestDaysLate();
  }

  public static NextStep advise(Standing standing, Grade grade) {
    NextSteps steps = new NextSteps(standing, grade);
    LocalDate opened = steps.signals.insolvencyOpened();
    if (opened != null) {
      return new NextStep(
          Action.FILE_CLAIM,
          "Stop shipping; file the claim with the administrator by the deadline",
          "insolvency proceedings opened on "
              + opened
              + "; "
              + Phrase.amounts(standing.openAmount())
              + " open");
    }
    return standing.overdue() == 0 ? steps.nothingOverdue() : steps.overdue();
  }

  private NextStep nothingOverdue() {
    LocalDate pending = signals.petitionPending();
    if (pending != null) {
      return new NextStep(
          Action.HOLD,
          "Hold new orders until the petition is decided; ship against prepayment only",
          "insolvency petition of " + pending + " pending; nothing overdue");
    }
    if (signals.openDisputes() > 0) {
      return settleDispute();
    }
    if (behaviour.contactGone() && standing.open() > 0) {
      return findDecider();
    }
    String trouble = trouble();
    return trouble.isEmpty()
        ? new NextStep(Action.SHIP, "Ship", "nothing overdue" + record())
        : watch(trouble);
  }

  /// @param trouble the sign, in words that go on after "but"
  public static NextStep watch(String trouble) {
    return new NextStep(
        Action.WATCH, "Ship within the limit and watch", "nothing overdue, but " + trouble);
  }

  private String record() {
    Double days = behaviour.recentDaysBeyondTerms();
    return days == null
        ? ""
        : ", pays "
            + Phrase.number(Math.abs(days))
            + (days > 0 ? " days after" : " days before")
            + " terms";
  }

  private String trouble() {
    Double later = behaviour.latenessChangeDays();
    Double less = behaviour.ordersChangePercent();
    LocalDate closed = signals.divisionClosed();
    if (grade == Grade.NONE) {
      int payments = standing.profile().experiences();
      return payments == 0
          ? "no payment to judge by yet"
          : "only " + Phrase.count(payments, "payment", "payments") + " to judge by";
    }
    if (behaviour.lateness() == Trend.RISING && later != null) {
      return "pays " + Phrase.number(later) + " days later than before";
    }
    if (closed != null) {
      return "a division was closed or staff laid off on " + closed;
    }
    if (signals.publicWarnings() > 0) {
      return Phrase.count(signals.publicWarnings(), "public warning", "public warnings");
    }
    if (behaviour.silentSince() != null) {
      return "no answer since " + behaviour.silentSince();
    }
    if (behaviour.orders() == Trend.FALLING && less != null) {
      return "orders are down " + Phrase.percent(-less);
    }
    return grade == Grade.D || grade == Grade.E ? "graded " + grade.label() : "";
  }

  private NextStep overdue() {
    boolean unanswered = behaviour.silentSince() != null || behaviour.brokenPromises() > 0;
    if (signals.openDisputes() > 0 || standing.disputedOverdue() > 0) {
      return settleDispute();
    }
    if (late > LAWYER_DAYS || (late > OVER_DAYS && unanswered) || demandIgnored()) {
      return step(Action.HAND_OVER, "Hand over to a licensed agency or lawyer" + alsoHold(), "");
    }
    if (late > OVER_DAYS || (late > FINAL_DAYS && unanswered)) {
      return step(
          Action.FINAL_DEMAND,
          "Send a final demand: a deadline of "
              + DEADLINE_DAYS
              + " days and the consequences under the law"
              + alsoHold(),
          "");
    }
    if (standing.alarm() || standing.newWhileOldUnpaid() || signals.petitionPending() != null) {
      return step(
          Action.HOLD,
          "Hold new orders, whoever the customer is, and call the owner or the finance director",
          alarm());
    }
    if (behaviour.contactGone()) {
      return findDecider();
    }
    if (unanswered) {
      return step(Action.CALL_DECIDER, CALL, "");
    }
    if (late > CALL_DAYS) {
      return standing.profile().oftenLate()
          ? step(
              Action.OFFER_INSTALMENTS,
              "Ask the owner or the finance director whether money is short; offer instalments with dates",
              Scorecard.lastLate(standing.profile()))
          : step(Action.CALL_DECIDER, CALL, "");
    }
    if (standing.profile().everLater()) {
      return step(
          Action.CALL_DECIDER,
          CALL + "; shorten the terms until it is explained",
          "pays ever later: " + Scorecard.lastLate(standing.profile()));
    }
    return late <= REMIND_DAYS
        ? step(Action.REMIND, "Send a friendly reminder: some forget, and a reminder solves it", "")
        : step(
            Action.REMIND,
            "Remind again and ask for the reason: forgotten, unhappy with the goods, or short of money",
            "");
  }

  private boolean demandIgnored() {
    LocalDate demanded = signals.finalDemand();
    return demanded != null && ChronoUnit.DAYS.between(demanded, standing.asOf()) > DEADLINE_DAYS;
  }

  private String alsoHold() {
    return standing.newBusiness() > 0 || standing.alarm() ? "; hold new orders" : "";
  }

  private String alarm() {
    LocalDate pending = signals.petitionPending();
    if (standing.newWhileOldUnpaid()) {
      return Phrase.count(standing.newBusiness(), "new invoice or order", "new invoices or orders")
          + " in 60 days on top of what is more than 60 days late";
    }
    return standing.alarm()
        ? "overdue is frequent and growing, " + Scorecard.lastLate(standing.profile())
        : "insolvency petition of " + pending + " pending";
  }

  private NextStep settleDispute() {
    int disputes = Math.max(signals.openDisputes(), standing.disputedOverdue());
    String text = Phrase.count(disputes, "open dispute", "open disputes");
    return late > 0
        ? step(
            Action.SETTLE_DISPUTE,
            "Ask what is wrong with the goods and settle it before chasing",
            text)
        : new NextStep(
            Action.SETTLE_DISPUTE,
            "Ask what is wrong with the goods and settle it before the due date",
            text);
  }

  private NextStep findDecider() {
    String who =
        "Find out who decides now, the owner or the finance director, and get a name and number";
    String why = "the person one dealt with has left";
    return late > 0
        ? step(Action.FIND_DECIDER, who, why)
        : new NextStep(
            Action.FIND_DECIDER, who, why + "; " + Phrase.amounts(standing.openAmount()) + " open");
  }

  private NextStep step(Action action, String words, String also) {
    StringBuilder why = new StringBuilder(Phrase.amounts(standing.overdueAmount()));
    why.append(" overdue, the oldest ").append(Phrase.days(late));
    append(why, also);
    if (behaviour.brokenPromises() > 0) {
      append(why, Phrase.count(behaviour.brokenPromises(), "promise", "promises") + " broken");
    }
    if (behaviour.silentSince() != null) {
      append(why, "no answer since " + behaviour.silentSince());
    }
    if (signals.finalDemand() != null) {
      append(why, "final demand sent on " + signals.finalDemand());
    }
    if (signals.petitionPending() != null && action != Action.HOLD) {
      append(why, "insolvency petition of " + signals.petitionPending() + " pending");
    }
    return new NextStep(action, words, why.toString());
  }

  private static void append(StringBuilder why, String more) {
    if (!more.isEmpty()) {
      why.append("; ").append(more);
    }
  }
}
