package dunnage.bench;

import dunnage.bench.SampleBook.Payment;
import dunnage.bench.SampleBook.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The bank statement of the sample exporter: four weeks of a EUR account, camt.053.001.08.
final class SampleStatement {

  static final String CURRENCY = "EUR";

  /// The statement begins after this day.
  static final LocalDate FROM = SampleExporter.AS_OF.minusDays(28);

  private static final LocalDate LAST_PAID = SampleExporter.AS_OF.minusDays(1);
  private static final LocalDate SOON = SampleExporter.AS_OF.plusDays(14);
  private static final BigDecimal OPENING = new BigDecimal("41250.30");

  /// @param credit money in; false is money out
  private record Line(LocalDate on, BigDecimal amount, boolean credit, String payer, String text) {}

  private SampleStatement() {}

  /// Two receivables of one customer are paid in one sum, each other of those paid through the bank
  /// by a line that names it and pays it exactly.
  static String xml(SampleBook book) {
    List<Line> lines = lines(book);
    BigDecimal closing = OPENING;
    StringBuilder entries = new StringBuilder();
    int reference = 1;
    for (Line line : lines) {
      closing = line.credit() ? closing.add(line.amount()) : closing.subtract(line.amount());
      entries.append(entry(line, reference++));
    }
    LocalDate first = FROM.plusDays(1);
    LocalDate last = SampleExporter.AS_OF;
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>RY-EUR-24</MsgId><CreDtTm>%3$sT18:00:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>RY-EUR-24</Id>
              <CreDtTm>%3$sT18:00:00</CreDtTm>
              <FrToDt><FrDtTm>%2$sT00:00:00</FrDtTm><ToDtTm>%3$sT23:59:59</ToDtTm></FrToDt>
              <Acct><Id><Othr><Id>RY-EUR-001</Id></Othr></Id><Ccy>%1$s</Ccy></Acct>
        %4$s%5$s%6$s    </Stmt>
          </BkToCstmrStmt>
        </Document>
        """
        .formatted(
            CURRENCY,
            first,
            last,
            balance("OPBD", OPENING, first),
            balance("CLBD", closing, last),
            entries);
  }

  private static List<Line> lines(SampleBook book) {
    List<Row> paid = book.throughTheBank();
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
    Row tooLittle = dueNow(book);
    lines.add(
        new Line(
            LAST_PAID,
            tooLittle.amount().subtract(new BigDecimal("25.00")),
            true,
            tooLittle.customer().name(),
            tooLittle.number() + " less bank charges"));
    lines.add(
        new Line(
            SampleExporter.AS_OF.minusDays(8),
            new BigDecimal("3480.00"),
            true,
            "E. Vanderlind",
            "samples, thank you"));
    lines.add(
        new Line(
            SampleExporter.AS_OF.minusDays(6),
            new BigDecimal("2150.00"),
            false,
            "Ningbo Haifan Freight",
            "Sea freight"));
    lines.sort(Comparator.comparing(Line::on));
    return lines;
  }

  /// On a working day of the statement, about the due date.
  private static LocalDate day(Row row) {
    LocalDate day = row.due().plusDays(2);
    LocalDate first = FROM.plusDays(3);
    LocalDate within = day.isAfter(LAST_PAID) ? LAST_PAID : day.isBefore(first) ? first : day;
    return switch (within.getDayOfWeek()) {
      case SATURDAY -> within.minusDays(1);
      case SUNDAY -> within.minusDays(2);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> within;
    };
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

  /// A receivable of a good customer that would be paid about now.
  private static Row dueNow(SampleBook book) {
    Set<String> paid =
        book.payments().stream().map(Payment::receivable).collect(Collectors.toSet());
    return book.rows().reversed().stream()
        .filter(r -> r.customer().currency().equals(CURRENCY))
        .filter(r -> r.customer().kind().healthy() && !r.customer().kind().marketplace())
        .filter(r -> !paid.contains(r.number()) && !book.throughTheBank().contains(r))
        .filter(r -> r.due().isAfter(SampleExporter.AS_OF) && r.due().isBefore(SOON))
        .findFirst()
        .orElseThrow();
  }

  private static String balance(String kind, BigDecimal amount, LocalDate day) {
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
