package dunnage.kernel.warning;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the messages and promises of one debtor: good or bad, by day.
///
/// @param answers whether an answer was ever written down: else nobody knows that they are
/// @param days epoch day of the message or the promised day, not sorted
/// @param bad a message without an answer, a promise without its money
/// @param promise whether it is a promise
record Talk(int size, boolean answers, long[] days, boolean[] bad, boolean[] promise) {

  /// Without word or money so long a message is unanswered.
  private static final int ANSWER_DAYS = 10;

  /// What a bank transfer may take.
  private static final int TRANSFER_DAYS = 4;

  /// Money that came so shortly before the promise is what was promised: they crossed.
  static final int CROSSED_DAYS = 5;

  /// Less bank charges.
  private static final double ENOUGH = 0.95;

  /// Before anything is known of the debtor: nine of ten messages are answered, and as many
  /// promises kept; it counts as ten of its own.
  private static final double GOOD = 9;

  private static final double OF = 10;

  /// Who evades still answers and keeps this share of what it did.
  private static final double EVADING = 0.55;

  private static final double LEAST = -2;
  private static final double MOST = 4;

  static Talk of(DebtorBook book, Receipts money, long asOf) {
    List<Fact.Noted> notes = book.notes();
    long[] days = new long[notes.size()];
    boolean[] bad = new boolean[notes.size()];
    boolean[] promise = new boolean[notes.size()];
    int n = 0;
    long answer = Long.MAX_VALUE;
    for (int i = notes.size() - 1; i >= 0; i--) {
      Fact.Noted note = notes.get(i);
      long on = note.on().toEpochDay();
      if (on > asOf) {
        continue;
      }
      LocalDate until = note.until();
      if (note.event() == Event.PROMISE && until != null) {
        long last = until.toEpochDay() + TRANSFER_DAYS;
        if (last < asOf) {
          days[n] = until.toEpochDay();
          bad[n] = !kept(note.amount(), money.between(on - CROSSED_DAYS, last));
          promise[n++] = true;
        }
      }
      if (note.event() == Event.REPLY || note.event() == Event.PROMISE) {
        answer = on;
      } else if (note.event() == Event.MESSAGE_SENT || note.event() == Event.CALL_UNANSWERED) {
        boolean answered = answer - on <= ANSWER_DAYS;
        if (answered || asOf - on > ANSWER_DAYS) {
          days[n] = on;
          bad[n++] = !answered;
        }
      }
    }
    return new Talk(n, answer != Long.MAX_VALUE, days, bad, promise);
  }

  private static boolean kept(@Nullable Money promised, long came) {
    return promised == null ? came > 0 : came >= ENOUGH * promised.minor();
  }

  /// Log-likelihood ratio of a debtor that began to evade on the day: fewer answers, fewer promises
  /// kept, against its own share before.
  double ratio(long since) {
    if (size == 0) {
      return 0;
    }
    return Math.clamp((answers ? ratio(since, false) : 0) + ratio(since, true), LEAST, MOST);
  }

  private double ratio(long since, boolean promises) {
    double good = GOOD;
    double all = OF;
    int goodNow = 0;
    int badNow = 0;
    for (int i = 0; i < size; i++) {
      if (promise[i] != promises) {
        continue;
      }
      if (days[i] < since) {
        all++;
        good += bad[i] ? 0 : 1;
      } else if (bad[i]) {
        badNow++;
      } else {
        goodNow++;
      }
    }
    double usual = good / all;
    double feared = usual * EVADING;
    return goodNow * Math.log(EVADING) + badNow * Math.log((1 - feared) / (1 - usual));
  }
}
