package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Bank statements in ISO 20022: camt.053, and camt.052 and camt.054 as far as they go. A statement
/// counts as a whole: one that is cut counts for nothing. Source: ISO 20022 message definitions,
/// versions 1 to 13, which differ for what is taken only in how deep some names stand.
final class CamtStatements {

  private static final Map<String, String> MESSAGES =
      Map.of(
          "BkToCstmrStmt",
          "camt.053",
          "BkToCstmrAcctRpt",
          "camt.052",
          "BkToCstmrDbtCdtNtfctn",
          "camt.054",
          "BkToCstmrStmtV01",
          "camt.053",
          "BkToCstmrAcctRptV01",
          "camt.052",
          "BkToCstmrDbtCdtNtfctnV01",
          "camt.054");

  private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");

  private final XmlReport report;
  private final Consumer<Fact> facts;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> balances = new LinkedHashMap<>();
  private final List<String> accounts = new ArrayList<>();
  private int statements;
  private boolean intraday;

  CamtStatements(XmlReport report, Consumer<Fact> facts) {
    this.report = report;
    this.facts = facts;
  }

  void read(SafeXml xml) throws XmlTrouble {
    String namespace = xml.namespace();
    int outside = xml.depth();
    boolean known = false;
    try {
      while (xml.move() && xml.depth() >= outside) {
        if (!xml.atStart()) {
          continue;
        }
        String message = MESSAGES.get(xml.name());
        if (message == null) {
          XmlFiles.unknown(xml, report);
          continue;
        }
        known = true;
        report.kind(FileKind.BANK_STATEMENT);
        intraday = message.equals("camt.052");
        report.recognised.put("format", format(message, namespace));
        message(xml);
      }
    } finally {
      if (known) {
        recognise();
      }
    }
  }

  private static String format(String message, String namespace) {
    int at = namespace.lastIndexOf(":camt.");
    return at < 0 ? message : namespace.substring(at + 1);
  }

  private void recognise() {
    report.recognised.put("statements", statements);
    if (!accounts.isEmpty()) {
      report.recognised.put("accounts", String.join(", ", accounts));
    }
    for (String count : List.of("receipts", "debits", "reversals", "pending")) {
      report.recognised.put(count, counts.getOrDefault(count, 0));
    }
    if (!balances.isEmpty()) {
      report.recognised.put("balances", Collections.unmodifiableMap(balances));
    }
  }

  private void message(SafeXml xml) throws XmlTrouble {
    int outside = xml.depth();
    int line = xml.line();
    int before = statements;
    while (xml.move() && xml.depth() >= outside) {
      if (xml.atStart() && STATEMENTS.contains(xml.name())) {
        statement(xml);
      } else if (xml.atStart()) {
        xml.skip();
      }
    }
    if (statements == before) {
      report.lines.begin();
      report.add(
          Finding.at(
              FindingCode.VALUE_MISSING, report.label, line, "Stmt", "", "at least one statement"));
      report.lines.reject(line, List.of(), null);
    }
  }

  private void statement(SafeXml xml) throws XmlTrouble {
    int line = xml.line();
    int outside = xml.depth();
    XmlNode head = new XmlNode(xml.name(), line);
    List<CamtEntry> entries = new ArrayList<>();
    while (xml.move() && xml.depth() >= outside) {
      if (!xml.atStart()) {
        continue;
      }
      switch (xml.name()) {
        case "Ntry" ->
            entries.add(CamtEntry.of(xml.piece(CamtEntry.NOT_TAKEN), report.label, intraday));
        case "Acct", "Bal" -> head.children.add(xml.piece(Set.of()));
        default -> xml.skip();
      }
    }
    statements++;
    String account = account(head);
    if (!account.isEmpty() && !accounts.contains(account)) {
      accounts.add(account);
    }
    entries.forEach(this::take);
    balance(head, entries);
  }

