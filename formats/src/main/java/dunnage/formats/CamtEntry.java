package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of a bank statement, kept only as far as it is needed until its statement has ended.
///
/// @param cells amount, currency, direction and status as written
/// @param currency as written; empty when not told
/// @param booked what it does to the balance: credit positive; null when it is not booked or
///   unreadable
/// @param sum the money in; zero unless it is a receipt
/// @param moneyIn what the line says came in, whether it counts or not; zero if it takes out, null
///   if that cannot be read
record CamtEntry(
    Standing standing,
    int line,
    List<String> cells,
    String currency,
    @Nullable BigDecimal booked,
    Money sum,
    @Nullable Money moneyIn,
    List<Fact.BankReceipt> receipts,
    List<Finding> problems) {

  /// What a line is to the seller.
  enum Standing {
    RECEIPT,
    DEBIT,
    REVERSAL,
    PENDING,
    REJECTED
  }

  /// Addresses and the like, of which a batch can hold very many.
  static final Set<String> NOT_TAKEN =
      Set.of("BkTxCd", "RltdAgts", "PstlAdr", "CtctDtls", "Chrgs", "Tax", "SplmtryData");

  /// @param intraday whether the entries of this message may still change
  static CamtEntry of(XmlNode node, String label, boolean intraday) {
    XmlReport scratch = new XmlReport(label, RejectedRows.DROPPED);
    String amount = node.text("Amt");
    XmlNode amountNode = node.at("Amt");
    String currency = amountNode == null ? "" : amountNode.attribute("Ccy");
    String direction = node.text("CdtDbtInd");
    String status = status(node);
    boolean bookedNow = status.equals("BOOK") && !intraday;
    Money money = scratch.money(node, "Ntry/Amt", amount, currency);
    LocalDate on = bookedNow ? day(scratch, node) : null;
    boolean credit = direction.equals("CRDT");
    if (!credit && !direction.equals("DBIT")) {
      scratch.add(FindingCode.VALUE_MISSING, node, "Ntry/CdtDbtInd", direction, "CRDT or DBIT");
    }
    Standing standing;
    List<Fact.BankReceipt> receipts = List.of();
    if (!bookedNow) {
      standing = Standing.PENDING;
    } else if (money == null
        || on == null
        || !(credit || direction.equals("DBIT"))
        || money.signum() < 0) {
      standing = Standing.REJECTED;
      if (money != null && money.signum() < 0) {
        scratch.add(
            FindingCode.AMOUNT_BAD,
            node,
            "Ntry/Amt",
            amount,
            "an amount above zero; CdtDbtInd gives its direction");
      }
    } else if (isTrue(node.text("RvslInd"))) {
      standing = Standing.REVERSAL;
      scratch.add(reversal(node, label, credit, money));
    } else if (!credit) {
      standing = Standing.DEBIT;
    } else {
      standing = Standing.RECEIPT;
      receipts = new Details(node, label, scratch).receipts(on, money);
    }
    BigDecimal plain = XmlReport.plain(amount);
    BigDecimal booked = !bookedNow || plain == null ? null : credit ? plain : plain.negate();
    Money sum = standing == Standing.RECEIPT && money != null ? money : Money.zero(Currency.NONE);
    Money none = Money.zero(Currency.NONE);
    Money moneyIn = credit ? money : direction.equals("DBIT") ? none : null;
    List<String> cells = List.of(amount, currency, direction, status);
    return new CamtEntry(
        standing,
        node.line,
        cells,
        currency,
        booked,
        sum,
        moneyIn,
        receipts,
        scratch.done().findings());
  }

  /// Amount, direction and status in one line, for a finding.
  String seen() {
    return String.join(" ", cells).strip();
  }

  private static boolean isTrue(String flag) {
    return flag.equals("true") || flag.equals("1");
  }

  /// Plain text up to version 7, a code below it since.
  private static String status(XmlNode node) {
    String code = node.text("Sts", "Cd");
    return code.isEmpty() ? node.text("Sts") : code;
  }

  private static @Nullable LocalDate day(XmlReport scratch, XmlNode node) {
    for (String[] path :
        List.of(
            new String[] {"BookgDt", "Dt"},
            new String[] {"BookgDt", "DtTm"},
            new String[] {"ValDt", "Dt"},
            new String[] {"ValDt", "DtTm"})) {
      if (!node.text(path).isEmpty()) {
        return scratch.date(node, "Ntry/" + path[0], node.text(path));
      }
    }
    return scratch.date(node, "Ntry/BookgDt", "");
  }

  private static Finding reversal(XmlNode node, String label, boolean credit, Money money) {
    return new Finding(
        FindingCode.ENTRY_NOT_BOOKED,
        credit ? Severity.NOTE : Severity.WARNING,
        label,
        node.line,
        "Ntry/RvslInd",
        money + (credit ? ": a debit was taken back" : ": money that came in was taken back"),
        "an entry that stands",
        credit
            ? "Nothing to do: it is no payment of a customer."
            : "If the money was set against a receivable, that receivable is open again.");
  }

  /// The transactions within one entry.
  private record Details(XmlNode node, String label, XmlReport scratch) {

    /// One receipt per transaction where their amounts add up to the entry, else one for the whole.
    List<Fact.BankReceipt> receipts(LocalDate on, Money money) {
      if (money.isZero()) {
        scratch.add(
            FindingCode.AMOUNT_ZERO, node, "Ntry/Amt", money.toString(), "money that came in");
        return List.of();
      }
      List<XmlNode> transactions = node.all("NtryDtls", "TxDtls");
      List<Money> amounts = new ArrayList<>();
      BigDecimal sum = BigDecimal.ZERO;
      for (XmlNode transaction : transactions) {
        Money amount = amount(transaction, money.currency());
        if (amount != null) {
          amounts.add(amount);
          sum = sum.add(amount.toBigDecimal());
        }
      }
      boolean allTold = !transactions.isEmpty() && amounts.size() == transactions.size();
      boolean adds = allTold && sum.compareTo(money.toBigDecimal()) == 0;
      if (allTold && !adds) {
        difference(money, sum);
      }
      List<Fact.BankReceipt> receipts = new ArrayList<>();
      if (adds && transactions.size() > 1) {
        for (int i = 0; i < transactions.size(); i++) {
          if (amounts.get(i).signum() > 0) {
            XmlNode one = transactions.get(i);
            receipts.add(receipt(on, amounts.get(i), List.of(one), one.line));
          }
        }
        return receipts;
      }
      receipts.add(receipt(on, money, transactions, node.line));
      return receipts;
    }

    private void difference(Money money, BigDecimal sum) {
      scratch.add(
          FindingCode.BANK_LINE_UNMATCHED,
          Severity.NOTE,
          node,
          "TxDtls",
          "booked " + money + ", transactions " + sum.toPlainString() + " " + money.currency(),
          "transactions that add up to what was booked",
          "The bank has probably taken charges; what was booked counts.");
    }

    /// In the currency of the account, or null when it is not told in it or goes the other way.
    private @Nullable Money amount(XmlNode transaction, Currency currency) {
      if (transaction.text("CdtDbtInd").equals("DBIT")) {
        return null;
      }
      XmlNode amount = transaction.at("AmtDtls", "TxAmt", "Amt");
      if (amount == null) {
        amount = transaction.at("Amt");
      }
      if (amount == null || !amount.attribute("Ccy").equals(currency.code())) {
        return null;
      }
      XmlReport unheard =
          new XmlReport(
              label, RejectedRows.DROPPED); // what is wrong here only keeps the entry whole
      Money money = unheard.money(amount, "TxAmt", amount.text(), currency.code());
      return money == null || money.signum() < 0 ? null : money;
    }

    private Fact.BankReceipt receipt(
        LocalDate on, Money money, List<XmlNode> transactions, int line) {
      Set<String> texts = new LinkedHashSet<>();
      String payer = "";
      for (XmlNode transaction : transactions) {
        texts(transaction, texts);
        payer = payer.isEmpty() ? payer(transaction) : payer;
      }
      add(texts, node.text("AddtlNtryInf"));
      return new Fact.BankReceipt(on, money, List.copyOf(texts), payer, new Origin(label, line));
    }

    private static void texts(XmlNode transaction, Set<String> texts) {
      for (XmlNode free : transaction.all("RmtInf", "Ustrd")) {
        add(texts, free.text());
      }
      for (XmlNode structured : transaction.all("RmtInf", "Strd")) {
        add(texts, structured.text("CdtrRefInf", "Ref"));
        add(texts, structured.text("CdtrRefInf", "CdtrRef")); // version 1
        structured.all("RfrdDocInf", "Nb").forEach(number -> add(texts, number.text()));
        structured.all("RfrdDocInf", "RfrdDocNb").forEach(number -> add(texts, number.text()));
        structured.all("AddtlRmtInf").forEach(more -> add(texts, more.text()));
      }
      add(texts, transaction.text("Refs", "EndToEndId"));
      add(texts, transaction.text("AddtlTxInf"));
    }

    private static void add(Set<String> texts, String text) {
      if (!text.isEmpty() && !text.equals("NOTPROVIDED")) {
        texts.add(text);
      }
    }

    private static String payer(XmlNode transaction) {
      for (String party : List.of("Dbtr", "UltmtDbtr")) {
        for (String[] path :
            List.of(
                new String[] {"RltdPties", party, "Nm"},
                new String[] {"RltdPties", party, "Pty", "Nm"})) {
          if (!transaction.text(path).isEmpty()) {
            return transaction.text(path);
          }
        }
      }
      return "";
    }
  }
}
