package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Receivable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnRecognitionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice number;Customer;Invoice date;Due date;Amount;Currency;Paid date",
        "invoice_no;customer_name;InvoiceDate;DueDate;invoice_amount;ccy;SettledDate",
        "发票号;客户名称;开票日期;到期日;应收金额;币种;收款日期",
        "Номер счёта;Контрагент;Дата счёта;Срок оплаты;Сумма;Валюта;Дата оплаты",
        "Rechnungs-Nr.;Kunde;Rechnungsdatum;Fälligkeit;Betrag;Währung;Bezahlt am",
        "Rechnungsnr;Kunde;Belegdatum;Faelligkeit;Rechnungsbetrag;Waehrung;Ausgleichsdatum",
        "N° facture;Client;Date de facture;Échéance;Montant TTC;Devise;Date de règlement",
        "Nº factura;Cliente;Fecha de emisión;Fecha de vencimiento;Importe;Moneda;Fecha de cobro",
        "Nº da fatura;Cliente;Data de emissão;Vencimento;Valor;Moeda;Data de pagamento",
        "Invoice No. / 发票号码;客户 Customer;Invoice Date/开票日期;Due Date（到期日）;Amount 金额;Currency币种;Paid date / 收款日期"
      })
  void headers_are_known_in_seven_languages(String header) {
    Sample sample = Sample.of(header + "\nA1;Acme;2026-01-05;2026-02-04;1200,50;EUR;2026-02-10\n");
    Receivable one = sample.receivable();
    assertThat(one)
        .as(sample.report().toString())
        .extracting(
            Receivable::number,
            r -> r.debtor().name(),
            Receivable::issued,
            Receivable::due,
            r -> r.amount().toString())
        .containsExactly(
            "A1", "Acme", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 4), "1200.50 EUR");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().on())
        .isEqualTo(LocalDate.of(2026, 2, 10));
    assertThat(sample.codes()).isEmpty();
  }

  @Test
  void xero() {
    Sample sample =
        Sample.of(
            """
            *ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Description,LineAmount,Currency,Type,Status
            Acme,a@b.c,INV-1,R1,05/01/2026,25/01/2026,120.00,20.00,100.00,Boots,70.00,GBP,Sales invoice,Awaiting Payment
            Acme,a@b.c,INV-1,R1,05/01/2026,25/01/2026,120.00,20.00,100.00,Laces,50.00,GBP,Sales invoice,Awaiting Payment
            Acme,a@b.c,INV-2,R2,06/01/2026,26/01/2026,80.00,0.00,80.00,Boots,80.00,GBP,Sales invoice,Draft
            """);
    assertThat(sample.receivable())
        .extracting(Receivable::number, r -> r.amount().toString())
        .containsExactly("INV-1", "120.00 GBP");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry())
        .isEqualTo(
            new Entry(
                Entry.Kind.PAYMENT,
                null,
                dunnage.kernel.money.Money.of(
                    dunnage.kernel.money.Currency.of("GBP"), new java.math.BigDecimal("20.00"))));
    assertThat(sample.codes())
        .contains(FindingCode.ROW_NOT_OWED, FindingCode.PAYMENT_UNDATED)
        .doesNotContain(FindingCode.NUMBER_REPEATED);
    assertThat(sample.report().accepted()).hasToString("[120.00 GBP]");
    assertThat(sample.report().recognised().get("line_items")).isEqualTo(1);
  }

  @Test
  void xeros_report_of_receivables() {
    Sample sample =
        Sample.of(
            "Contact,Invoice Number,Invoice Date,Due Date,Total,Amount Paid,Amount Due,Status,Currency\nAcme,INV-1,2026-01-05,2026-01-25,120.00,120.00,0.00,Paid,GBP\n");
    assertThat(sample.receivable().debtor().name()).isEqualTo("Acme");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().amount().decimal())
        .isEqualTo("120.00");
  }

  @Test
  void quickbooks() {
    Sample sample =
        Sample.of(
            """
            Sandbox Company
            A/R Aging Detail
            As of March 31, 2026

            Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance
            91 or more days past due,,,,,,
            12/15/2025,Invoice,1001,Amy's Bird Sanctuary,12/30/2025,239.00,239.00
            Total for 91 or more days past due,,,,,$239.00,$239.00
            Current,,,,,,
            03/20/2026,Invoice,1033,Geeta Kalapatapu,04/19/2026,"1,629.10",629.10
            03/21/2026,Payment,1034,Geeta Kalapatapu,03/21/2026,-50.00,-50.00
            Total for Current,,,,,"$1,579.10",$579.10
            TOTAL,,,,,"$1,818.10",$818.10
            """);
    assertThat(sample.receivables())
        .as(sample.report().toString())
        .extracting(r -> r.number() + " " + r.debtor().name() + " " + r.amount().decimal())
        .containsExactly("1001 Amy's Bird Sanctuary 239.00", "1033 Geeta Kalapatapu 1629.10");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().amount().decimal())
        .isEqualTo("1000.00");
    assertThat(sample.all(Fact.CreditHeld.class).getFirst().amount().decimal()).isEqualTo("50.00");
    assertThat(sample.findings(FindingCode.ROW_TOTAL)).hasSize(3);
    assertThat(sample.report().toMend()).isZero();
  }

  @Test
  void sap_in_english() {
    Sample sample =
        Sample.of(
            """
            Customer\tName 1\tAssignment\tDocument Number\tDocument Type\tDocument Date\tNet due date\tAmount in doc. curr.\tDocument currency\tAmount in local currency\tLocal currency\tClearing date\tArrears after net due date
            100012\tAcme Inc\t0080001234\t1800000001\tRV\t05.01.2026\t04.02.2026\t     1.200,50 \tUSD\t1.100,00\tEUR\t10.02.2026\t6
            100012\tAcme Inc\t0080001235\t1600000007\tDG\t06.01.2026\t06.01.2026\t       50,00-\tUSD\t46,00-\tEUR\t\t0
            """);
    assertThat(sample.receivable())
        .as(sample.report().toString())
        .extracting(
            Receivable::number,
            r -> r.debtor().id(),
            r -> r.debtor().name(),
            r -> r.amount().toString())
        .containsExactly("1800000001", "100012", "Acme Inc", "1200.50 USD");
    assertThat(sample.all(Fact.CreditHeld.class).getFirst().amount()).hasToString("50.00 USD");
  }

  @Test
  void sap_in_german_with_the_house_currency_only() {
    Sample sample =
        Sample.of(
            "Debitor;Belegnummer;Belegdatum;Nettofälligkeit;Betrag in Hauswährung;Hauswährung;Ausgleichsdatum\n100012;1800000001;05.01.2026;04.02.2026;1.200,50;EUR;\n");
    assertThat(sample.receivable().amount()).hasToString("1200.50 EUR");
  }

  @Test
  void the_documents_currency_is_not_taken_for_an_amount_in_the_house_currency() {
    Sample sample =
        Sample.of(
            "Customer,Document Number,Net due date,Amount in local currency,Document currency\nC1,1,2026-02-04,1200.50,USD\n");
    assertThat(sample.receivable().amount()).hasToString("1200.50 XXX");
    assertThat(sample.codes()).contains(FindingCode.NO_CURRENCY);
  }

  @Test
  void kingdee_and_yonyou() {
    Sample sample =
        Sample.of(
            """
            单据编号,单据日期,客户编码,客户名称,币别,应收金额,到期日,已核销金额,未核销金额,销售订单号,付款条件,备注
            AR00001,2026-01-05,C001,宁波海曙进出口有限公司,人民币,"12,000.00",2026-03-06,"2,000.00","10,000.00",XS001,月结60天,
            AR00002,2026/1/6,C002,温州瑞丰鞋业,美元,800.00,2026/2/5,0.00,800.00,XS002,,
            合计,,,,,"12,800.00",,"2,000.00","10,800.00",,,
            """);
    assertThat(sample.receivables())
        .as(sample.report().toString())
        .extracting(
            r -> r.number() + " " + r.debtor().id() + " " + r.debtor().name() + " " + r.amount())
        .containsExactly("AR00001 C001 宁波海曙进出口有限公司 12000.00 CNY", "AR00002 C002 温州瑞丰鞋业 800.00 USD");
    assertThat(sample.all(Fact.Settled.class)).hasSize(1);
    assertThat(sample.receivables().getFirst().deal().order()).isEqualTo("XS001");
    assertThat(sample.report().toMend()).isZero();
  }

  @Test
  void one_c() {
    Sample sample =
        Sample.of(
            """
            ООО «Экспорт»;;;;;;;
            Задолженность покупателей по срокам долга;;;;;;;
            ;;;;;;;
            Контрагент;Договор;Документ расчётов;Дата документа;Дата оплаты (план);Сумма;Оплачено;Остаток долга
            ООО «Ромашка»;Дог. 12;Реализация 0001;05.01.2026;04.02.2026;120 000,50;20 000,50;100 000,00
            ИП Петров;Дог. 7;Реализация 0002;06.01.2026;05.02.2026;800,00;;800,00
            Итого;;;;;120 800,50;20 000,50;100 800,00
            """,
            Encoding.WINDOWS_1251);
    assertThat(sample.receivables())
        .as(sample.report().toString())
        .extracting(
            r -> r.number() + " " + r.debtor().name() + " " + r.due() + " " + r.amount().decimal())
        .containsExactly(
            "Реализация 0001 ООО «Ромашка» 2026-02-04 120000.50",
            "Реализация 0002 ИП Петров 2026-02-05 800.00");
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().amount().decimal())
        .isEqualTo("20000.50");
    assertThat(sample.report().recognised().get("header_line")).isEqualTo(4);
  }

  @Test
  void highradius_as_exported() {
    Sample sample =
        Sample.of(
            """
            business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,total_open_amount,baseline_create_date,cust_payment_terms,invoice_id,isOpen
            U001,0200769623,WAL-MAR corp,2020-02-11 00:00:00,2020.0,1930438491.0,2020-01-26,20200125,20200126,20200210.0,USD,RV,54273.28,20200126.0,NAH4,1930438491.0,0
            U001,0200980828,BEN E,,2020.0,1930567135.0,2020-03-30,20200330,20200330,20200414.0,USD,RV,3299.70,20200330.0,NAA8,1930567135.0,1
            """);
    assertThat(sample.receivables())
        .as(sample.report().toString())
        .extracting(r -> r.debtor().id() + " " + r.issued() + " " + r.due() + " " + r.amount())
        .containsExactly(
            "0200769623 2020-01-25 2020-02-10 54273.28 USD",
            "0200980828 2020-03-30 2020-04-14 3299.70 USD");
    assertThat(sample.all(Fact.Settled.class)).hasSize(1);
    assertThat(sample.all(Fact.Settled.class).getFirst().entry().on())
        .isEqualTo(LocalDate.of(2020, 2, 11));
  }

  @Test
  void a_book_without_issue_dates_counts_them_back_from_the_due_date() {
    Sample sample =
        Sample.of(
            "row_id,cust_number,due_date,clear_date,days_late,amount\nTR1,C1,2019-01-16,2019-01-18,2,16.40\n");
    assertThat(sample.receivable().issued()).isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(sample.finding(FindingCode.NO_ISSUE_DATE).line()).isZero();
    assertThat(sample.report().recognised().get("computed_anew")).isEqualTo("days_late");
    assertThat(sample.codes()).doesNotContain(FindingCode.COLUMN_UNUSED);
  }

  @Test
  void the_user_may_name_a_column() {
    Sample sample =
        Sample.of(
            "número,quién,vto final,importe\nA1,Acme,2026-01-31,10.00\n",
            Sample.map("due", "vto final", "debtor", "Quién", "receivable", "número"));
    assertThat(sample.receivable())
        .extracting(Receivable::number, r -> r.debtor().name(), r -> r.due().toString())
        .containsExactly("A1", "Acme", "2026-01-31");
    assertThat(sample.columns()).containsEntry("due", "vto final");
  }

  @Test
  void a_named_column_wins_over_one_that_is_known() {
    String text =
        "number,customer,due date,agreed day,amount\nA1,Acme,2026-01-31,2026-03-31,10.00\n";
    assertThat(Sample.of(text, Sample.map("due", "agreed day")).receivable().due())
        .isEqualTo(LocalDate.of(2026, 3, 31));
  }

  @Test
  void a_field_that_does_not_exist_is_asked_about() {
    Sample sample =
        Sample.of(
            "number,customer,due,amount\nA1,Acme,2026-01-31,10.00\n", Sample.map("dew", "due"));
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.facts()).isEmpty();
    assertThat(sample.finding(FindingCode.COLUMN_MISSING).remedy())
        .contains("due")
        .contains("paid_on")
        .doesNotContain("foreign");
  }

  @Test
  void a_header_that_does_not_exist_is_asked_about() {
    Sample sample =
        Sample.of(
            "number,customer,due,amount\nA1,Acme,2026-01-31,10.00\n",
            Sample.map("amount", "sum total"));
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.finding(FindingCode.COLUMN_MISSING).seen()).isEqualTo("sum total");
    assertThat(sample.finding(FindingCode.COLUMN_MISSING).remedy())
        .contains("number, customer, due, amount");
  }

  @Test
  void a_named_column_is_not_demanded_of_a_table_that_needs_none() {
    Sample sample =
        Sample.of(
            "receivable,paid_on,amount\nA1,2026-01-31,10.00\n", Sample.map("due", "vto final"));
    assertThat(sample.report().asked()).isFalse();
    assertThat(sample.all(Fact.Remitted.class)).hasSize(1);
  }

  @Test
  void of_two_columns_the_more_specific_is_meant() {
    Sample sample =
        Sample.of("number,customer,due,amount,invoice amount\nA1,Acme,2026-01-31,1.00,10.00\n");
    assertThat(sample.receivable().amount().decimal()).isEqualTo("10.00");
    assertThat(sample.finding(FindingCode.COLUMN_UNUSED).seen()).isEqualTo("amount");
  }

  @Test
  void two_columns_of_one_name_are_asked_about() {
    Sample sample = Sample.of("number,customer,due,amount,amount\nA1,Acme,2026-01-31,1.00,10.00\n");
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.facts()).isEmpty();
    assertThat(sample.finding(FindingCode.COLUMN_AMBIGUOUS).seen())
        .isEqualTo("amount (column 4) and amount (column 5)");
  }

  @Test
  void a_customer_number_beside_a_customer_is_the_identity_and_the_other_the_name() {
    Sample sample =
        Sample.of("number,Customer,Customer ID,due,amount\nA1,Acme,C7,2026-01-31,1.00\n");
    assertThat(sample.receivable().debtor().id()).isEqualTo("C7");
    assertThat(sample.receivable().debtor().name()).isEqualTo("Acme");
  }

  @Test
  void unknown_columns_are_named_once() {
    Sample sample =
        Sample.of("number,colour,customer,due,amount,size\nA1,red,Acme,2026-01-31,1.00,42\n");
    assertThat(sample.finding(FindingCode.COLUMN_UNUSED).seen()).isEqualTo("colour, size");
  }

  @Test
  void a_missing_due_date_is_asked_for_unless_it_can_be_computed() {
    String text = "invoice number,customer,invoice date,amount\nA1,Acme,2026-01-01,10.00\n";
    Sample asked = Sample.of(text);
    assertThat(asked.report().asked()).isTrue();
    assertThat(asked.finding(FindingCode.COLUMN_MISSING).column()).isEqualTo("due");
    assertThat(asked.finding(FindingCode.COLUMN_MISSING).remedy()).contains("--terms-days");
    assertThat(Sample.of(text, Sample.termsDays(30)).receivable().due())
        .isEqualTo(LocalDate.of(2026, 1, 31));
  }

  @Test
  void a_missing_amount_is_asked_for() {
    Sample sample =
        Sample.of("invoice number,customer,due date,weight\nA1,Acme,2026-01-01,10.00\n");
    assertThat(sample.report().asked()).isTrue();
    assertThat(sample.finding(FindingCode.COLUMN_MISSING).column()).isEqualTo("amount");
  }

  @Test
  void rows_without_any_debtor_column_are_of_one_debtor() {
    Sample sample = Sample.of("number,due,amount\nA1,2026-01-31,1.00\nA2,2026-01-31,1.00\n");
    assertThat(sample.receivables()).extracting(r -> r.debtor().id()).containsOnly("(all)");
    assertThat(sample.findings(FindingCode.NO_DEBTOR)).hasSize(1);
  }

  @Test
  void no_header_of_the_list_stands_under_two_fields() {
    Map<String, String> seen = new HashMap<>();
    for (ListedWords.Line line : ListedWords.read("columns.tsv")) {
      for (String word : line.words()) {
        String folded = Folding.fold(word);
        assertThat(folded).as(line + ": " + word).isNotEmpty();
        String before = seen.put(folded, line.meaning());
        assertThat(before == null || before.equals(line.meaning()))
            .as("%s: %s and %s", word, before, line.meaning())
            .isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(900);
  }
}
