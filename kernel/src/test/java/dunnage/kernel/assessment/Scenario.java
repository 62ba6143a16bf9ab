package dunnage.kernel.assessment;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Facts in plain words, one a line, as the methodology pages write them:
///
/// ```
/// as of 2026-03-31
/// invoice A1 Aster 2025-12-01 due 2025-12-31 1000.00 EUR [disputed]
/// paid A1 2026-01-05 400.00        credited, written-off likewise; the day `undated` is none
/// noted Aster 2026-02-01 promise [until 2026-02-10 [500.00 EUR]]
/// ordered Aster 2026-02-01 O-1 500.00 EUR
/// held Aster 2026-02-01 50.00 EUR
/// ```
final class Scenario {

  LocalDate asOf = LocalDate.MAX;
  final List<Fact> facts = new ArrayList<>();
  private final Map<String, Currency> currencies = new HashMap<>();

  static Scenario of(String text) {
    Scenario scenario = new Scenario();
    text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(scenario::read);
    return scenario;
  }

  Book book() {
    return Book.of(facts);
  }

  Assessment assess() {
    return RiskDesk.assess(book(), asOf, Settings.plain());
  }

  DebtorLine only() {
    List<DebtorLine> debtors = assess().debtors();
    if (debtors.size() != 1) {
      throw new AssertionError("one debtor expected: " + debtors);
    }
    return debtors.getFirst();
  }

  private void read(String line) {
    String[] w = line.split(" +");
    switch (w[0]) {
      case "as" -> asOf = LocalDate.parse(w[2]);
      case "invoice" -> invoice(w);
      case "paid" -> entry(Entry.Kind.PAYMENT, w);
      case "credited" -> entry(Entry.Kind.CREDIT_NOTE, w);
      case "written-off" -> entry(Entry.Kind.WRITE_OFF, w);
      case "noted" -> noted(w);
      case "ordered" ->
          facts.add(
              new Fact.Ordered(
                  party(w[1]), LocalDate.parse(w[2]), money(w[4], w[5]), w[3], Origin.NONE));
      case "held" ->
          facts.add(
              new Fact.CreditHeld(
                  party(w[1]), LocalDate.parse(w[2]), money(w[3], w[4]), "", Origin.NONE));
      default -> throw new IllegalArgumentException("no such fact: " + line);
    }
  }

  private void invoice(String[] w) {
    currencies.put(w[1], Currency.of(w[7]));
    Deal deal =
        w.length > 8 ? new Deal("", "", "", null, null, null, w[8].equals("disputed")) : null;
    facts.add(
        new Fact.Issued(
            new Receivable(
                w[1],
                party(w[2]),
                LocalDate.parse(w[3]),
                LocalDate.parse(w[5]),
                money(w[6], w[7]),
                deal,
                Origin.NONE)));
  }

  private void entry(Entry.Kind kind, String[] w) {
    LocalDate on = w[2].equals("undated") ? null : LocalDate.parse(w[2]);
    Money amount = Money.of(currencies.get(w[1]), new BigDecimal(w[3]));
    facts.add(new Fact.Remitted(w[1], "", new Entry(kind, on, amount), Origin.NONE));
  }

  private void noted(String[] w) {
    Event event = Event.valueOf(w[3].toUpperCase(Locale.ROOT));
    LocalDate until = w.length > 5 ? LocalDate.parse(w[5]) : null;
    Money amount = w.length > 7 ? money(w[6], w[7]) : null;
    facts.add(
        new Fact.Noted(party(w[1]), LocalDate.parse(w[2]), event, "", amount, until, Origin.NONE));
  }

  private static Party party(String name) {
    return new Party(name, name, "");
  }

  private static Money money(String amount, String currency) {
    return Money.of(Currency.of(currency), new BigDecimal(amount));
  }
}