  /// A statement's own id often holds the account number, so it is not shown.
  private static String account(XmlNode head) {
    String number = head.text("Acct", "Id", "IBAN");
    if (number.isEmpty()) {
      number = head.text("Acct", "Id", "Othr", "Id");
    }
    return number.isEmpty() ? "" : "…" + number.substring(Math.max(0, number.length() - 4));
  }

  private void take(CamtEntry entry) {
    if (report.lines.linesIn == 0) {
      report.lines.header(List.of("Amt", "Ccy", "CdtDbtInd", "Sts"));
    }
    report.lines.begin();
    entry.problems().forEach(report::add);
    String what =
        switch (entry.standing()) {
          case RECEIPT -> "receipts";
          case DEBIT -> "debits";
          case REVERSAL -> "reversals";
          case PENDING -> "pending";
          case REJECTED -> "rejected";
        };
    if (what.equals("pending")) {
      report.add(
          Finding.at(
              FindingCode.ENTRY_NOT_BOOKED,
              report.label,
              entry.line(),
              "Ntry",
              entry.seen(),
              intraday
                  ? "a statement of booked entries; this is an intraday report"
                  : "status BOOK"));
    } else if (what.equals("receipts") && !report.accept(entry.line(), entry.sum())) {
      what = "rejected";
    }
    counts.merge(what, 1, Integer::sum);
    switch (what) {
      case "receipts" -> {
        report.lines.count();
        entry.receipts().forEach(facts);
      }
      case "debits" -> report.lines.count();
      case "rejected" -> leaveOut(entry);
      default -> {
        report.lines.setAside();
        leaveOut(entry);
      }
    }
  }

  private void leaveOut(CamtEntry entry) {
    report.lines.reject(entry.line(), entry.cells(), entry.moneyIn());
  }

  /// Opening plus what was booked must be the closing balance, where both are told.
  private void balance(XmlNode head, List<CamtEntry> entries) {
    XmlNode opening = balance(head, "OPBD", "PRCD");
    XmlNode closing = balance(head, "CLBD", "CLBD");
    if (opening == null || closing == null || intraday) {
      return;
    }
    BigDecimal first = signed(opening);
    BigDecimal last = signed(closing);
    if (first == null || last == null) {
      report.add(
          FindingCode.AMOUNT_BAD,
          opening,
          "Bal/Amt",
          opening.text("Amt") + " / " + closing.text("Amt"),
          "two balances");
      return;
    }
    String currency = currency(opening);
    String told =
        first.toPlainString()
            + " "
            + currency
            + " to "
            + last.toPlainString()
            + " "
            + currency(closing);
    balances.put((statements + " " + account(head)).strip(), told);
    BigDecimal booked = BigDecimal.ZERO;
    boolean oneCurrency = currency.equals(currency(closing));
    for (CamtEntry entry : entries) {
      BigDecimal signed = entry.booked();
      if (signed != null) {
        booked = booked.add(signed);
        oneCurrency &= entry.currency().equals(currency);
      }
    }
    if (!oneCurrency || first.add(booked).compareTo(last) != 0) {
      String lines =
          " with lines of "
              + booked.toPlainString()
              + (oneCurrency ? " " + currency : " in several currencies");
      report.add(
          FindingCode.STATEMENT_UNBALANCED,
          closing,
          "Bal",
          told + lines,
          "opening plus lines equal to closing");
    }
  }

  private static @Nullable XmlNode balance(XmlNode head, String type, String orType) {
    for (String wanted : List.of(type, orType)) {
      for (XmlNode balance : head.all("Bal")) {
        if (balance.text("Tp", "CdOrPrtry", "Cd").equals(wanted)
            || balance.text("Tp", "Cd").equals(wanted)) {
          return balance;
        }
      }
    }
    return null;
  }

  private static String currency(XmlNode balance) {
    XmlNode amount = balance.at("Amt");
    return amount == null ? "" : amount.attribute("Ccy");
  }

  private static @Nullable BigDecimal signed(XmlNode balance) {
    BigDecimal amount = XmlReport.plain(balance.text("Amt"));
    return amount == null
        ? null
        : balance.text("CdtDbtInd").equals("DBIT") ? amount.negate() : amount;
  }
}
