package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.RowType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// Invented settlements in the layouts of each marketplace.
class MarketplaceSettlementsTest {

  private static final String V2 =
      """
      settlement-id,settlement-start-date,settlement-end-date,deposit-date,total-amount,currency,transaction-type,order-id,marketplace-name,amount-type,amount-description,amount,posted-date,sku
      88,01.03.2026 07:00:00 UTC,15.03.2026 07:00:00 UTC,17.03.2026 07:00:00 UTC,"1.070,55",EUR,,,,,,,,
      88,,,,,,Order,302-1000000-0000001,Amazon.de,ItemPrice,Principal,"1.200,00",02.03.2026,A
      88,,,,,,Order,302-1000000-0000001,Amazon.de,ItemPrice,ShippingTax,"3,99",02.03.2026,A
      88,,,,,,Order,302-1000000-0000001,Amazon.de,ItemFees,Commission,"-90,00",02.03.2026,A
      88,,,,,,Refund,302-1000000-0000002,Amazon.de,ItemPrice,Principal,"-20,00",03.03.2026,B
      88,,,,,,other-transaction,,,other-transaction,Current Reserve Amount,"-30,00",14.03.2026,
      88,,,,,,other-transaction,,,other-transaction,Previous Reserve Amount Balance,"10,00",14.03.2026,
      88,,,,,,ServiceFee,,Amazon.de,Cost of Advertising,TransactionTotalAmount,"-3,44",14.03.2026,
      """;

  private static final String V1 =
      """
      settlement-id,settlement-start-date,settlement-end-date,deposit-date,total-amount,currency,transaction-type,order-id,marketplace-name,posted-date,price-type,price-amount,item-related-fee-type,item-related-fee-amount,other-fee-amount,other-fee-reason-description,promotion-type,promotion-amount,other-amount
      7001,2026-01-01T00:00:00+00:00,2026-01-15T00:00:00+00:00,2026-01-17T00:00:00+00:00,21.86,USD,,,,,,,,,,,,,
      7001,,,,,,Order,111-0000000-0000001,Amazon.com,2026-01-03T23:30:00-08:00,Principal,30.00,,,,,,,
      7001,,,,,,Order,111-0000000-0000001,Amazon.com,2026-01-03T23:30:00-08:00,,,Commission,-4.50,,,,,
      7001,,,,,,Order,111-0000000-0000001,Amazon.com,2026-01-03T23:30:00-08:00,,,,,,,Shipping,-2.00,
      7001,,,,,,ServiceFee,,,2026-01-05T00:00:00+00:00,,,Cost of Advertising,-1.50,-0.14,TaxAmount,,,
      """;

