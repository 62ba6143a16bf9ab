package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Disputes of one debtor that are open at the end of a day. One that names a receivable bears on
/// it alone; one with an amount takes that much of the account; one that tells neither, or an
/// amount of which the currency cannot be told, takes the whole account. The oldest is closed
/// first.
final class Disputes {

  private static final int FEWEST_CHARS = 3;

  private final Set<String> named = new HashSet<>();
  private final Amounts amounts = new Amounts();
  private boolean wholeAccount;

  Disputes(DebtorBook book, LocalDate asOf) {
    StatedCurrency currency = new StatedCurrency(book);
    for (Fact.Noted note : open(book, asOf)) {
      if (names(book, note.words())) {
        continue;
      }
      Money amount = note.amount() == null ? null : currency.of(note.amount());
      if (amount == null) {
        wholeAccount = true;
      } else {
        amounts.add(amount);
      }
    }
  }

  /// Whether the receivable is disputed: by its own mark, by name, or with the whole account.
  boolean bearOn(Receivable receivable) {
    return wholeAccount || receivable.disputed() || named.contains(receivable.number());
  }

  /// Amounts in dispute that name no receivable.
  Amounts amounts() {
    return amounts;
  }

  private static Deque<Fact.Noted> open(DebtorBook book, LocalDate asOf) {
    Deque<Fact.Noted> open = new ArrayDeque<>();
    for (Fact.Noted note : book.notes()) {
      if (note.on().isAfter(asOf)) {
        continue;
      }
      if (note.event() == Event.DISPUTE_OPENED) {
        open.add(note);
      } else if (note.event() == Event.DISPUTE_CLOSED) {
        open.poll();
      }
    }
    return open;
  }

  private boolean names(DebtorBook book, String words) {
    boolean any = false;
    for (Account account : book.accounts()) {
      String number = account.receivable().number();
      if (number.length() >= FEWEST_CHARS && words.contains(number)) {
        named.add(number);
        any = true;
      }
    }
    return any;
  }
}
