package dunnage.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermsTextTest {

  /// One line is one wording and its parts: percent, label, method, clock, days.
  private static final String WORDINGS =
      """
      30% T/T in advance, 70% before shipment         => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30 % deposit, 70 % against copy of B/L          => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      T/T 30/70                                       => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      T/T 30/70 against copy of B/L                   => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      30% deposit 70% balance                         => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30% deposit and 70% balance before delivery     => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER DELIVERY 0
      30% deposit                                     => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30% deposit, balance against B/L copy           => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      20% deposit with order, balance 30 days after B/L => 20 deposit ADVANCE ORDER 0 | 80 balance OPEN_ACCOUNT BILL_OF_LADING 30
      T/T 30%, 70% before shipment                    => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30% TT deposit + 70% L/C at sight               => 30 deposit ADVANCE ORDER 0 | 70 balance LETTER_OF_CREDIT PRESENTATION 0
      30% deposit, 40% before shipment, 30% 60 days after delivery => 30 deposit ADVANCE ORDER 0 | 40 part 2 of 3 TRANSFER SHIPMENT 0 | 30 balance OPEN_ACCOUNT DELIVERY 60
      12,5 % deposit, 87,5 % against B/L              => 12.5 deposit ADVANCE ORDER 0 | 87.5 balance TRANSFER BILL_OF_LADING 0
      100% T/T in advance                             => 100 whole ADVANCE ORDER 0
      prepayment                                      => 100 whole ADVANCE ORDER 0
      CIA                                             => 100 whole ADVANCE ORDER 0
      payment in advance                              => 100 whole ADVANCE ORDER 0
      100% TT before shipment                         => 100 whole TRANSFER SHIPMENT 0
      T/T 7 days before shipment                      => 100 whole TRANSFER SHIPMENT -7
      L/C at sight                                    => 100 whole LETTER_OF_CREDIT PRESENTATION 0
      100% irrevocable L/C at sight                   => 100 whole LETTER_OF_CREDIT PRESENTATION 0
      L/C 60 days                                     => 100 whole LETTER_OF_CREDIT PRESENTATION 60
      irrevocable letter of credit 90 days after B/L date => 100 whole LETTER_OF_CREDIT BILL_OF_LADING 90
      D/P at sight                                    => 100 whole DOCUMENTS_AGAINST_PAYMENT PRESENTATION 0
      cash against documents                          => 100 whole DOCUMENTS_AGAINST_PAYMENT PRESENTATION 0
      D/A 60 days                                     => 100 whole DOCUMENTS_AGAINST_ACCEPTANCE ACCEPTANCE 60
      O/A 60                                          => 100 whole OPEN_ACCOUNT INVOICE 60
      OA 60 days after B/L                            => 100 whole OPEN_ACCOUNT BILL_OF_LADING 60
      open account 45 days from invoice date          => 100 whole OPEN_ACCOUNT INVOICE 45
      Net 30                                          => 100 whole OPEN_ACCOUNT INVOICE 30
      n/60                                            => 100 whole OPEN_ACCOUNT INVOICE 60
      30 days net                                     => 100 whole OPEN_ACCOUNT INVOICE 30
      30 days EOM                                     => 100 whole OPEN_ACCOUNT INVOICE 30 EOM
      net 30 end of month                             => 100 whole OPEN_ACCOUNT INVOICE 30 EOM
      2/10 net 30                                     => 100 whole OPEN_ACCOUNT INVOICE 30
      2% 10, net 30                                   => 100 whole OPEN_ACCOUNT INVOICE 30
      COD                                             => 100 whole TRANSFER DELIVERY 0
      cash on delivery                                => 100 whole TRANSFER DELIVERY 0
      due on receipt                                  => 100 whole TRANSFER INVOICE 0
      ３０％ Ｔ／Ｔ　in advance，７０％ before shipment   => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30%预付,70%见提单副本付款                         => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      30%预付，70%见提单副本付款                        => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      前TT 30%, 尾款70%发货前付清                       => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      30%定金70%尾款                                   => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      定金30%，余款发货前付清                            => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      月结60天                                        => 100 whole OPEN_ACCOUNT INVOICE 60 EOM
      款到发货                                         => 100 whole ADVANCE SHIPMENT 0
      货到30天                                        => 100 whole OPEN_ACCOUNT DELIVERY 30
      货到付款                                         => 100 whole TRANSFER DELIVERY 0
      信用证即期                                       => 100 whole LETTER_OF_CREDIT PRESENTATION 0
      见提单日后60天                                    => 100 whole OPEN_ACCOUNT BILL_OF_LADING 60
      发货前7天付清                                    => 100 whole TRANSFER SHIPMENT -7
      承兑交单90天                                     => 100 whole DOCUMENTS_AGAINST_ACCEPTANCE ACCEPTANCE 90
      30% предоплата, 70% по копии коносамента        => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      предоплата 30%, остаток 70% перед отгрузкой     => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      100% предоплата                                 => 100 whole ADVANCE ORDER 0
      отсрочка 30 дней                                => 100 whole OPEN_ACCOUNT INVOICE 30
      оплата в течение 60 дней с даты отгрузки        => 100 whole OPEN_ACCOUNT SHIPMENT 60
      оплата по факту поставки                        => 100 whole TRANSFER DELIVERY 0
      аккредитив                                      => 100 whole LETTER_OF_CREDIT PRESENTATION 0
      30 Tage netto                                   => 100 whole OPEN_ACCOUNT INVOICE 30
      14 Tage 2 % Skonto, 30 Tage netto               => 100 whole OPEN_ACCOUNT INVOICE 30
      Vorkasse                                        => 100 whole ADVANCE ORDER 0
      zahlbar innerhalb 14 Tagen                      => 100 whole OPEN_ACCOUNT INVOICE 14
      30 % Anzahlung, Rest vor Lieferung              => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER DELIVERY 0
      30 jours fin de mois                            => 100 whole OPEN_ACCOUNT INVOICE 30 EOM
      acompte 30 %, solde 70 % à l'expédition         => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      acompte 30 % solde 70 % à l'expédition          => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      45 jours net                                    => 100 whole OPEN_ACCOUNT INVOICE 45
      à réception de facture                          => 100 whole TRANSFER INVOICE 0
      30 días fecha factura                           => 100 whole OPEN_ACCOUNT INVOICE 30
      anticipo 30%, saldo 70% contra copia de B/L     => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER BILL_OF_LADING 0
      carta de crédito a la vista                     => 100 whole LETTER_OF_CREDIT PRESENTATION 0
      pagamento antecipado                            => 100 whole ADVANCE ORDER 0
      30 dias da data da fatura                       => 100 whole OPEN_ACCOUNT INVOICE 30
      sinal de 30%, saldo de 70% antes do embarque    => 30 deposit ADVANCE ORDER 0 | 70 balance TRANSFER SHIPMENT 0
      """;

  private static Stream<String> wordings() {
    return WORDINGS.lines();
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void a_usual_wording_is_read_into_its_parts(String line) {
    String[] sides = line.split("=>", 2);

    Terms terms = TermsText.parse(sides[0]);

    assertThat(terms).as(sides[0]).isNotNull();
    assertThat(shown(terms.parts())).as(sides[0]).isEqualTo(sides[1].strip());
    assertThat(terms.words()).isEqualTo(sides[0].strip());
    assertThat(
            terms.parts().stream().map(TermsPart::percent).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("100");
  }

  private static String shown(List<TermsPart> parts) {
    return parts.stream()
        .map(
            p ->
                p.percent().toPlainString()
                    + " "
                    + p.label()
                    + " "
                    + p.method()
                    + " "
                    + p.clock()
                    + " "
                    + p.days()
                    + (p.endOfMonth() ? " EOM" : ""))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_not_understood_as_a_whole_is_not_guessed(String words) {
    assertThat(TermsText.parse(words)).as(words).isNull();
  }

  private static Stream<String> unreadable() {
    return Stream.of(
        "",
        "   ",
        "NAA8",
        "NAH4",
        "CA10",
        "NAM4",
        "Z030",
        "30",
        "as agreed",
        "see contract",
        "T/T",
        "月结",
        "O/A",
        "30% deposit, 60% before shipment",
        "70% before shipment",
        "30% banana, 70% balance",
        "30% T/T in advance, 70% T/T in advance, 30% L/C",
        "30/60/90 dias",
        "30 or 60 days",
        "5 banking days",
        "в течение 5 банковских дней",
        "10 working days",
        "0% deposit, 100% balance",
        "net 999",
        "invoice",
        "FOB Ningbo",
        "%",
        "%%%%",
        "100%",
        "30%, 70%");
  }

  @Test
  void a_hostile_text_is_refused_at_once() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          assertThat(TermsText.parse("30% ".repeat(1_000_000))).isNull();
          assertThat(TermsText.parse("1".repeat(300))).isNull();
          assertThat(TermsText.parse(" ,".repeat(150))).isNull();
          assertThat(TermsText.parse("1% ,".repeat(75))).isNull();
          assertThat(TermsText.parse("t/t ".repeat(75))).isNull();
          assertThat(TermsText.parse("payment terms by:".repeat(17))).isNull();
          assertThat(TermsText.parse("\ufdfa".repeat(300))).isNull();
        });
  }
}
