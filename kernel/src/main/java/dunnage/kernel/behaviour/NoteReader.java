package dunnage.kernel.behaviour;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Positions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a debtor's notes up to a day, oldest first.
final class NoteReader {

  static final int SILENCE_DAYS = 14;
  static final int SILENCE_ATTEMPTS = 2;

  private final DebtorBook book;
  private final Positions positions;
  private final LocalDate asOf;
  private final int lastPaid;
  private final Deque<LocalDate> petitions = new ArrayDeque<>();
  private final List<LocalDate> dismissed = new ArrayList<>();
  private int disputes;
  private int warnings;
  private int attempts;
  private String lastWarning = "";
  private @Nullable LocalDate divisionClosed;
  private @Nullable LocalDate insolvencyOpened;
  private @Nullable LocalDate finalDemand;
  private @Nullable LocalDate lastPromise;
  private @Nullable LocalDate unansweredSince;
  int brokenPromises;
  boolean contactGone;

  NoteReader(DebtorBook book, Positions positions, LocalDate asOf, int lastPaid) {
    this.book = book;
    this.positions = positions;
    this.asOf = asOf;
    this.lastPaid = lastPaid;
    for (Fact.Noted note : book.notes()) {
      if (!note.on().isAfter(asOf)) {
        read(note);
      }
    }
    for (int i = 0; i < positions.size(); i++) {
      if (positions.open(i) > 0 && positions.account(i).receivable().disputed()) {
        disputes++;
      }
    }
  }

  private void read(Fact.Noted note) {
    switch (note.event()) {
      case MESSAGE_SENT, CALL_UNANSWERED -> attempt(note.on());
      case FINAL_DEMAND -> {
        attempt(note.on());
        finalDemand = note.on().toEpochDay() >= lastPaid ? note.on() : null;
      }
      case REPLY -> answered();
      case PROMISE -> {
        answered();
        promise(note);
      }
      case CONTACT_LEFT -> contactGone = true;
      case DIVISION_CLOSED -> divisionClosed = note.on();
      case DISPUTE_OPENED -> disputes++;
      case DISPUTE_CLOSED -> disputes = Math.max(0, disputes - 1);
      case INSOLVENCY_PETITION -> petitions.add(note.on());
      case PETITION_DISMISSED -> {
        petitions.poll();
        dismissed.add(note.on());
      }
      case INSOLVENCY_OPENED -> insolvencyOpened = note.on();
      case PUBLIC_WARNING -> {
        warnings++;
        lastWarning = note.words();
      }
    }
  }

  /// Money that came after an attempt is an answer to it.
  private void attempt(LocalDate on) {
    if (on.toEpochDay() < lastPaid) {
      return;
    }
    attempts++;
    if (unansweredSince == null) {
      unansweredSince = on;
    }
  }

  private void answered() {
    attempts = 0;
    unansweredSince = null;
    contactGone = false;
  }

  private void promise(Fact.Noted note) {
    LocalDate until = note.until();
    if (until == null) {
      return;
    }
    lastPromise = until;
    if (until.isBefore(asOf) && !kept(note.on(), until, note.amount())) {
      brokenPromises++;
    }
  }

  private boolean kept(LocalDate from, LocalDate until, @Nullable Money promised) {
    long paid = 0;
    int first = (int) from.toEpochDay();
    int last = (int) until.toEpochDay();
    for (int i = 0; i < positions.size(); i++) {
      for (Entry entry : positions.account(i).entries()) {
        int day = Positions.day(entry);
        boolean counts = entry.kind() == Entry.Kind.PAYMENT && day >= first && day <= last;
        if (counts && (promised == null || promised.currency().equals(entry.amount().currency()))) {
          paid += entry.amount().minor();
        }
      }
    }
    for (Fact.CreditHeld credit : book.credits()) {
      LocalDate on = credit.on();
      boolean counts = on != null && !on.isBefore(from) && !on.isAfter(until);
      if (counts && (promised == null || promised.currency().equals(credit.amount().currency()))) {
        paid += credit.amount().minor();
      }
    }
    return promised == null ? paid > 0 : paid >= promised.minor();
  }

  @Nullable LocalDate silentSince() {
    LocalDate since = unansweredSince;
    if (since == null) {
      return null;
    }
    boolean longAgo = !since.isAfter(asOf.minusDays(SILENCE_DAYS));
    return longAgo || attempts >= SILENCE_ATTEMPTS ? since : null;
  }

  Signals signals() {
    return new Signals(
        disputes,
        divisionClosed,
        petitions.peek(),
        List.copyOf(dismissed),
        insolvencyOpened,
        warnings,
        lastWarning,
        attempts,
        finalDemand,
        lastPromise);
  }
}
