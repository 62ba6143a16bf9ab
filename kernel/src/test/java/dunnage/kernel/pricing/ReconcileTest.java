package dunnage.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever the book and the terms: every figure reconciles to the smallest unit.
class ReconcileTest {

  private static final long SEED = 20_260_331;

  @Test
  void every_base_reconciles_and_every_scenario_conserves_money() {
    Random random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      String where = "seed " + SEED + " round " + round;
      Integer days = random.nextBoolean() ? random.nextInt(1, 120) : null;
      Financing offer = terms(random).offer();
      Pricing pricing = PriceDesk.price(facts(random).book(), Facts.DAY, List.of(offer), days);
      Quote quote = pricing.quotes().getFirst();
      for (CurrencyQuote here : quote.currencies()) {
        baseReconciles(quote, here, where);
        assertThat(here.advance().minor())
            .as(where)
            .isLessThanOrEqualTo(
                new BigDecimal(here.base().counted().minor())
                    .multiply(offer.advanceRate())
                    .longValue());
        here.scenarios().forEach(s -> scenarioConserves(here, s, where));
      }
      neverTwice(quote, where);
    }
  }

  private static void baseReconciles(Quote quote, CurrencyQuote here, String where) {
    Money running = here.base().gross();
    for (BaseLine line : here.base().lines()) {
      running = line.subtotal() ? running : running.plus(line.amount());
      assertThat(line.running()).as(where + " " + line).isEqualTo(running);
      assertThat(line.subtotal() || line.amount().signum() < 0).as(where + " " + line).isTrue();
      assertThat(line.running().signum()).as(where).isNotNegative();
    }
    assertThat(running).as(where).isEqualTo(here.base().available());
    for (BaseLine line : here.base().lines()) {
      if (!line.subtotal() && line.receivables() > 0) {
        Money sum = Money.zero(here.currency());
        int count = 0;
        for (Verdict verdict : quote.verdicts()) {
          Ineligible reason = verdict.reason();
          if (verdict.open().currency().equals(here.currency())
              && reason != null
              && reason.code().equals(line.code())) {
            sum = sum.plus(verdict.open());
            count++;
          }
        }
        assertThat(sum.negated()).as(where + " " + line).isEqualTo(line.amount());
        assertThat(count).as(where + " " + line).isEqualTo(line.receivables());
      }
    }
  }

  /// What the debtors paid and what the financier bears is what seller and financier have.
  private static void scenarioConserves(CurrencyQuote here, Scenario scenario, String where) {
    Money shares =
        scenario.split().shares().stream()
            .map(s -> s.paid())
            .reduce(Money.zero(here.currency()), Money::plus)
            .plus(scenario.split().rest());
    assertThat(shares).as(where).isEqualTo(scenario.received());
    assertThat(scenario.seller().plus(scenario.charge().total()).minus(scenario.borne()))
        .as(where + " " + scenario)
        .isEqualTo(scenario.received());
  }

  private static void neverTwice(Quote quote, String where) {
    Set<String> taken = new HashSet<>();
    for (Verdict verdict : quote.verdicts()) {
      if (verdict.eligible()) {
        String invoice =
            verdict.receivable().debtor().id()
                + "|"
                + verdict.receivable().number().replaceFirst(" \\(\\d+\\)$", "");
        assertThat(taken.add(invoice)).as(where + " " + invoice).isTrue();
      }
    }
  }

  private static Facts facts(Random random) {
    Facts facts = new Facts();
    int size = random.nextInt(40);
    for (int i = 0; i < size; i++) {
      String number = "N" + random.nextInt(30);
      int ago = random.nextInt(160);
      String amount = BigDecimal.valueOf(random.nextInt(1, 900_000), 2).toPlainString();
      String currency = random.nextInt(4) == 0 ? " USD" : " EUR";
      facts.invoice(number, "D" + random.nextInt(8), ago, 60 - ago, amount + currency);
      if (random.nextInt(3) == 0) {
        Entry.Kind kind = Entry.Kind.values()[random.nextInt(3)];
        facts.entry(kind, number, random.nextInt(100), "10.00" + currency);
      }
    }
    for (int i = 0; i < 3; i++) {
      facts.credit("D" + random.nextInt(8), random.nextInt(200), random.nextInt(1, 3_000) + ".00");
    }
    facts.noted("D1", Event.DISPUTE_OPENED, "", random.nextBoolean() ? "100.00" : "");
    return facts;
  }

  private static Terms terms(Random random) {
    Terms terms = new Terms();
    terms.advanceRate = BigDecimal.valueOf(random.nextInt(1, 101), 2).toString();
    terms.upFront = random.nextBoolean();
    terms.recourse = random.nextBoolean();
    terms.crossAging = BigDecimal.valueOf(random.nextInt(101), 2).toString();
    terms.concentration = random.nextBoolean() ? "0.2" : null;
    terms.ofCappedPool = random.nextBoolean();
    terms.creditsNetted = random.nextBoolean();
    terms.adminRate = "0.0033";
    terms.reserveShare = random.nextBoolean() ? "0.033" : null;
    terms.reserve = random.nextBoolean() ? Facts.money("500.00") : null;
    terms.limit = random.nextBoolean() ? Facts.money("9000.00") : null;
    terms.perInvoice = Facts.money("1.50");
    terms.minimumFee = Facts.money("40.00");
    terms.contra.put("D3", List.of(Facts.money("1234.56")));
    terms.fee = fee(random);
    return terms;
  }

  private static Fee fee(Random random) {
    Fee.Per per =
        switch (random.nextInt(4)) {
          case 0 -> new Fee.Once();
          case 1 -> new Fee.Period(30, true);
          case 2 -> new Fee.Period(10, false);
          default -> new Fee.Year(360);
        };
    Fee.On on = random.nextBoolean() ? Fee.On.INVOICE : Fee.On.ADVANCE;
    return new Fee(BigDecimal.valueOf(random.nextInt(300), 4), on, per);
  }
}
