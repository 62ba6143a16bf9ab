package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  /// Languages, then Xero, QuickBooks, SAP, Kingdee/Yonyou, 1C: number, name, issued, due, amount.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice No.;Customer;Invoice date;Due date;Amount",
        "发票号;客户名称;开票日期;到期日;金额",
        "Номер;Покупатель;Дата счета;Срок оплаты;Сумма",
        "Rechnungsnr.;Kunde;Rechnungsdatum;Fällig am;Betrag",
        "N° facture;Raison sociale;Date de facture;Date d'échéance;Montant TTC",
        "Número de factura;Razón social;Fecha factura;Fecha vto;Importe",
        "Nº fatura;Nome do cliente;Data de emissão;Data de vencimento;Valor total",
        "InvoiceNumber;ContactName;InvoiceDate;DueDate;Total",
        "Num;Name;Invoice Date;Due Date;Amount",
        "Document Number;Name 1;Document Date;Net due date;Amount in doc. curr.",
        "单据编号;客户;单据日期;到期日;价税合计",
        "单据号;客商名称;业务日期;应收日期;应收金额",
        "Номер документа;Контрагент;Дата документа;Дата оплаты (план);Сумма документа"
      })
  void the_headers_of_a_language_or_program_are_known(String headers) {
    Sample read = Sample.of(headers + "\nR1;Abc;2026-01-05;2026-02-04;1200.50\n");
    assertThat(read.lines())
        .as("%s %s", headers, read.report())
        .containsExactly("R1 Abc 2026-01-05 2026-02-04 1200.50 XXX");
    assertThat(read.codes()).containsExactly(FindingCode.NO_CURRENCY);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void every_delimiter_is_recognised_below_a_preamble(String delimiter) {
    String text =
        "Open items of Company Ltd; printed, 2026\n\nUser|X\n"
            + "invoice,customer,issued,due,amount,currency\nR1,Abc,2026-01-05,2026-02-04,10.50,EUR\n"
                .replace(",", delimiter);
    Sample read = Sample.of(text);
    assertThat(read.lines()).containsExactly("R1 Abc 2026-01-05 2026-02-04 10.50 EUR");
    assertThat(read.report().recognised())
        .containsEntry("header_line", 4)
        .containsEntry("delimiter", delimiter.equals("\t") ? "tab" : delimiter);
  }

  @Test
  void a_column_named_by_the_user_overrides_and_a_wrong_name_is_asked_for() {
    String text =
        "invoice,customer,issued,due,pay until really,amount,currency\nR1,Abc,2026-01-05,2026-02-04,2026-03-04,10.50,EUR\n";
    assertThat(Sample.of(text, Sample.mapped(Map.of("due", "Pay until really"))).lines())
        .containsExactly("R1 Abc 2026-01-05 2026-03-04 10.50 EUR");
    Sample wrong = Sample.of(text, Sample.mapped(Map.of("due", "Fecha vto")));
    assertThat(wrong.report().asked()).isTrue();
    assertThat(wrong.codes()).containsExactly(FindingCode.COLUMN_MISSING);
    assertThat(Sample.of(text, Sample.mapped(Map.of("duue", "due"))).codes())
        .containsExactly(FindingCode.COLUMN_MISSING);
  }

  @Test
  void the_currency_may_stand_in_the_header_of_the_amount() {
    assertThat(
            Sample.of("invoice,customer,issued,due,Amount (USD)\n1,A,2026-01-05,2026-02-04,10.50\n")
                .lines())
        .containsExactly("1 A 2026-01-05 2026-02-04 10.50 USD");
    assertThat(
            Sample.of("invoice,customer,issued,due,Balance EUR\n1,A,2026-01-05,2026-02-04,10.50\n")
                .lines())
        .containsExactly("1 A 2026-01-05 2026-02-04 10.50 EUR");
  }
}
