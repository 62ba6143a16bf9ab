package dunnage.kernel.pricing;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A small book while a test writes it. The day is 2026-03-31; days are told from there.
final class Facts {

  static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  final List<Fact> facts = new ArrayList<>();

  /// Issued so many days ago, due in so many days (negative: late).
  Facts invoice(String number, String debtor, int issuedAgo, int dueIn, String amount) {
    return invoice(number, debtor, "", "", issuedAgo, dueIn, money(amount));
  }

  Facts invoice(
      String number,
      String debtor,
      String country,
      String part,
      int issuedAgo,
      int dueIn,
      Money amount) {
    Deal deal = part.isEmpty() ? null : new Deal("O", part, "", null, null, null, false);
    facts.add(
        new Fact.Issued(
            new Receivable(
                number,
                new Party(debtor, debtor, country),
                DAY.minusDays(issuedAgo),
                DAY.plusDays(dueIn),
                amount,
                deal,
                Origin.NONE)));
    return this;
  }

  Facts entry(Entry.Kind kind, String number, int ago, String amount) {
    Entry entry = new Entry(kind, DAY.minusDays(ago), money(amount));
    facts.add(new Fact.Remitted(number, "", entry, Origin.NONE));
    return this;
  }

  Facts credit(String debtor, int ago, String amount) {
    facts.add(
        new Fact.CreditHeld(party(debtor), DAY.minusDays(ago), money(amount), "", Origin.NONE));
    return this;
  }

  Facts noted(String debtor, Event event, String words, String amount) {
    facts.add(
        new Fact.Noted(
            party(debtor),
            DAY.minusDays(10),
            event,
            words,
            amount.isEmpty() ? null : money(amount),
            null,
            Origin.NONE));
    return this;
  }

  Book book() {
    return Book.of(facts);
  }

  /// `12.50` is EUR, `12.50 USD` is not.
  static Money money(String amount) {
    String[] words = amount.split(" ");
    Currency currency = Currency.of(words.length > 1 ? words[1] : "EUR");
    return Money.of(currency, new BigDecimal(words[0]));
  }

  private static Party party(String debtor) {
    return new Party(debtor, debtor, "");
  }
}
