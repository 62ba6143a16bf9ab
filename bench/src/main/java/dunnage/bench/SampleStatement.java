package dunnage.bench;

import dunnage.bench.SampleExporter.Payment;
import dunnage.bench.SampleExporter.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The bank statement of the sample exporter: June 2026 of a EUR account, camt.053.001.08.
final class SampleStatement {

  private static final BigDecimal OPENING = new BigDecimal("41250.30");

  /// @param credit money in; false is money out
  private record Line(LocalDate on, BigDecimal amount, boolean credit, String payer, String text) {}

  private SampleStatement() {}

  /// @param exact receivables that a line names and pays exactly
  static String xml(List<Row> exact, List<Row> rows, List<Payment> payments) {
    List<Line> lines = lines(exact, rows, payments);
    BigDecimal closing = OPENING;
    StringBuilder entries = new StringBuilder();
    int reference = 1;
    for (Line line : lines) {
      closing = line.credit() ? closing.add(line.amount()) : closing.subtract(line.amount());
      entries.append(entry(line, reference++));
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>RY-202606</MsgId><CreDtTm>2026-06-30T18:00:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>RY-202606-EUR</Id>
              <CreDtTm>2026-06-30T18:00:00</CreDtTm>
              <FrToDt><FrDtTm>2026-06-01T00:00:00</FrDtTm><ToDtTm>2026-06-30T23:59:59</ToDtTm></FrToDt>
              <Acct><Id><Othr><Id>RY-EUR-001</Id></Othr></Id><Ccy>EUR</Ccy></Acct>
        %s%s%s    </Stmt>
          </BkToCstmrStmt>
        </Document>
        """
        .formatted(balance("OPBD", OPENING, "2026-06-01"), balance("CLBD", closing, "2026-06-30"), entries);
  }

  private static List<Line> lines(List<Row> exact, List<Row> rows, List<Payment> payments) {
    List<Line> lines = new ArrayList<>();
    int day = 4;
    for (Row row : exact) {
      String name = row.customer().name();
      lines.add(new Line(LocalDate.of(2026, 6, day), row.amount(), true, name, "Invoice " + row.number() + " / Rechnung"));
      day += 5;
    }
    List<Row> open = open(rows, payments, exact);
    Row tooLittle = open.getFirst();
    lines.add(new Line(LocalDate.of(2026, 6, 17), tooLittle.amount().subtract(new BigDecimal("25.00")), true, tooLittle.customer().name(), tooLittle.number() + " less bank charges"));
    Row one = open.get(1);
    Row two = open.get(2);
    lines.add(new Line(LocalDate.of(2026, 6, 19), one.amount().add(two.amount()), true, one.customer().name(), "RE " + one.number() + " + " + two.number()));
    lines.add(new Line(LocalDate.of(2026, 6, 22), new BigDecimal("3480.00"), true, "E. Vanderlind", "samples autumn, thank you"));
    lines.add(new Line(LocalDate.of(2026, 6, 24), new BigDecimal("2150.00"), false, "Ningbo Haifan Freight", "Sea freight June"));
    return lines;
  }

  /// Open EUR receivables without any payment, newest first: those a customer would pay now.
  private static List<Row> open(List<Row> rows, List<Payment> payments, List<Row> exact) {
    Set<String> paid = payments.stream().map(Payment::receivable).collect(Collectors.toSet());
    return rows.reversed().stream()
        .filter(r -> r.customer().currency().equals("EUR") && !paid.contains(r.number()) && !exact.contains(r))
        .filter(r -> r.issued().isBefore(LocalDate.of(2026, 6, 10)) && !r.disputed())
        .toList();
  }

  private static String balance(String kind, BigDecimal amount, String day) {
    return """
              <Bal>
                <Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>
                <Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt>
              </Bal>
        """
        .formatted(kind, amount, day);
  }

  private static String entry(Line line, int reference) {
    String party = line.credit() ? "Dbtr" : "Cdtr";
    return """
              <Ntry>
                <NtryRef>%d</NtryRef>
                <Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>%s</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
                <NtryDtls><TxDtls>
                  <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                  <Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
                  <RltdPties><%s><Pty><Nm>%s</Nm></Pty></%s></RltdPties>
                  <RmtInf><Ustrd>%s</Ustrd></RmtInf>
                </TxDtls></NtryDtls>
              </Ntry>
        """
        .formatted(reference, line.amount(), line.credit() ? "CRDT" : "DBIT", line.on(), line.on(), line.credit() ? "RCDT" : "ICDT",
            line.amount(), line.credit() ? "CRDT" : "DBIT", party, escaped(line.payer()), party, escaped(line.text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