  private static String tabs(String commas) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (char c : commas.toCharArray()) {
      quoted ^= c == '"';
      if (c != '"') {
        text.append(c == ',' && !quoted ? '\t' : c);
      }
    }
    return text.toString();
  }

  private static MarketplaceSettlement only(Sample sample) {
    assertThat(sample.report().kind()).isEqualTo(FileKind.MARKETPLACE_SETTLEMENT);
    assertThat(sample.report().settlements()).hasSize(1);
    return sample.report().settlements().getFirst();
  }

  private static String money(MarketplaceSettlement settlement, RowType type) {
    return settlement.of(type).decimal();
  }

  @Test
  void a_german_amazon_settlement_adds_up_to_its_total() {
    Sample sample = Sample.of(tabs(V2));
    MarketplaceSettlement settlement = only(sample);
    assertThat(settlement.marketplace()).isEqualTo("amazon");
    assertThat(settlement.id()).isEqualTo("88");
    assertThat(settlement.from()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(settlement.to()).isEqualTo(LocalDate.of(2026, 3, 15));
    assertThat(settlement.total()).hasToString("1070.55 EUR");
    assertThat(settlement.balanced()).isTrue();
    assertThat(settlement.rows()).isEqualTo(7);
    assertThat(settlement.payouts()).hasSize(1);
    assertThat(settlement.payouts().getFirst().date()).isEqualTo(LocalDate.of(2026, 3, 17));
    assertThat(settlement.payouts().getFirst().amount()).hasToString("1070.55 EUR");
    assertThat(money(settlement, RowType.SALE)).isEqualTo("1200.00");
    assertThat(money(settlement, RowType.TAX)).isEqualTo("3.99");
    assertThat(money(settlement, RowType.FEE)).isEqualTo("-90.00");
    assertThat(money(settlement, RowType.REFUND)).isEqualTo("-20.00");
    assertThat(money(settlement, RowType.ADVERTISING)).isEqualTo("-3.44");
    assertThat(money(settlement, RowType.RESERVE_HOLD)).isEqualTo("-30.00");
    assertThat(money(settlement, RowType.RESERVE_RELEASE)).isEqualTo("10.00");
  }

  @Test
  void the_sum_is_the_same_in_every_character_set_line_end_and_delimiter() {
    List<byte[]> forms = new ArrayList<>();
    forms.add(tabs(V2).getBytes(StandardCharsets.UTF_8));
    forms.add(("\ufeff" + tabs(V2)).getBytes(StandardCharsets.UTF_8));
    forms.add(("\ufeff" + tabs(V2)).getBytes(StandardCharsets.UTF_16LE));
    forms.add(tabs(V2).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    forms.add(V2.getBytes(StandardCharsets.UTF_8));
    forms.add(tabs(V2).replace("\tA\n", "\tGrün\n").getBytes(Charset.forName("windows-1252")));
    forms.add(tabs(V2).replace("\tA\n", "\t日本\n").getBytes(Charset.forName("Shift_JIS")));
    for (byte[] form : forms) {
      MarketplaceSettlement settlement = only(Sample.of(form));
      assertThat(settlement.sumOfRows()).hasToString("1070.55 EUR");
      assertThat(settlement.balanced()).isTrue();
      assertThat(settlement.rows()).isEqualTo(7);
    }
  }

  @Test
  void columns_are_found_by_name_in_any_order() {
    List<String[]> rows = tabs(V2).lines().map(line -> line.split("\t", -1)).toList();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.getFirst().length; i++) {
      order.add(i);
    }
    for (long seed = 1; seed <= 5; seed++) {
      Collections.shuffle(order, new Random(seed));
      StringBuilder text = new StringBuilder();
      for (String[] row : rows) {
        List<String> cells = new ArrayList<>(order.stream().map(i -> row[i]).toList());
        cells.add(2, text.isEmpty() ? "a-new-column" : "x");
        text.append(String.join("\t", cells)).append('\n');
      }
      MarketplaceSettlement settlement = only(Sample.of(text.toString()));
      assertThat(settlement.balanced()).as("seed " + seed).isTrue();
      assertThat(money(settlement, RowType.FEE)).as("seed " + seed).isEqualTo("-90.00");
    }
  }

  @Test
  void the_first_version_of_amazons_report_has_a_column_for_each_kind_of_money() {
    MarketplaceSettlement settlement = only(Sample.of(tabs(V1)));
    assertThat(settlement.balanced()).isTrue();
    assertThat(money(settlement, RowType.SALE)).isEqualTo("30.00");
    assertThat(money(settlement, RowType.SHIPPING)).isEqualTo("-2.00");
    assertThat(money(settlement, RowType.FEE)).isEqualTo("-4.50");
    assertThat(money(settlement, RowType.ADVERTISING)).isEqualTo("-1.50");
    assertThat(money(settlement, RowType.TAX)).isEqualTo("-0.14");
  }

  @Test
  void a_column_of_money_that_is_new_is_no_hole_in_the_sum() {
    String more =
        tabs(V1)
            .replace("other-amount\n", "other-amount\tgift-wrap-amount\n")
            .replace("21.86", "26.86")
            .replace("Principal\t30.00\t\t\t\t\t\t\t", "Principal\t30.00\t\t\t\t\t\t\t\t5.00");
    MarketplaceSettlement settlement = only(Sample.of(more));
    assertThat(settlement.sumOfRows()).hasToString("26.86 USD");
    assertThat(settlement.balanced()).isTrue();
  }

  @Test
  void a_missing_row_is_said_with_the_amount() {
    List<String> rest = tabs(V1).lines().filter(l -> !l.contains("Commission")).toList();
    Sample sample = Sample.of(String.join("\n", rest) + "\n");
    assertThat(only(sample).balanced()).isFalse();
    assertThat(only(sample).difference()).hasToString("-4.50 USD");
    assertThat(sample.finding(FindingCode.SETTLEMENT_UNBALANCED).line()).isEqualTo(2);
    assertThat(sample.finding(FindingCode.SETTLEMENT_UNBALANCED).expected()).contains("-4.50 USD");
  }

  @Test
  void a_type_that_is_not_known_is_kept_as_other_and_named() {
    Sample sample = Sample.of(tabs(V1).replace("\tServiceFee\t", "\tZorblatt\t"));
    assertThat(only(sample).balanced()).isTrue();
    assertThat(money(only(sample), RowType.OTHER)).isEqualTo("-1.64");
    assertThat(sample.finding(FindingCode.ROW_TYPE_UNKNOWN).seen()).isEqualTo("Zorblatt");
    assertThat(sample.finding(FindingCode.ROW_TYPE_UNKNOWN).line()).isEqualTo(6);
  }

  @Test
  void blank_orders_and_marketplaces_are_named_by_line() {
    Sample sample =
        Sample.of(tabs(V1).replaceFirst("Order\t111-0000000-0000001\tAmazon.com", "Order\t\t"));
    assertThat(sample.findings(FindingCode.ORDER_ID_MISSING).stream().map(f -> f.line()))
        .containsExactly(3, 6);
    assertThat(sample.findings(FindingCode.MARKETPLACE_NAME_MISSING).stream().map(f -> f.line()))
        .containsExactly(3, 6);
  }

  @Test
  void a_row_that_stands_twice_counts_twice_and_is_named() {
    String row = tabs(V1).lines().toList().get(3);
    Sample sample = Sample.of(tabs(V1) + row + "\n");
    assertThat(only(sample).rows()).isEqualTo(5);
    assertThat(only(sample).sumOfRows()).hasToString("17.36 USD");
    assertThat(sample.finding(FindingCode.ROW_REPEATED).line()).isEqualTo(7);
    assertThat(sample.finding(FindingCode.ROW_REPEATED).expected()).contains("line 4");
  }

  @Test
  void rows_with_too_many_cells_are_left_out_and_those_with_too_few_count() {
    Sample sample =
        Sample.of(tabs(V1) + "7001" + "\t".repeat(25) + "9.99\n" + "7001\t\t\t\t\t\tServiceFee\n");
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.ROW_SHAPE).line()).isEqualTo(7);
    assertThat(sample.finding(FindingCode.ROW_SHORT).line()).isEqualTo(8);
    assertThat(only(sample).rows()).isEqualTo(5);
  }

  @Test
  void a_file_that_was_cut_says_so() {
    String whole = tabs(V1);
    Sample sample = Sample.of(whole.substring(0, whole.indexOf("ServiceFee") + 6));
    assertThat(sample.finding(FindingCode.FILE_TRUNCATED).line()).isEqualTo(6);
    assertThat(only(sample).balanced()).isFalse();
  }

  @Test
  void an_amount_that_is_none_costs_its_row_only() {
    Sample sample = Sample.of(tabs(V1).replace("-4.50", "minus"));
    assertThat(sample.finding(FindingCode.AMOUNT_BAD).line()).isEqualTo(4);
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(only(sample).rows()).isEqualTo(3);
  }

  @Test
  void a_date_range_report_is_read_below_its_preamble_in_its_language() {
    Sample sample =
        Sample.of(
            """
            "Tous les montants sont en EUR, sauf mention contraire."
            "date/heure","numéro de versement","type","numéro de la commande","sku","Marketplace","ventes de produits","crédits d'expédition","frais de vente","autre","total"
            "2 sept. 2026 07:31:10 UTC","55","Commande","402-0000001-0000001","S","amazon.fr","1 100,00","4,00","-90,50","0","1 013,50"
            "3 sept. 2026 07:31:10 UTC","55","Transfert","","","","0","0","0","-1 013,50","-1 013,50"
            """);
    MarketplaceSettlement settlement = only(sample);
    assertThat(settlement.sumOfRows()).hasToString("1013.50 EUR");
    assertThat(settlement.balanced()).isTrue();
    assertThat(settlement.payouts().getFirst().date()).isEqualTo(LocalDate.of(2026, 9, 3));
    assertThat(money(settlement, RowType.FEE)).isEqualTo("-90.50");
  }

  @Test
  void without_a_stated_total_nothing_is_called_balanced() {
    Sample sample =
        Sample.of(
            """
            "All amounts in USD, unless specified"
            "date/time","settlement id","type","order id","marketplace","product sales","selling fees","total"
            "Sep 4, 2026 11:05:07 PM PDT","9","Order","111-1111111-1111111","amazon.com","10.00","-1.50","8.50"
            """);
    assertThat(only(sample).total()).isNull();
    assertThat(only(sample).balanced()).isNull();
    assertThat(only(sample).from()).isEqualTo(LocalDate.of(2026, 9, 4));
    assertThat(sample.codes()).contains(FindingCode.TOTAL_MISSING, FindingCode.PAYOUT_UNKNOWN);
  }

  @Test
  void shopify_payouts_are_told_from_money_that_is_still_to_come() {
    Sample sample =
        Sample.of(
            """
            Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Presentment Currency,Currency
            2026-02-01 12:00:00 +0100,charge,#1,paid,2026-02-05,901,100.00,2.50,97.50,EUR,EUR
            2026-02-05 00:00:00 +0100,payout,,paid,2026-02-05,901,-97.50,0.00,-97.50,EUR,EUR
            2026-02-06 12:00:00 +0100,charge,#2,pending,2026-02-12,,$40.00,$1.00,$39.00,USD,EUR
            """);
    List<MarketplaceSettlement> all = sample.report().settlements();
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().balanced()).isTrue();
    assertThat(all.getFirst().payouts().getFirst().stated()).isTrue();
    assertThat(money(all.getFirst(), RowType.PAYOUT)).isEqualTo("-97.50");
    assertThat(all.getLast().balanced()).isNull();
    assertThat(all.getLast().expected()).isEqualTo(LocalDate.of(2026, 2, 12));
    assertThat(all.getLast().payouts()).isEmpty();
    assertThat(sample.finding(FindingCode.PAYOUT_PENDING).line()).isEqualTo(4);
    assertThat(sample.finding(FindingCode.AMOUNT_SIGNED).seen()).contains("line 4");
    assertThat(sample.finding(FindingCode.CURRENCIES_MIXED).seen()).contains("USD");
  }

  @Test
  void an_etsy_deposit_is_found_in_its_title() {
    Sample sample =
        Sample.of(
            """
            \ufeffDate,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details
            "2 May, 2026",Sale,Payment for Order #9,,GBP,£20.00,-£1.00,£19.00,--
            "2 May, 2026",Marketing,Credit for Offsite Ads fee,Order #9,GBP,--,£0.80,£0.80,--
            "1 May, 2026",Deposit,"£1,037.35 sent to your bank account",,GBP,--,--,--,--
            """);
    MarketplaceSettlement settlement = only(sample);
    assertThat(settlement.sumOfRows()).hasToString("19.80 GBP");
    assertThat(money(settlement, RowType.ADVERTISING)).isEqualTo("0.80");
    assertThat(settlement.payouts().getFirst().amount()).hasToString("1037.35 GBP");
    assertThat(settlement.rows()).isEqualTo(3);
    assertThat(settlement.balanced()).isNull();
  }

  @Test
  void stripe_fees_are_deducted_and_disputes_are_chargebacks() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id
                po_9,2026-09-17 00:00:00,t1,2026-09-15 10:00:00,eur,50.00,1.00,49.00,charge,ch_1
                po_9,2026-09-17 00:00:00,t2,2026-09-15 12:00:00,eur,-20.00,15.00,-35.00,dispute,dp_1
                """));
    assertThat(settlement.sumOfRows()).hasToString("14.00 EUR");
    assertThat(money(settlement, RowType.CHARGEBACK)).isEqualTo("-20.00");
    assertThat(money(settlement, RowType.FEE)).isEqualTo("-16.00");
    assertThat(settlement.payouts().getFirst().stated()).isFalse();
  }

  @Test
  void the_day_of_a_late_payout_is_no_day_of_the_period_it_pays_for() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency
                2026-03-01 10:00:00 +0100,charge,#1,paid,2026-04-13,5,20.00,1.00,19.00,EUR
                2026-03-02 10:00:00 +0100,charge,#2,paid,2026-04-13,5,10.00,1.00,9.00,EUR
                2026-04-13 00:00:00 +0200,payout,,paid,2026-04-13,5,-28.00,0.00,-28.00,EUR
                """));
    assertThat(settlement.from()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(settlement.to()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(settlement.rows()).isEqualTo(3);
    assertThat(settlement.balanced()).isTrue();
  }

  @Test
  void what_moves_no_money_at_paypal_is_a_row_of_nothing() {
    Sample sample =
        Sample.of(
            """
            Date,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Balance Impact
            03/13/2026,Express Checkout Payment,Completed,USD,100.00,-3.00,97.00,T1,Credit
            03/14/2026,General Authorization,Pending,USD,50.00,0.00,50.00,T2,Memo
            03/15/2026,Express Checkout Payment,Denied,USD,20.00,0.00,20.00,T3,Memo
            """);
    assertThat(only(sample).sumOfRows()).hasToString("97.00 USD");
    assertThat(only(sample).rows()).isEqualTo(3);
    assertThat(sample.report().findings().stream())
        .filteredOn(f -> f.code() == FindingCode.ENTRY_NOT_BOOKED)
        .extracting(f -> f.line())
        .containsExactly(3, 4);
  }

  @Test
  void paypal_is_known_in_german() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                "Datum";"Uhrzeit";"Zeitzone";"Name";"Typ";"Status";"Währung";"Brutto";"Gebühr";"Netto";"Transaktionscode";"Guthaben"
                "14.03.2026";"10:00:01";"CET";"Ann";"Allgemeine Zahlung";"Abgeschlossen";"EUR";"1.250,00";"-36,55";"1.213,45";"T1";"1.213,45"
                "15.03.2026";"10:00:01";"CET";"";"Allgemeine Abbuchung";"Abgeschlossen";"EUR";"-1.000,00";"0,00";"-1.000,00";"T2";"213,45"
                """));
    assertThat(settlement.marketplace()).isEqualTo("paypal");
    assertThat(settlement.sumOfRows()).hasToString("1213.45 EUR");
    assertThat(settlement.payouts().getFirst().amount()).hasToString("1000.00 EUR");
  }

  @Test
  void postage_that_etsy_deducts_is_shipping() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details
                "Sep 19, 2026",Shipping,"USPS shipping label","Label #2",USD,--,-$4.10,-$4.10,--
                """));
    assertThat(money(settlement, RowType.SHIPPING)).isEqualTo("-4.10");
  }

  @Test
  void invoices_of_a_seller_who_names_marketplace_and_settlement_stay_invoices() {
    Sample sample =
        Sample.of(
            """
            marketplace,settlement,customer,invoice number,invoice date,due date,paid on,amount,currency
            amazon,1,Acme,INV1,2026-01-01,2026-01-31,2026-02-02,100.00,EUR
            amazon,2,Beta,INV2,2026-01-13,2026-02-13,,200.00,EUR
            """);
    assertThat(sample.report().kind()).isEqualTo(FileKind.RECEIVABLES);
  }

  @Test
  void control_characters_in_names_reach_no_terminal() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                marketplace,settlement,period_from,period_to,sales,fees,reserve,promised,paid_on,amount,currency
                evil\u001b[31m,S\u0007 1,2024-05-01,2024-05-31,100,0,0,2024-07-07,2024-07-08,100,EUR
                """));
    assertThat(settlement.marketplace()).isEqualTo("evil [31m");
    assertThat(settlement.id()).isEqualTo("S  1");
  }

  @Test
  void paypal_keeps_its_currencies_apart() {
    Sample sample =
        Sample.of(
            """
            "Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID"
            "03/14/2026","10:00:01","PDT","Ann","Express Checkout Payment","Completed","USD","1,250.00","-36.55","1,213.45","T1"
            "03/15/2026","10:00:01","PDT","","General Withdrawal","Completed","USD","-1,000.00","0.00","-1,000.00","T2"
            "03/16/2026","10:00:01","PDT","Bob","Payment Refund","Completed","EUR","-50.00","1.45","-48.55","T3"
            """);
    List<MarketplaceSettlement> all = sample.report().settlements();
    assertThat(all.stream().map(s -> s.sumOfRows().toString()))
        .containsExactly("1213.45 USD", "-48.55 EUR");
    assertThat(all.getFirst().payouts().getFirst().amount()).hasToString("1000.00 USD");
    assertThat(sample.codes()).contains(FindingCode.CURRENCIES_MIXED);
  }

  @Test
  void ebay_is_read_below_its_preamble_and_a_net_that_does_not_add_up_is_named() {
    Sample sample =
        Sample.of(
            """
            Transaction report
            Seller,my.shop
            Transaction creation date,Type,Order number,Net amount,Payout currency,Payout date,Payout ID,Payout status,Item subtotal,Shipping and handling,Seller collected tax,Final Value Fee - fixed,Transaction currency
            "Jan 5, 2026",Order,11-1,13.60,USD,"Jan 7, 2026",77,Funds sent,10,4,--,-0.4,USD
            "Jan 6, 2026",Refund,11-1,-9,USD,"Jan 7, 2026",77,Funds sent,-10,--,--,0.4,USD
            "Jan 7, 2026",Payout,--,-4.60,USD,"Jan 7, 2026",77,Funds sent,--,--,--,--,USD
            """);
    MarketplaceSettlement settlement = only(sample);
    assertThat(settlement.seller()).isEqualTo("my.shop");
    assertThat(settlement.sumOfRows()).hasToString("4.60 USD");
    assertThat(settlement.balanced()).isTrue();
    assertThat(money(settlement, RowType.OTHER)).isEqualTo("0.60");
    assertThat(sample.finding(FindingCode.ROW_NET_DIFFERS).line()).isEqualTo(5);
  }

  @Test
  void tiktok_states_no_payout() {
    Sample sample =
        Sample.of(
            """
            Order/adjustment ID,Type,Order created time,Order settled time,Currency,Total settlement amount,Total revenue,Total fees
            1,Order,2026/09/03,2026/09/10,USD,21.10,25.00,-3.90
            2,Refund,2026/09/04,2026/09/11,USD,-8.00,-10.00,2.00
            """);
    assertThat(only(sample).sumOfRows()).hasToString("13.10 USD");
    assertThat(money(only(sample), RowType.REFUND)).isEqualTo("-10.00");
    assertThat(sample.codes()).contains(FindingCode.PAYOUT_UNKNOWN);
  }

  @Test
  void a_total_row_below_the_rows_is_what_they_are_compared_with() {
    String text =
        """
        Nº Lote;Data Liquidação;Data Movimento;Terminal;Tipo;Montante Bruto;Comissão;Montante Líquido;Moeda
        L1;03/09/2026;02/09/2026;1;Compra;1.045,00;0,36;1.044,64;EUR
        L1;03/09/2026;02/09/2026;1;Devolução;-20,00;0,00;-20,00;EUR
        Total;;;;;1.025,00;0,36;1.024,64;
        """;
    MarketplaceSettlement settlement = only(Sample.of(text));
    assertThat(settlement.balanced()).isTrue();
    assertThat(settlement.rows()).isEqualTo(2);
    assertThat(settlement.payouts().getFirst().date()).isEqualTo(LocalDate.of(2026, 9, 3));
    Sample wrong = Sample.of(text.replace("1.024,64;\n", "1.030,00;\n"));
    assertThat(only(wrong).difference()).hasToString("5.36 EUR");
    Sample lots =
        Sample.of(text.replace("L1;03/09/2026;02/09/2026;1;Dev", "L2;03/09/2026;02/09/2026;1;Dev"));
    assertThat(lots.report().settlements()).hasSize(2);
    assertThat(lots.codes()).doesNotContain(FindingCode.SETTLEMENT_UNBALANCED);
  }

  @Test
  void a_list_of_payouts_joins_the_parts_of_a_settlement() {
    MarketplaceSettlement settlement =
        only(
            Sample.of(
                """
                marketplace,settlement,period_from,period_to,sales,fees,reserve,promised,paid_on,amount,currency
                Tmon,5,2024-05-01,2024-05-31,1000,-80,-100,2024-07-10,2024-07-10,400,KRW
                Tmon,5,2024-05-01,2024-05-31,1000,-80,-100,2024-07-10,,420,KRW
                """));
    assertThat(settlement.marketplace()).isEqualTo("tmon");
    assertThat(settlement.sumOfRows()).hasToString("820 KRW");
    assertThat(settlement.balanced()).isTrue();
    assertThat(settlement.payouts()).hasSize(1);
    assertThat(settlement.unpaid()).isTrue();
    assertThat(settlement.expected()).isEqualTo(LocalDate.of(2024, 7, 10));
  }

  @Test
  void fractions_of_a_cent_are_added_exactly() {
    Sample sample =
        Sample.of(
            tabs(V1)
                .replace("-0.14", "-0.135")
                .replace("-1.50", "-1.505")
                .replace("21.86", "21.86"));
    assertThat(only(sample).sumOfRows()).hasToString("21.86 USD");
    assertThat(only(sample).balanced()).isTrue();
  }

  @Test
  void a_workbook_is_read_like_a_text_file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Order details");
      List<List<String>> rows =
          List.of(
              List.of(
                  "Order/adjustment ID",
                  "Type",
                  "Order settled time",
                  "Currency",
                  "Total settlement amount",
                  "Total revenue",
                  "Total fees"),
              List.of("1", "Order", "2026/09/10", "USD", "21.10", "25.00", "-3.90"));
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
    }
    assertThat(only(Sample.of(bytes.toByteArray())).sumOfRows()).hasToString("21.10 USD");
  }

  @Test
  void a_header_without_rows_is_empty_and_no_crash() {
    Sample sample = Sample.of(tabs(V1).lines().findFirst().orElseThrow() + "\n");
    assertThat(sample.report().settlements()).isEmpty();
    assertThat(sample.finding(FindingCode.FILE_EMPTY).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void any_damage_leaves_findings_and_never_a_crash() {
    byte[] whole = tabs(V2).getBytes(StandardCharsets.UTF_8);
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = 0; i < 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Sample sample = Sample.of(damaged);
      for (MarketplaceSettlement settlement : sample.report().settlements()) {
        long typed =
            settlement.byType().entrySet().stream()
                .filter(e -> e.getKey() != RowType.PAYOUT)
                .mapToLong(e -> e.getValue().minor())
                .sum();
        assertThat(typed).as("seed " + seed).isEqualTo(settlement.sumOfRows().minor());
      }
    }
  }
}
