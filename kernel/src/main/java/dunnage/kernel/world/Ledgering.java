package dunnage.kernel.world;

import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down what happens to one debtor, and notices the first default. Days are epoch days.
final class Ledgering {

  /// Never paid.
  static final long NEVER = Long.MAX_VALUE;

  private static final Currency CURRENCY = Currency.of("USD");

  private final List<Fact> facts = new ArrayList<>();
  private final Party debtor;
  private int receivables;
  private int orders;
  private long firstDefaultDue = NEVER;

  Ledgering(Party debtor) {
    this.debtor = debtor;
  }

  String order(long on, long amount, boolean known) {
    String number = debtor.id() + "-O" + ++orders;
    if (known) {
      facts.add(new Fact.Ordered(debtor, day(on), money(amount), number, Origin.NONE));
    }
    return number;
  }

  /// A receivable with one payment, or two where a part is held back.
  ///
  /// @param paid day of the first payment, [#NEVER] if none
  /// @param rest amount held back at first, 0 if none
  /// @param restPaid day of the second payment, [#NEVER] if none
  void receivable(
      String order,
      String part,
      long issued,
      long due,
      long amount,
      long paid,
      long rest,
      long restPaid) {
    Deal deal = part.isEmpty() ? null : new Deal(order, part, "", null, null, null, false);
    Receivable receivable =
        new Receivable(
            debtor.id() + "-" + ++receivables,
            debtor,
            day(issued),
            day(due),
            money(amount),
            deal,
            Origin.NONE);
    facts.add(new Fact.Issued(receivable));
    if (paid != NEVER) {
      pay(receivable, paid, amount - rest);
    }
    if (rest > 0 && restPaid != NEVER) {
      pay(receivable, restPaid, rest);
    }
    long last =
        paid == NEVER || (rest > 0 && restPaid == NEVER) ? NEVER : rest > 0 ? restPaid : paid;
    if (last == NEVER || last - due > Truth.DEFAULT_DAYS) {
      firstDefaultDue = Math.min(firstDefaultDue, due);
    }
  }

  void note(long on, Event event, String words, @Nullable Long amount, @Nullable Long until) {
    facts.add(
        new Fact.Noted(
            debtor,
            day(on),
            event,
            words,
            amount == null ? null : money(amount),
            until == null ? null : day(until),
            Origin.NONE));
  }

  @Nullable LocalDate firstDefault() {
    return firstDefaultDue == NEVER ? null : day(firstDefaultDue);
  }

  List<Fact> facts() {
    return facts;
  }

  private void pay(Receivable receivable, long on, long amount) {
    facts.add(new Fact.Settled(receivable, new Entry(Entry.Kind.PAYMENT, day(on), money(amount))));
  }

  static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  private static Money money(long minor) {
    return new Money(CURRENCY, minor);
  }
}
