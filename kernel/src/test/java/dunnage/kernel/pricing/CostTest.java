package dunnage.kernel.pricing;

import static dunnage.kernel.pricing.Facts.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dunnage.kernel.money.Currency;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void five_percent_at_60_net_90_costs_86_7_percent_a_year_compounded() {
    AnnualCost cost = early("0.05", false, 60, 90).asWritten();

    assertThat(cost.effective() * 100).isCloseTo(86.7, within(.05));
    assertThat(cost.simple() * 100).isCloseTo(64.04, within(.005));
  }

  @Test
  void two_percent_at_10_net_30_costs_37_percent_a_year() {
    assertThat(early("0.02", false, 10, 30).asWritten().simple() * 100)
        .isCloseTo(37.24, within(.005));
  }

  @Test
  void a_yearly_discount_is_the_rate_times_days_paid_early_over_365() {
    EarlyPayment offer = early("0.08", true, 5, null);

    assertThat(offer.discount(money("10000.00"), 30)).isEqualTo(money("65.75"));
    assertThat(offer.discount(money("10000.00"), 0)).isEqualTo(money("0.00"));
    assertThat(offer.discount(money("10000.00"), -9)).isEqualTo(money("0.00"));
    assertThat(offer.asWritten()).isNull();
  }

  @Test
  void only_debtors_who_would_pay_later_and_are_not_due_are_asked_to_pay_early() {
    Facts facts = new Facts();
    facts.invoice("soon", "A", 25, 5, "100.00").invoice("late", "B", 60, -30, "100.00");
    facts.invoice("asked", "C", 2, 40, "1000.00");
    Quote quote =
        PriceDesk.price(facts.book(), Facts.DAY, List.of(early("0.02", false, 10, 30)), 40)
            .quotes()
            .getFirst();
    CurrencyQuote eur = quote.in(Currency.of("EUR"));

    assertThat(eur.taken()).isEqualTo(1);
    assertThat(eur.cash()).isEqualTo(money("980.00"));
    assertThat(eur.cashInDays()).isEqualTo(10);
    assertThat(eur.days()).isEqualTo(30);
    assertThat(eur.cost().simple()).isCloseTo(20.0 / 980 * 365 / 30, within(1e-12));
    assertThat(quote.verdicts().stream().map(Verdict::reason))
        .containsExactly(Ineligible.DUE_BEFORE, Ineligible.DUE_BEFORE, null);
  }

  @Test
  void a_period_is_due_when_it_begins_or_by_the_day_after_the_first() {
    Fee begun = new Fee(BigDecimal.ONE, Fee.On.INVOICE, new Fee.Period(30, false));
    Fee prorated = new Fee(BigDecimal.ONE, Fee.On.INVOICE, new Fee.Period(30, true));

    assertThat(begun.times(1)).isEqualByComparingTo("1");
    assertThat(begun.times(30)).isEqualByComparingTo("1");
    assertThat(begun.times(31)).isEqualByComparingTo("2");
    assertThat(prorated.times(10)).isEqualByComparingTo("1");
    assertThat(prorated.times(45)).isEqualByComparingTo("1.5");
  }

  @Test
  void no_cash_or_no_time_has_no_rate() {
    assertThat(AnnualCost.of(money("1.00"), money("0.00"), 30)).isNull();
    assertThat(AnnualCost.of(money("1.00"), money("-5.00"), 30)).isNull();
    assertThat(AnnualCost.of(money("1.00"), money("5.00"), 0)).isNull();
    assertThat(AnnualCost.of(money("0.00"), money("5.00"), 30).simple()).isZero();
  }

  private static EarlyPayment early(String rate, boolean annual, int in, Integer net) {
    return new EarlyPayment("early", new BigDecimal(rate), annual, in, net);
  }
}
