package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.pricing.EarlyPayment;
import dunnage.kernel.pricing.Fee;
import dunnage.kernel.pricing.Financing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferSheetTest {

  private static final String NEEDED = "advance-rate: 85%\nfee: 2.8%\n";

  @TempDir Path folder;

  @Test
  void terms_are_read_as_a_person_writes_them() throws IOException {
    Financing offer =
        financing(
            """
            # offer of 28 March
            Financier: Northbank   # by telephone
            advance rate: 85 %
            FEE: 3% per 30 days prorated

            minimum_fee: EUR 250.00
            recourse: no
            affiliates: C1, C2
            affiliates: C3
            contra: Old Boots Ltd 1200.00 EUR
            """);

    assertThat(offer.name()).isEqualTo("Northbank");
    assertThat(offer.advanceRate()).isEqualByComparingTo("0.85");
    assertThat(offer.charges().fee().per()).isEqualTo(new Fee.Period(30, true));
    assertThat(offer.charges().minimumFee()).hasToString("250.00 EUR");
    assertThat(offer.recourse()).isFalse();
    assertThat(offer.rules().affiliates().written()).containsExactly("C1", "C2", "C3");
    assertThat(offer.pool().contra().get("old boots ltd")).hasToString("[1200.00 EUR]");
  }

  @Test
  void what_the_terms_do_not_say_stands_at_the_convention_and_is_told() throws IOException {
    OfferReading reading = reading(NEEDED);

    assertThat(reading.assumed())
        .containsExactly(
            "at most 90 days from the invoice",
            "60 days past due",
            "cross-aging above 50 %",
            "dilution up to 5 %",
            "recourse 90 days past due");
    assertThat(reading(NEEDED + "cross-aging: 25%\nrecourse: no\n").assumed())
        .containsExactly(
            "at most 90 days from the invoice", "60 days past due", "dilution up to 5 %");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"85", "0.85", ".85", "eighty", "-85%", "185%", "85%%", "8 5%", "", "NaN%"})
  void a_share_without_a_percent_sign_or_out_of_reach_is_refused(String share) throws IOException {
    assertThat(reading("advance-rate: " + share + "\nfee: 2%").problems())
        .singleElement()
        .asString()
        .startsWith("bank.txt line 1: advance-rate ")
        .endsWith("; write it like advance-rate: 85%.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "advance_rat: 85% | “advance_rat” is no key; the nearest is advance-rate.",
        "cross aging %: 5% | “cross aging %” is no key; the nearest is cross-aging.",
        "hello | “hello” is no line like advance-rate: 85%.",
        "setup: 1,500 EUR | is no amount with its currency",
        "setup: 1500 | is no amount with its currency",
        "setup: 15.005 EUR | has more digits than EUR has",
        "setup: 15 DOL | is in DOL, which is no ISO 4217 currency",
        "setup: -15 EUR | is no amount with its currency",
        "max-days-from-invoice: 0 | is not a number of days from 1 to 3650",
        "max-days-past-due: 1e3 | is not a number of days from 0 to 3650",
        "recourse: perhaps | is neither “yes” nor “no”",
        "currencies: EUR, DOLLAR | names no ISO 4217 currency",
        "concentration: 0% | must be more than 0 %",
        "contra: C3 | is no debtor with an amount",
        "early: 2% 10 net 30 | does not go with early",
        "fee: 3% | fee stands already at bank.txt line 2",
      })
  void what_is_wrong_is_told_with_its_line(String line, String said) throws IOException {
    assertThat(String.join("\n", reading(NEEDED + line).problems()))
        .contains("bank.txt")
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.8% | Once[]",
        "2,8% once | Once[]",
        "3% per 30 days | Period[days=30, prorated=false]",
        "3% per 15 days, prorated | Period[days=15, prorated=true]",
        "9.5% a year | Year[days=365]",
        "9.5% per year of 360 days | Year[days=360]",
      })
  void a_fee_says_how_it_grows(String fee, String per) throws IOException {
    assertThat(financing("advance-rate: 85%\nfee: " + fee).charges().fee().per()).hasToString(per);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2% 10 net 30", "2/10 net 30", "2 % 10, net 30"})
  void a_discount_for_early_payment_needs_no_financier(String written) throws IOException {
    EarlyPayment early = (EarlyPayment) reading("early: " + written).offer();

    assertThat(early.rate()).isEqualByComparingTo("0.02");
    assertThat(List.of(early.inDays(), early.netDays())).containsExactly(10, 30);
  }

  @Test
  void an_option_replaces_a_line_and_is_named_where_it_is_wrong() throws IOException {
    OfferSheet sheet = sheet(NEEDED);
    Financing offer = (Financing) sheet.set("--fee", "fee", "4%").reading().offer();
    assertThat(offer.charges().fee().rate()).isEqualByComparingTo("0.04");

    assertThat(sheet(NEEDED).set("--fee", "fee", "4").reading().problems())
        .containsExactly(
            "--fee 4 has no percent sign, and is not guessed at; write it like --fee \"2.8%\".");
    assertThat(OfferSheet.ofOptions("The offer").set("--fee", "fee", "4%").reading().problems())
        .containsExactly("The offer: advance-rate is missing; add --advance-rate \"85%\".");
  }

  @Test
  void hostile_files_are_refused_with_a_sentence_and_cannot_draw_on_the_terminal()
      throws IOException {
    Path binary = java.nio.file.Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, 0});
    assertThat(OfferSheet.of(binary, "b").reading().problems().getFirst()).contains("not UTF-8");
    assertThat(OfferSheet.of(folder, "f").reading().problems().getFirst()).contains("text file");
    assertThat(OfferSheet.of(folder.resolve("none"), "n").reading().offer()).isNull();
    assertThat(String.join("", reading("\u001b[31mx: y\nfee: \u001b[2J").problems()))
        .doesNotContain("\u001b");
    assertThat(reading("x: y\n".repeat(50_000)).problems()).hasSize(21);
    assertThat(reading("x".repeat(200_000) + ": y").problems().getFirst()).hasSizeLessThan(200);
  }

  private Financing financing(String text) throws IOException {
    OfferReading reading = reading(text);
    assertThat(reading.problems()).isEmpty();
    return (Financing) reading.offer();
  }

  private OfferReading reading(String text) throws IOException {
    return sheet(text).reading();
  }

  private OfferSheet sheet(String text) throws IOException {
    Path file = java.nio.file.Files.writeString(folder.resolve("bank.txt"), text);
    return OfferSheet.of(file, "bank.txt");
  }
}
