package dunnage.kernel.pricing;

import static dunnage.kernel.pricing.Facts.money;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EligibilityTest {

  private final Terms terms = new Terms();
  private final Facts facts = new Facts();

  @Test
  void age_is_counted_from_the_invoice_and_from_the_due_date() {
    terms.crossAging = "1";
    facts.invoice("90", "A", 90, -60, "1.00").invoice("91", "A", 91, 30, "1.00");
    facts.invoice("61", "A", 80, -61, "1.00").invoice("both", "A", 200, -100, "1.00");

    assertThat(reasons("90")).isEmpty();
    assertThat(reasons("91")).containsExactly(Ineligible.OLD_FROM_INVOICE);
    assertThat(reasons("61")).containsExactly(Ineligible.OLD_PAST_DUE);
    assertThat(reasons("both"))
        .containsExactly(Ineligible.OLD_FROM_INVOICE, Ineligible.OLD_PAST_DUE);
  }

  @Test
  void an_account_is_out_when_more_than_the_share_of_it_is_old() {
    facts.invoice("old", "A", 200, -100, "50.00").invoice("new", "A", 10, 20, "50.00");
    assertThat(reasons("new")).isEmpty();

    facts.invoice("little", "A", 201, -101, "0.01");
    assertThat(reasons("new")).containsExactly(Ineligible.CROSS_AGED);
    terms.crossAging = "0.6";
    assertThat(reasons("new")).isEmpty();
  }

  @Test
  void one_old_account_does_not_bear_on_another_debtor_or_currency() {
    facts.invoice("old", "A", 200, -100, "50.00").invoice("other", "B", 10, 20, "50.00");
    facts.invoice("dollars", "A", 10, 20, "50.00 USD");

    assertThat(reasons("other")).isEmpty();
    assertThat(reasons("dollars")).isEmpty();
  }

  @Test
  void an_invoice_is_never_financed_twice() {
    facts.invoice("INV-7", "A", 10, 20, "50.00").invoice("INV-7", "A", 10, 20, "50.00");
    facts.invoice("inv 7", "A", 10, 20, "50.00").invoice("INV-7", "B", 10, 20, "50.00");

    assertThat(reasons("INV-7 (2)")).containsExactly(Ineligible.DUPLICATE);
    assertThat(reasons("inv 7")).containsExactly(Ineligible.DUPLICATE);
    assertThat(quote().verdicts().stream().filter(Verdict::eligible)).hasSize(2);
  }

  @Test
  void a_paid_invoice_is_not_financed_again_under_its_number() {
    facts.invoice("INV-7", "A", 20, 10, "50.00").entry(Entry.Kind.PAYMENT, "INV-7", 5, "50.00");
    facts.invoice("INV-7", "A", 10, 20, "60.00");

    assertThat(reasons("INV-7 (2)")).containsExactly(Ineligible.DUPLICATE);
  }

  @Test
  void the_parts_of_an_order_are_no_duplicates() {
    facts.invoice("INV-7", "A", "", "deposit", 10, 20, money("30.00"));
    facts.invoice("INV-7", "A", "", "balance", 10, 50, money("70.00"));

    assertThat(quote().verdicts()).allMatch(Verdict::eligible);
  }

  @Test
  void a_dispute_bears_on_what_it_names_on_its_amount_or_on_the_account() {
    facts.invoice("INV-1", "A", 10, 20, "50.00").invoice("INV-2", "A", 10, 20, "50.00");
    facts.noted("A", Event.DISPUTE_OPENED, "INV-2 arrived wet", "");
    assertThat(reasons("INV-1")).isEmpty();
    assertThat(reasons("INV-2")).containsExactly(Ineligible.DISPUTED);

    facts.invoice("INV-3", "B", 10, 20, "50.00");
    facts.noted("B", Event.DISPUTE_OPENED, "some boots are missing", "20.00");
    assertThat(reasons("INV-3")).isEmpty();
    assertThat(eur("disputed_amounts")).isEqualTo(money("-20.00"));

    facts.invoice("INV-4", "C", 10, 20, "50.00").noted("C", Event.DISPUTE_OPENED, "angry", "");
    assertThat(reasons("INV-4")).containsExactly(Ineligible.DISPUTED);
    facts.noted("C", Event.DISPUTE_CLOSED, "", "");
    assertThat(reasons("INV-4")).isEmpty();
    terms.takesDisputed = true;
    assertThat(quote().verdicts()).allMatch(Verdict::eligible);
  }

  @Test
  void an_amount_without_a_currency_is_in_the_debtors_only_one() {
    facts.invoice("1", "A", 10, 20, "50.00");
    facts.noted("A", Event.DISPUTE_OPENED, "wet cartons", "20.00 XXX").credit("A", 5, "4.00 XXX");
    assertThat(eur("disputed_amounts")).isEqualTo(money("-20.00"));
    assertThat(eur("credits")).isEqualTo(money("-4.00"));

    facts.invoice("2", "A", 10, 20, "50.00 USD");
    assertThat(reasons("1")).containsExactly(Ineligible.DISPUTED);
    assertThat(reasons("2")).containsExactly(Ineligible.DISPUTED);
  }

  @Test
  void insolvency_is_read_from_the_book_and_from_the_terms() {
    facts.invoice("1", "A", 10, 20, "50.00").invoice("2", "B", 10, 20, "50.00");
    facts.noted("A", Event.INSOLVENCY_PETITION, "", "");
    terms.insolvent = Names.of(List.of(" b "));

    assertThat(reasons("1")).containsExactly(Ineligible.INSOLVENT);
    assertThat(reasons("2")).containsExactly(Ineligible.INSOLVENT);
  }

  @Test
  void every_other_rule_has_its_reason() {
    facts.invoice("affiliate", "A", 10, 20, "500.00").invoice("state", "B", 10, 20, "500.00");
    facts.invoice("abroad", "C", "RU", "", 10, 20, money("500.00"));
    facts.invoice("unknown", "D", 10, 20, "500.00");
    facts.invoice("long", "E", "DE", "", 10, 120, money("500.00"));
    facts.invoice("small", "E", "DE", "", 10, 20, money("99.99"));
    facts.invoice("dollars", "E", "DE", "", 10, 20, money("500.00 USD"));
    facts.invoice("pledged", "E", "DE", "", 10, 20, money("500.00"));
    facts.invoice("undelivered", "E", "DE", "", 10, 20, money("500.00"));
    facts.invoice("uninsured", "F", "DE", "", 10, 20, money("500.00"));
    terms.affiliates = Names.of(List.of("A"));
    terms.government = Names.of(List.of("B"));
    terms.onlyCountries = Set.of("de");
    terms.currencies = Set.of(Currency.of("EUR"));
    terms.maxTermsDays = 90;
    terms.minimumInvoices = List.of(money("100.00"));
    terms.assigned = Names.of(List.of("PLEDGED"));
    terms.insuredOnly = Names.of(List.of("A", "B", "C", "D", "E"));
    terms.deliveredOnly =
        Names.of(
            List.of(
                "affiliate",
                "state",
                "abroad",
                "unknown",
                "long",
                "small",
                "dollars",
                "pledged",
                "uninsured"));

    assertThat(reasons("affiliate")).containsExactly(Ineligible.AFFILIATE, Ineligible.COUNTRY);
    assertThat(reasons("state")).containsExactly(Ineligible.GOVERNMENT, Ineligible.COUNTRY);
    assertThat(reasons("abroad")).containsExactly(Ineligible.COUNTRY);
    assertThat(reasons("unknown")).containsExactly(Ineligible.COUNTRY);
    assertThat(reasons("long")).containsExactly(Ineligible.TERMS_TOO_LONG);
    assertThat(reasons("small")).containsExactly(Ineligible.TOO_SMALL);
    assertThat(reasons("dollars")).containsExactly(Ineligible.CURRENCY);
    assertThat(reasons("pledged")).containsExactly(Ineligible.ASSIGNED);
    assertThat(reasons("undelivered")).containsExactly(Ineligible.NOT_DELIVERED);
    assertThat(reasons("uninsured")).containsExactly(Ineligible.NOT_INSURED);
  }

  @Test
  void contra_takes_the_lower_of_what_is_owed_either_way() {
    facts.invoice("1", "A", 10, 20, "50.00").invoice("2", "B", 10, 20, "50.00");
    terms.contra.put("a", List.of(money("80.00")));
    terms.contra.put("B", List.of(money("20.00"), money("7.00 USD")));

    assertThat(eur("contra")).isEqualTo(money("-70.00"));
    assertThat(reasons("1")).containsExactly(Ineligible.SET_OFF);
    assertThat(reasons("2")).isEmpty();
  }

  @Test
  void credits_in_prior_are_added_back_unless_they_are_netted() {
    terms.crossAging = "1";
    facts.invoice("old", "A", 200, -100, "50.00").invoice("new", "A", 10, 20, "100.00");
    facts.credit("A", 150, "30.00");

    assertThat(eur("eligible")).isEqualTo(money("70.00"));
    terms.creditsNetted = true;
    assertThat(eur("eligible")).isEqualTo(money("100.00"));
  }

  @Test
  void what_an_offer_names_and_the_book_does_not_have_is_told() {
    facts.invoice("1", "A", 10, 20, "50.00");
    terms.affiliates = Names.of(List.of("a", "Nobody GmbH"));
    terms.assigned = Names.of(List.of("1", "99"));

    assertThat(quote().unknownNames()).containsExactly("99", "Nobody GmbH");
  }

  private Money eur(String line) {
    return quote().in(Currency.of("EUR")).base().lines().stream()
        .filter(l -> l.code().equals(line))
        .map(BaseLine::amount)
        .findFirst()
        .orElseThrow();
  }

  private List<Ineligible> reasons(String number) {
    return quote().verdicts().stream()
        .filter(v -> v.receivable().number().equals(number))
        .findFirst()
        .orElseThrow()
        .reasons();
  }

  private Quote quote() {
    return PriceDesk.price(facts.book(), Facts.DAY, List.of(terms.offer()), 30).quotes().getFirst();
  }
}
