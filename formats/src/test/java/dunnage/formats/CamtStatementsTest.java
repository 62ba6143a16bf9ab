package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamtStatementsTest {

  @TempDir Path dir;

  @Test
  void money_in_is_a_receipt_with_its_texts_and_payer() throws IOException {
    String details =
        """
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>E2E-5</EndToEndId></Refs>
          <RltdPties><Dbtr><Pty><Nm>Schuhhaus Lindner GmbH</Nm></Pty></Dbtr></RltdPties>
          <RmtInf><Ustrd>Invoice SH-1001</Ustrd><Strd><RfrdDocInf><Nb>SH-1001</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>
        </TxDtls></NtryDtls><AddtlNtryInf>SEPA credit</AddtlNtryInf>
        """;
    XmlReading read =
        XmlReading.of(
            dir,
            file(
                "08",
                statement("100.00", "350.00", entry("250.00", "CRDT", "<Cd>BOOK</Cd>", details))));
    Fact.BankReceipt one = read.receipts().getFirst();
    assertThat(one.on()).isEqualTo("2026-03-05");
    assertThat(one.amount().toString()).isEqualTo("250.00 EUR");
    assertThat(one.texts())
        .containsExactly("Invoice SH-1001", "RF18", "SH-1001", "E2E-5", "SEPA credit");
    assertThat(one.payer()).isEqualTo("Schuhhaus Lindner GmbH");
    assertThat(read.report().kind()).isEqualTo(FileKind.BANK_STATEMENT);
    assertThat(read.report().records()).isEqualTo(1);
    assertThat(read.codes()).isEmpty();
    assertThat(read.report().recognised())
        .containsAllEntriesOf(
            Map.of(
                "format", "camt.053.001.08", "statements", 1, "accounts", "…3000", "receipts", 1));
    assertThat(read.report().recognised().toString()).doesNotContain("DE8937040044");
  }

  @Test
  void older_versions_and_no_namespace_read_the_same() throws IOException {
    String details =
        "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><UltmtDbtr><Nm>Vega</Nm></UltmtDbtr></RltdPties></TxDtls></NtryDtls>";
    String xml = file("02", statement("0.00", "9.00", entry("9.00", "CRDT", "BOOK", details)));
    for (String each : new String[] {xml, xml.replaceAll(" xmlns=\"[^\"]+\"", "")}) {
      XmlReading read = XmlReading.of(dir, each);
      assertThat(read.receipts()).hasSize(1);
      assertThat(read.receipts().getFirst().payer()).isEqualTo("Vega");
      assertThat(read.receipts().getFirst().texts()).isEmpty();
      assertThat(read.codes()).isEmpty();
    }
  }

  @Test
  void a_batch_whose_transactions_add_up_is_one_receipt_each() throws IOException {
    String details =
        "<NtryDtls>" + transaction("60.00", "SH-1") + transaction("40.00", "SH-2") + "</NtryDtls>";
    XmlReading read =
        XmlReading.of(
            dir, file("08", statement("0.00", "100.00", entry("100.00", "CRDT", "BOOK", details))));
    assertThat(read.receipts())
        .extracting(r -> r.amount().decimal())
        .containsExactly("60.00", "40.00");
    assertThat(read.receipts())
        .extracting(r -> r.texts().getFirst())
        .containsExactly("SH-1", "SH-2");
    assertThat(read.report().records()).isEqualTo(1);
  }

  @Test
  void a_batch_that_does_not_add_up_is_one_receipt_and_the_difference_is_said() throws IOException {
    String details =
        "<NtryDtls>" + transaction("60.00", "SH-1") + transaction("40.00", "SH-2") + "</NtryDtls>";
    XmlReading read =
        XmlReading.of(
            dir, file("08", statement("0.00", "98.50", entry("98.50", "CRDT", "BOOK", details))));
    assertThat(read.receipts()).hasSize(1);
    assertThat(read.receipts().getFirst().amount().decimal()).isEqualTo("98.50");
    assertThat(read.receipts().getFirst().texts()).containsExactly("SH-1", "SH-2");
    assertThat(read.finding(FindingCode.BANK_LINE_UNMATCHED).seen())
        .isEqualTo("booked 98.50 EUR, transactions 100.00 EUR");
  }

  @Test
  void debits_reversals_and_pending_lines_are_no_receipts() throws IOException {
    String reversal = entry("20.00", "DBIT", "BOOK", "<RvslInd>true</RvslInd>");
    String lines =
        entry("30.00", "DBIT", "BOOK", "") + reversal + entry("7.00", "CRDT", "PDNG", "");
    XmlReading read = XmlReading.of(dir, file("08", statement("100.00", "50.00", lines)));
    assertThat(read.facts()).isEmpty();
    assertThat(read.report().recognised())
        .containsAllEntriesOf(Map.of("receipts", 0, "debits", 1, "reversals", 1, "pending", 1));
    assertThat(read.codes())
        .containsExactly(FindingCode.ENTRY_NOT_BOOKED, FindingCode.ENTRY_NOT_BOOKED);
    assertThat(read.report().findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(read.report().records()).isEqualTo(1);
  }

  @Test
  void a_statement_that_does_not_add_up_is_told_and_counts() throws IOException {
    XmlReading read =
        XmlReading.of(
            dir, file("08", statement("0.00", "11.00", entry("10.00", "CRDT", "BOOK", ""))));
    assertThat(read.codes()).containsExactly(FindingCode.STATEMENT_UNBALANCED);
    assertThat(read.receipts()).hasSize(1);
  }

  @Test
  void an_overdrawn_account_adds_up_too() throws IOException {
    String xml = file("08", statement("-15.00", "-5.00", entry("10.00", "CRDT", "BOOK", "")));
    assertThat(XmlReading.of(dir, xml).codes()).isEmpty();
  }

  @Test
  void a_cut_statement_counts_for_nothing_and_those_before_it_count() throws IOException {
    String whole = statement("0.00", "10.00", entry("10.00", "CRDT", "BOOK", ""));
    String cut =
        statement(
            "0.00", "7.00", entry("3.00", "CRDT", "BOOK", "") + entry("4.00", "CRDT", "BOOK", ""));
    String xml = file("08", whole + cut);
    int lastEntry = xml.lastIndexOf("<Ntry>");
    for (int at = lastEntry; at < xml.lastIndexOf("</Stmt>"); at += 7) {
      XmlReading read = XmlReading.of(dir, xml.substring(0, at));
      assertThat(read.codes()).as(xml.substring(0, at)).containsExactly(FindingCode.FILE_TRUNCATED);
      assertThat(read.receipts()).extracting(r -> r.amount().decimal()).containsExactly("10.00");
    }
  }

  @Test
  void a_line_with_too_many_decimals_or_no_day_is_rejected_alone() throws IOException {
    String bad = entry("1.23456", "CRDT", "BOOK", "");
    String undated = entry("2.00", "CRDT", "BOOK", "").replaceAll("<BookgDt>.*</BookgDt>", "");
    XmlReading read =
        XmlReading.of(
            dir,
            file(
                "08",
                statement("0.00", "8.23456", bad + undated + entry("5.00", "CRDT", "BOOK", ""))));
    assertThat(read.receipts()).extracting(r -> r.amount().decimal()).containsExactly("5.00");
    assertThat(read.codes())
        .containsExactly(FindingCode.AMOUNT_PRECISION, FindingCode.VALUE_MISSING);
    assertThat(read.report().rejected()).isEqualTo(2);
    assertThat(read.report().records()).isEqualTo(1);
  }

  @Test
  void the_value_date_stands_in_for_the_booking_date() throws IOException {
    String entry =
        entry("5.00", "CRDT", "BOOK", "")
            .replaceAll(
                "<BookgDt>.*</BookgDt>", "<ValDt><DtTm>2026-03-09T23:00:00+01:00</DtTm></ValDt>");
    XmlReading read = XmlReading.of(dir, file("08", statement("0.00", "5.00", entry)));
    assertThat(read.receipts().getFirst().on()).isEqualTo(LocalDate.of(2026, 3, 9));
  }

  @Test
  void an_intraday_report_counts_for_nothing_yet_and_a_notification_counts() throws IOException {
    String xml = file("08", statement("0.00", "5.00", entry("5.00", "CRDT", "BOOK", "")));
    String intraday =
        xml.replace("camt.053", "camt.052")
            .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
            .replace("Stmt>", "Rpt>");
    XmlReading report = XmlReading.of(dir, intraday);
    assertThat(report.report().kind()).isEqualTo(FileKind.BANK_STATEMENT);
    assertThat(report.facts()).isEmpty();
    assertThat(report.codes()).containsExactly(FindingCode.ENTRY_NOT_BOOKED);
    String notification =
        xml.replace("camt.053", "camt.054")
            .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
            .replace("Stmt>", "Ntfctn>")
            .replaceAll("(?s)<Bal>.*</Bal>", "");
    assertThat(XmlReading.of(dir, notification).receipts()).hasSize(1);
  }

  @Test
  void a_message_without_a_statement_and_another_document_are_told() throws IOException {
    assertThat(XmlReading.of(dir, file("08", "")).codes())
        .containsExactly(FindingCode.VALUE_MISSING);
    XmlReading other =
        XmlReading.of(
            dir,
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>");
    assertThat(other.codes()).containsExactly(FindingCode.FILE_UNKNOWN);
    assertThat(other.report().kind()).isEqualTo(FileKind.UNKNOWN);
  }

  private static String file(String version, String statements) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001."
        + version
        + "\"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>\n"
        + statements
        + "</BkToCstmrStmt></Document>\n";
  }

  private static String statement(String opening, String closing, String entries) {
    return "<Stmt><Id>S1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>"
        + balance("OPBD", opening)
        + balance("CLBD", closing)
        + "\n"
        + entries
        + "</Stmt>\n";
  }

  private static String balance(String type, String amount) {
    String direction = amount.startsWith("-") ? "DBIT" : "CRDT";
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + type
        + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
        + amount.replace("-", "")
        + "</Amt><CdtDbtInd>"
        + direction
        + "</CdtDbtInd></Bal>";
  }

  private static String entry(String amount, String direction, String status, String more) {
    return "<Ntry><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt><CdtDbtInd>"
        + direction
        + "</CdtDbtInd><Sts>"
        + status
        + "</Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt>"
        + more
        + "</Ntry>\n";
  }

  private static String transaction(String amount, String text) {
    return "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>"
        + text
        + "</Ustrd></RmtInf></TxDtls>";
  }
}
