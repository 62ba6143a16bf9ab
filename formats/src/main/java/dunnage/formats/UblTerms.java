package dunnage.formats;

import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsPart;
import dunnage.kernel.calendar.TermsText;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When a UBL invoice falls due, in one part or several. A date that is written wins over words;
/// words win over the number of days the user named; without any of them it is due on receipt.
final class UblTerms {

  /// One dated part of what is owed.
  record Part(
      LocalDate due,
      Money amount,
      String label,
      String terms,
      @Nullable PaymentMethod method,
      @Nullable ClockStart clock) {}

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final XmlReport report;
  private final ReadOptions options;
  private final XmlNode document;
  private final List<XmlNode> paymentTerms;
  private final String words;

  UblTerms(XmlReport report, ReadOptions options, XmlNode document) {
    this.report = report;
    this.options = options;
    this.document = document;
    this.paymentTerms = document.all("PaymentTerms");
    this.words =
        paymentTerms.stream()
            .flatMap(terms -> terms.all("Note").stream())
            .flatMap(note -> note.text().lines())
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#")) // #SKONTO#…: cash discounts
            .distinct()
            .collect(Collectors.joining("; "));
  }

  /// At least one part; their amounts add up to what is owed.
  List<Part> parts(LocalDate issued, Money payable) {
    List<Part> dated = datedParts(payable);
    if (!dated.isEmpty()) {
      return dated;
    }
    Terms read = words.isEmpty() ? null : TermsText.parse(words);
    LocalDate due = writtenDue();
    if (due != null) {
      if (due.isBefore(issued)) {
        report.add(
            FindingCode.DUE_BEFORE_ISSUE,
            document,
            "DueDate",
            due.toString(),
            "a day from " + issued + " on");
      }
      TermsPart only = read != null && read.parts().size() == 1 ? read.parts().getFirst() : null;
      return List.of(
          new Part(
              due,
              payable,
              "",
              words,
              only == null ? null : only.method(),
              only == null ? null : only.clock()));
    }
    if (read != null) {
      return fromWords(read, issued, payable);
    }
    if (!words.isEmpty()) {
      report.add(
          FindingCode.TERMS_UNREADABLE,
          document,
          "PaymentTerms/Note",
          words,
          "terms like “Net 30” or a DueDate");
    }
    return List.of(new Part(assumedDue(issued), payable, "", words, null, null));
  }

  /// Several terms, each with its own day and its own amount or percent.
  private List<Part> datedParts(Money payable) {
    List<XmlNode> own =
        paymentTerms.stream()
            .filter(
                t ->
                    !day(t).isEmpty() && (t.at("Amount") != null || t.at("PaymentPercent") != null))
            .toList();
    if (own.size() < 2) {
      return List.of();
    }
    List<Money> amounts = amounts(own, payable);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      LocalDate due = report.date(own.get(i), "PaymentTerms", day(own.get(i)));
      if (due == null || amounts.isEmpty() || amounts.get(i).signum() <= 0) {
        report.add(
            FindingCode.TERMS_UNREADABLE,
            Severity.WARNING,
            own.get(i),
            "PaymentTerms",
            own.size() + " parts",
            "amounts or percents that add up to " + payable,
            "The invoice counts as one receivable; ask the sender for its parts.");
        return List.of();
      }
      parts.add(
          new Part(
              due,
              amounts.get(i),
              (i + 1) + " of " + own.size(),
              own.get(i).text("Note"),
              null,
              null));
    }
    return parts;
  }

  /// Empty when they do not add up to what is owed.
  private List<Money> amounts(List<XmlNode> own, Money payable) {
    if (own.stream().allMatch(t -> t.at("Amount") != null)) {
      List<Money> amounts = new ArrayList<>();
      BigDecimal sum = BigDecimal.ZERO;
      for (XmlNode terms : own) {
        XmlNode amount = terms.at("Amount");
        String currency = amount == null ? "" : amount.attribute("currencyID");
        if (amount == null || !(currency.isEmpty() || currency.equals(payable.currency().code()))) {
          return List.of();
        }
        Money money =
            report.money(amount, "PaymentTerms/Amount", amount.text(), payable.currency().code());
        if (money == null) {
          return List.of();
        }
        amounts.add(money);
        sum = sum.add(money.toBigDecimal());
      }
      return sum.compareTo(payable.toBigDecimal()) == 0 ? amounts : List.of();
    }
    List<BigDecimal> percents = new ArrayList<>();
    for (XmlNode terms : own) {
      BigDecimal percent =
          report.decimal(terms, "PaymentTerms/PaymentPercent", terms.text("PaymentPercent"));
      if (percent == null || percent.signum() <= 0) {
        return List.of();
      }
      percents.add(percent);
    }
    BigDecimal sum = percents.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(HUNDRED) == 0 ? payable.allocate(percents) : List.of();
  }

  private static String day(XmlNode terms) {
    String day = terms.text("InstallmentDueDate");
    return day.isEmpty() ? terms.text("PaymentDueDate") : day;
  }

  /// The one date that is written somewhere, or null; of several the last, when all is owed.
  private @Nullable LocalDate writtenDue() {
    List<XmlNode> places = new ArrayList<>(document.all("DueDate"));
    if (places.isEmpty()) {
      places.addAll(document.all("PaymentMeans", "PaymentDueDate"));
    }
    if (places.isEmpty()) {
      places.addAll(document.all("PaymentTerms", "PaymentDueDate"));
      places.addAll(document.all("PaymentTerms", "InstallmentDueDate"));
    }
    LocalDate last = null;
    for (XmlNode place : places) {
      LocalDate due = place.text().isEmpty() ? null : report.date(place, place.name, place.text());
      last = due == null || (last != null && last.isAfter(due)) ? last : due;
    }
    return last;
  }

  private List<Part> fromWords(Terms terms, LocalDate issued, Money payable) {
    List<TermsPart> read = terms.parts();
    List<Money> amounts = payable.allocate(read.stream().map(TermsPart::percent).toList());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      TermsPart part = read.get(i);
      if (amounts.get(i).isZero()) {
        continue;
      }
      if (part.clock() != ClockStart.INVOICE) {
        report.add(
            FindingCode.TERMS_CLOCK_MISSING,
            document,
            "PaymentTerms/Note",
            words,
            "the date of " + part.clock().words());
      }
      String label = read.size() == 1 ? "" : part.label();
      parts.add(
          new Part(part.due(issued), amounts.get(i), label, words, part.method(), part.clock()));
    }
    return parts;
  }

  private LocalDate assumedDue(LocalDate issued) {
    Integer days = options.termsDays();
    if (days != null) {
      return issued.plusDays(days);
    }
    report.add(
        FindingCode.VALUE_MISSING,
        Severity.WARNING,
        document,
        "DueDate",
        "",
        "a due date or payment terms",
        "It counts as due on receipt, " + issued + "; name the usual days if that is not agreed.");
    return issued;
  }
}
