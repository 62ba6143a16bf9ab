package dunnage.bench;

import dunnage.bench.SampleCustomers.Habit;
import dunnage.bench.SampleExporter.Payment;
import dunnage.bench.SampleExporter.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The bank statement of the sample exporter: June 2026 of a EUR account, camt.053.001.08.
final class SampleStatement {

  private static final BigDecimal OPENING = new BigDecimal("41250.30");

  /// @param credit money in; false is money out
  private record Line(LocalDate on, BigDecimal amount, boolean credit, String payer, String text) {}

  private SampleStatement() {}

  /// @param paid receivables paid through the bank: two of one customer in one sum, each other by a
  ///   line that names it and pays it exactly
  static String xml(List<Row> paid, List<Row> rows, List<Payment> payments) {
    List<Line> lines = lines(paid, rows, payments);
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
        .formatted(
            balance("OPBD", OPENING, "2026-06-01"),
            balance("CLBD", closing, "2026-06-30"),
            entries);
  }

  private static List<Line> lines(List<Row> paid, List<Row> rows, List<Payment> payments) {
    List<Row> pair = pair(paid);
    List<Line> lines = new ArrayList<>();
    for (Row row : paid) {
      if (!pair.contains(row)) {
        lines.add(
            new Line(
                day(row),
                row.amount(),
                true,
                row.customer().name(),
                "Invoice " + row.number() + " / Rechnung"));
      }
    }
    Row one = pair.getFirst();
    Row two = pair.getLast();
    lines.add(
        new Line(
            day(two),
            one.amount().add(two.amount()),
            true,
            one.customer().name(),
            "RE " + one.number() + " + " + two.number()));
    Row tooLittle =
        open(rows, payments, paid).stream()
            .filter(SampleStatement::goodPayer)
            .findFirst()
            .orElseThrow();
    lines.add(
        new Line(
            LocalDate.of(2026, 6, 29),
            tooLittle.amount().subtract(new BigDecimal("25.00")),
            true,
            tooLittle.customer().name(),
            tooLittle.number() + " less bank charges"));
    lines.add(
        new Line(
            LocalDate.of(2026, 6, 22),
            new BigDecimal("3480.00"),
            true,
            "E. Vanderlind",
            "samples autumn, thank you"));
    lines.add(
        new Line(
            LocalDate.of(2026, 6, 24),
            new BigDecimal("2150.00"),
            false,
            "Ningbo Haifan Freight",
            "Sea freight June"));
    lines.sort(Comparator.comparing(Line::on));
    return lines;
  }

  /// Two days after the due date, in June.
  private static LocalDate day(Row row) {
    LocalDate day = row.due().plusDays(2);
    LocalDate last = LocalDate.of(2026, 6, 28);
    LocalDate first = LocalDate.of(2026, 6, 3);
    return day.isAfter(last) ? last : day.isBefore(first) ? first : day;
  }

  private static boolean goodPayer(Row row) {
    Habit habit = row.customer().habit();
    return habit == Habit.PROMPT || habit == Habit.STEADY || habit == Habit.IMPROVING;
  }

  /// Two receivables of one customer, paid in one sum.
  private static List<Row> pair(List<Row> paid) {
    for (Row one : paid) {
      for (Row two : paid) {
        if (one != two && one.customer().equals(two.customer())) {
          return List.of(one, two);
        }
      }
    }
    throw new IllegalStateException("no customer has two receivables paid through the bank");
  }

  /// Open EUR receivables without any payment, newest first: those that would be paid about now.
  private static List<Row> open(List<Row> rows, List<Payment> payments, List<Row> through) {
    Set<String> paid = payments.stream().map(Payment::receivable).collect(Collectors.toSet());
    return rows.reversed().stream()
        .filter(
            r ->
                r.customer().currency().equals("EUR")
                    && !paid.contains(r.number())
                    && !through.contains(r))
        .filter(
            r ->
                r.issued().isBefore(LocalDate.of(2026, 6, 10))
                    && r.customer().habit() != Habit.BREAKS_PROMISES
                    && r.customer().habit() != Habit.DISPUTES)
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
        .formatted(
            reference,
            line.amount(),
            line.credit() ? "CRDT" : "DBIT",
            line.on(),
            line.on(),
            line.credit() ? "RCDT" : "ICDT",
            line.amount(),
            line.credit() ? "CRDT" : "DBIT",
            party,
            escaped(line.payer()),
            party,
            escaped(line.text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
