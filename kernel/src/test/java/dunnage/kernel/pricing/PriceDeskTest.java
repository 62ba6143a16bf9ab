package dunnage.kernel.pricing;

import static dunnage.kernel.pricing.Facts.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dunnage.kernel.ledger.Entry;
import dunnage.kernel.money.Currency;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceDeskTest {

  private static final Currency EUR = Currency.of("EUR");

  private final Terms terms = new Terms();
  private final Facts facts = new Facts();

  @Test
  void a_fee_of_2_8_percent_on_75000_at_85_percent_for_38_days_costs_31_64_percent_a_year() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");
    CurrencyQuote quote = price(38);

    assertThat(quote.charge().total()).isEqualTo(money("2100.00"));
    assertThat(quote.cash()).isEqualTo(money("63750.00"));
    assertThat(quote.later()).isEqualTo(money("9150.00"));
    assertThat(quote.cost().simple() * 100).isCloseTo(31.64, within(.005));
    assertThat(quote.cost().effective() * 100).isCloseTo(36.52, within(.005));
  }

  @Test
  void charges_taken_up_front_make_the_same_money_dearer() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");
    terms.upFront = true;
    CurrencyQuote quote = price(38);

    assertThat(quote.cash()).isEqualTo(money("61650.00"));
    assertThat(quote.later()).isEqualTo(money("11250.00"));
    assertThat(quote.cost().simple()).isCloseTo(2100.0 / 61650 * 365 / 38, within(1e-12));
  }

  @Test
  void a_yearly_rate_is_taken_of_the_advance_for_the_days_it_is_out() {
    facts.invoice("1", "Meridian", 10, 38, "100000.00");
    terms.fee = new Fee(new BigDecimal("0.10"), Fee.On.ADVANCE, new Fee.Year(360));
    terms.adminRate = "0.005";
    CurrencyQuote quote = price(36);

    assertThat(quote.charge().interest()).isEqualTo(money("850.00"));
    assertThat(quote.charge().fees()).isEqualTo(money("500.00"));
  }

  @Test
  void fixed_costs_and_a_minimum_fee_bear_on_their_own_currency_only() {
    facts.invoice("1", "Meridian", 10, 38, "1000.00");
    facts.invoice("2", "Meridian", 10, 38, "1000.00 USD");
    terms.minimumFee = money("250.00");
    terms.perInvoice = money("5.00");
    terms.setup = money("100.00");
    terms.wire = money("15.00");

    assertThat(price(38).charge().fees()).isEqualTo(money("250.00"));
    assertThat(price(38).charge().costs()).isEqualTo(money("135.00"));
    CurrencyQuote usd = quote(38).in(Currency.of("USD"));
    assertThat(usd.charge().fees()).isEqualTo(money("28.00 USD"));
    assertThat(usd.charge().costs()).isEqualTo(money("0.00 USD"));
  }

  @Test
  void with_recourse_the_seller_pays_back_what_nobody_pays() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");

    Scenario never = scenario(Scenario.Kind.NEVER);
    assertThat(never.paysBack()).isEqualTo(money("65850.00"));
    assertThat(never.seller()).isEqualTo(money("-2100.00"));
    assertThat(price(38).lossTransferred()).isNull();
  }

  @Test
  void without_recourse_the_financier_bears_it_and_its_value_is_an_estimate() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");
    terms.recourse = false;
    assertThat(price(38).lossTransferred()).as("nothing was ever paid").isNull();
    facts.invoice("0", "Meridian", 80, -10, "1.00").entry(Entry.Kind.PAYMENT, "0", 12, "1.00");

    Scenario never = scenario(Scenario.Kind.NEVER);
    assertThat(never.paysBack()).isEqualTo(money("0.00"));
    assertThat(never.borne()).isEqualTo(money("65850.00"));
    assertThat(never.seller()).isEqualTo(money("63750.00"));
    double chance = quote(38).verdicts().getFirst().never();
    assertThat(price(38).lossTransferred().minor()).isEqualTo(Math.round(6_375_000 * chance));
  }

  @Test
  void a_debtor_who_pays_less_is_the_sellers_risk_also_without_recourse() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");
    terms.recourse = false;
    terms.advanceRate = "0.95";

    Scenario shortPaid = scenario(Scenario.Kind.SHORT_10);
    assertThat(shortPaid.received()).isEqualTo(money("67500.00"));
    assertThat(shortPaid.paysBack()).isEqualTo(money("5850.00"));
    assertThat(shortPaid.seller()).isEqualTo(money("65400.00"));
  }

  @Test
  void thirty_days_later_costs_more_where_the_fee_grows() {
    facts.invoice("1", "Meridian", 10, 38, "100000.00");
    terms.fee = new Fee(new BigDecimal("0.01"), Fee.On.INVOICE, new Fee.Period(30, false));

    assertThat(scenario(Scenario.Kind.IN_FULL).charge().total()).isEqualTo(money("2000.00"));
    assertThat(scenario(Scenario.Kind.LATE_30).charge().total()).isEqualTo(money("3000.00"));
    assertThat(scenario(Scenario.Kind.LATE_30).seller()).isEqualTo(money("97000.00"));
  }

  @Test
  void dilution_beyond_what_is_tolerated_lowers_the_advance_by_its_points() {
    facts.invoice("1", "Meridian", 10, 38, "80000.00");
    facts.invoice("2", "Meridian", 100, -40, "20000.00");
    facts.entry(Entry.Kind.CREDIT_NOTE, "2", 20, "8000.00");
    facts.entry(Entry.Kind.PAYMENT, "2", 20, "12000.00");
    terms.crossAging = "1";

    CurrencyQuote quote = price(38);
    assertThat(quote.base().dilution()).isCloseTo(.08, within(1e-9));
    assertThat(quote.advance()).isEqualTo(money("65600.00"));
  }

  @Test
  void a_reserve_and_a_limit_come_after_the_advance_rate() {
    facts.invoice("1", "Meridian", 10, 38, "100000.00");
    terms.reserveShare = "0.05";
    terms.limit = money("70000.00");

    assertThat(price(38).base().lines().stream().map(BaseLine::code))
        .containsExactly("gross", "eligible", "advance_rate", "reserve", "limit", "available");
    assertThat(price(38).advance()).isEqualTo(money("70000.00"));
  }

  @Test
  void an_empty_book_and_a_book_of_which_nothing_is_eligible_are_answers() {
    assertThat(quote(38).currencies()).isEmpty();

    facts.invoice("1", "Meridian", 400, -300, "75000.00");
    CurrencyQuote nothing = price(38);
    assertThat(nothing.taken()).isZero();
    assertThat(nothing.cash()).isEqualTo(money("0.00"));
    assertThat(nothing.cost()).isNull();
    assertThat(nothing.scenarios()).isEmpty();
    assertThat(quote(38).takes(quote(38).verdicts().getFirst())).isFalse();
  }

  @Test
  void the_days_are_each_receivables_forecast_unless_they_are_given() {
    for (int i = 1; i <= 12; i++) {
      facts.invoice("P" + i, "Meridian", 60 + 20 * i, -30 - 20 * i, "1000.00");
      facts.entry(Entry.Kind.PAYMENT, "P" + i, 20 + 20 * i, "1000.00"); // ten days late, always
    }
    facts.invoice("1", "Meridian", 10, 20, "75000.00");

    assertThat(price(null).days()).isCloseTo(30, within(1.0));
    assertThat(price(38).days()).isEqualTo(38);
    assertThatThrownBy(() -> price(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_cheapest_the_richest_and_the_safest_offer_are_told_apart() {
    facts.invoice("1", "Meridian", 10, 38, "75000.00");
    Financing cheap = terms.offer();
    terms.advanceRate = "0.9";
    terms.fee = new Fee(new BigDecimal("0.04"), Fee.On.INVOICE, new Fee.Once());
    Financing rich = terms.offer();
    terms.recourse = false;
    terms.advanceRate = "0.7";
    Financing safe = terms.offer();
    Pricing pricing = PriceDesk.price(facts.book(), Facts.DAY, List.of(rich, safe, cheap), 38);

    assertThat(pricing.cheapest(EUR).offer()).isSameAs(cheap);
    assertThat(pricing.mostCash(EUR).offer()).isSameAs(rich);
    assertThat(pricing.cheapestWithoutRecourse(EUR).offer()).isSameAs(safe);
  }

  private Scenario scenario(Scenario.Kind kind) {
    return price(38).scenarios().stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  private CurrencyQuote price(Integer days) {
    return quote(days).in(EUR);
  }

  private Quote quote(Integer days) {
    return PriceDesk.price(facts.book(), Facts.DAY, List.of(terms.offer()), days)
        .quotes()
        .getFirst();
  }
}
