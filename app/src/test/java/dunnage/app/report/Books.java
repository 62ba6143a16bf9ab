package dunnage.app.report;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Books to look at, assessed by the real risk desk.
final class Books {

  static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & \u202Eevil\u2069 \u0007";
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "CNY", "JPY", "RUB");

  private Books() {}

  /// Forty debtors in five currencies, some prompt, some late, one that stopped.
  static List<Fact> trading(long seed) {
    Random random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int d = 0; d < 40; d++) {
      Party debtor = new Party("D" + d, name(d), d % 2 == 0 ? "CN" : "RU");
      Currency currency = Currency.of(CURRENCIES.get(d % 5));
      for (int i = 0; i < 12; i++) {
        LocalDate issued = DAY.minusDays(400 - 30L * i + random.nextInt(20));
        Money amount = new Money(currency, 1_000 + random.nextInt(5_000_000));
        Deal deal = new Deal("SO-" + d, "balance", "O/A 60", null, null, Incoterm.FOB, false);
        Receivable r =
            new Receivable(
                "R" + d + "-" + i, debtor, issued, issued.plusDays(60), amount, deal, Origin.NONE);
        facts.add(new Fact.Issued(r));
        LocalDate paid = r.due().plusDays((d % 4) * 12 - 5 + random.nextInt(10));
        if (!(d % 7 == 0 && i > 6)) {
          facts.add(new Fact.Settled(r, new Entry(Entry.Kind.PAYMENT, paid, amount)));
        }
      }
    }
    return facts;
  }

  static List<Fact> hostile() {
    List<Fact> facts = new ArrayList<>();
    List<String> names = List.of(HOSTILE, "W".repeat(500), "شركة النور", "深圳市华强");
    for (int i = 0; i < names.size(); i++) {
      Party debtor = new Party("H" + i, names.get(i), "<b>");
      Money amount = Money.of(Currency.of("EUR"), new BigDecimal("98765432109.87"));
      Deal deal = new Deal("<i>", "</table>", "]]>", null, null, null, true);
      facts.add(
          new Fact.Issued(
              new Receivable(
                  "<u>" + i,
                  debtor,
                  DAY.minusDays(200),
                  DAY.minusDays(120),
                  amount,
                  deal,
                  Origin.NONE)));
    }
    facts.add(
        new Fact.BankReceipt(
            DAY.minusDays(3),
            Money.of(Currency.of("EUR"), BigDecimal.TEN),
            List.of("<script>", "-->"),
            HOSTILE,
            Origin.NONE));
    return facts;
  }

  static Assessment assess(List<Fact> facts) {
    return RiskDesk.assess(Book.of(facts), DAY, Settings.plain());
  }

  static Assessment inEuro(List<Fact> facts) {
    FxRates rates = new FxRates();
    for (String code : CURRENCIES) {
      if (!code.equals("EUR")) {
        rates.add(
            new FxRate(
                Currency.of("EUR"),
                Currency.of(code),
                new BigDecimal("8.25"),
                DAY.minusDays(1),
                "ECB"));
      }
    }
    return RiskDesk.assess(Book.of(facts), DAY, new Settings(Currency.of("EUR"), rates));
  }

  private static String name(int d) {
    return switch (d % 3) {
      case 0 -> "深圳市华强跨境电商有限公司 " + d;
      case 1 -> "ООО «Северный Шаг» " + d;
      default -> "Aldwick & Moor " + d;
    };
  }
}
