package dunnage.kernel.warning;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/// What the talk about money tells: silence, a contact gone, promises not kept.
final class TalkWatch {

  /// Messages and calls in a row without answer or money, over at least so many days.
  private static final int UNANSWERED = 3;

  private static final int UNANSWERED_DAYS = 28;

  /// After a contact left, so long nobody else wrote and no money came.
  private static final int CONTACT_GONE_DAYS = 45;

  /// A contact long gone says little more than one just gone.
  private static final double MOST_OF_GONE = 1.15;

  /// How long a closed division is news.
  private static final int DIVISION_DAYS = 365;

  /// How long a broken promise counts, and the days a bank transfer may take.
  private static final int PROMISE_DAYS = 240;

  private static final int TRANSFER_DAYS = 4;

  /// Log-likelihood ratios of a habit of breaking promises (60 %) against the usual slips (15 %):
  /// for a promise broken without any money, broken with some other money, and kept.
  private static final double NO_MONEY = 2.1;

  private static final double NOT_ENOUGH = 1.4;
  private static final double KEPT = -0.75;

  private TalkWatch() {}

  static void look(
      DebtorBook book, Receipts money, long asOf, double strictness, List<Warning> found) {
    if (book.notes().isEmpty()) {
      return;
    }
    silence(book, money, asOf, strictness, found);
    promises(book, money, asOf, strictness, found);
  }

  private static void silence(
      DebtorBook book, Receipts money, long asOf, double strictness, List<Warning> found) {
    int unanswered = 0;
    long since = 0;
    long contactLeft = 0;
    long divisionClosed = 0;
    for (Fact.Noted note : book.notes()) {
      long on = note.on().toEpochDay();
      if (on > asOf) {
        break;
      }
      switch (note.event()) {
        case REPLY, PROMISE -> {
          unanswered = 0;
          contactLeft = 0;
        }
        case MESSAGE_SENT, CALL_UNANSWERED, FINAL_DEMAND -> {
          boolean answeredByMoney = unanswered > 0 && money.between(since + 1, on) > 0;
          since = unanswered == 0 || answeredByMoney ? on : since;
          unanswered = answeredByMoney ? 1 : unanswered + 1;
        }
        case CONTACT_LEFT -> contactLeft = on;
        case DIVISION_CLOSED -> divisionClosed = on;
        case DISPUTE_OPENED, DISPUTE_CLOSED, PUBLIC_WARNING -> {}
        case INSOLVENCY_PETITION, PETITION_DISMISSED, INSOLVENCY_OPENED -> {}
      }
    }
    boolean paid = unanswered > 0 && money.between(since + 1, asOf) > 0;
    double evidence = unanswered / (UNANSWERED * strictness);
    if (evidence >= 1 && !paid && asOf - since >= UNANSWERED_DAYS) {
      LocalDate day = LocalDate.ofEpochDay(since);
      add(
          found,
          Signal.SILENCE,
          day,
          evidence,
          "%d messages or calls since %s, no answer and no money".formatted(unanswered, day));
      return;
    }
    double gone = (asOf - contactLeft) / (double) CONTACT_GONE_DAYS;
    gone = Math.min(gone, MOST_OF_GONE) / strictness;
    if (contactLeft != 0 && gone >= 1 && money.between(contactLeft + 1, asOf) == 0) {
      LocalDate day = LocalDate.ofEpochDay(contactLeft);
      add(
          found,
          Signal.SILENCE,
          day,
          gone,
          "the contact left on " + day + "; nobody else has written and no money has come since");
    } else if (divisionClosed != 0 && asOf - divisionClosed <= DIVISION_DAYS && strictness <= 1) {
      LocalDate day = LocalDate.ofEpochDay(divisionClosed);
      add(
          found,
          Signal.SILENCE,
          day,
          1 / strictness,
          "a division of the debtor was closed on " + day);
    }
  }

  private static void promises(
      DebtorBook book, Receipts money, long asOf, double strictness, List<Warning> found) {
    Cusum sum = new Cusum();
    int broken = 0;
    for (Fact.Noted note : book.notes()) {
      LocalDate until = note.until();
      if (note.on().toEpochDay() > asOf) {
        break;
      }
      if (until == null || note.event() != Event.PROMISE) {
        continue;
      }
      long last = until.toEpochDay() + TRANSFER_DAYS;
      if (last < asOf && last > asOf - PROMISE_DAYS) {
        double weight = weight(money, note, last);
        sum.add(until.toEpochDay(), weight);
        broken = sum.sum() == 0 ? 0 : broken + (weight > 0 ? 1 : 0);
      }
    }
    double evidence = sum.sum() / Thresholds.BROKEN_PROMISES / strictness;
    if (evidence >= 1) {
      LocalDate since = LocalDate.ofEpochDay(sum.since());
      add(
          found,
          Signal.BROKEN_PROMISES,
          since,
          evidence,
          "%d promises of money not kept since %s".formatted(broken, since));
    }
  }

  /// Kept if as much money came between promise and day as was promised; any money where no amount
  /// was.
  private static double weight(Receipts money, Fact.Noted promise, long last) {
    long came = money.between(promise.on().toEpochDay() - Talk.CROSSED_DAYS, last);
    Money promised = promise.amount();
    boolean kept = promised == null ? came > 0 : came >= 0.95 * promised.minor();
    return kept ? KEPT : came > 0 ? NOT_ENOUGH : NO_MONEY;
  }

  private static void add(
      List<Warning> found, Signal signal, LocalDate since, double evidence, String words) {
    found.add(new Warning(signal, since, evidence, Tendency.WORSE, words));
  }
}
