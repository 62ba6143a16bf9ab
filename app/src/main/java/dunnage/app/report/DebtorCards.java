package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.Reason;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The worst debtors in full: the next step first, then the figures, then what costs the points.
final class DebtorCards {

  static final int SHOWN = 25;
  private static final int REASONS_SHOWN = 5;

  private DebtorCards() {}

  /// Debtors that neither owe anything late nor get worse nor need a person are left to the table.
  static List<DebtorLine> shown(Assessment a) {
    return a.debtors().stream()
        .filter(
            d ->
                d.nextStep().action().needsYou()
                    || !d.overdueAmount().isZero()
                    || d.warning().trend() == Tendency.WORSE)
        .limit(SHOWN)
        .toList();
  }

  static void write(Html html, Assessment a, Book book) throws IOException {
    List<DebtorLine> shown = shown(a);
    Map<String, ReceivableLine> next = Outlook.next(a);
    Map<String, DebtorBook> books = books(book, shown);
    Panel.open(html, "needs", "c-12 cards-panel", "Who needs you", "worst first");
    if (shown.isEmpty()) {
      html.leaf(
          "p", "Nobody is late and nothing asks for you on this day.", "class", "panel-body soft");
    }
    html.open("ol", "class", "tasks");
    int rank = 0;
    for (DebtorLine line : shown) {
      rank++;
      html.open("li", "class", "task", "id", "d" + rank);
      html.leaf("span", Integer.toString(rank), "class", "rank", "aria-hidden", "true");
      String id = line.debtor().id();
      DebtorBook own = books.get(id);
      card(html, line, next.get(id), own == null ? null : series(own, line, a.asOf()));
      html.close("li");
    }
    html.close("ol");
    int late = a.portfolio().overdueDebtors();
    if (shown.size() < late) {
      html.leaf(
          "p",
          "The worst "
              + Figures.count(shown.size(), "debtor")
              + "; "
              + Figures.count(late, "debtor")
              + " have something overdue, all in the table below.",
          "class",
          "panel-foot");
    }
    Panel.close(html);
  }

  private static Map<String, DebtorBook> books(Book book, List<DebtorLine> shown) {
    Set<String> ids = new HashSet<>();
    shown.forEach(line -> ids.add(line.debtor().id()));
    Map<String, DebtorBook> books = new HashMap<>();
    for (DebtorBook own : book.debtors()) {
      if (ids.contains(own.debtor().id())) {
        books.put(own.debtor().id(), own);
      }
    }
    return books;
  }

  private static @Nullable LatenessSeries series(DebtorBook own, DebtorLine line, LocalDate asOf) {
    Warning change = LatenessChart.change(line.warning());
    LatenessSeries series = LatenessSeries.of(own, asOf, change == null ? null : change.since());
    return LatenessChart.worthDrawing(series) ? series : null;
  }

  private static void card(
      Html html, DebtorLine line, @Nullable ReceivableLine next, @Nullable LatenessSeries series)
      throws IOException {
    html.open("div", "class", "body");
    head(html, line);
    step(html, line.nextStep());
    Outlook.signs(html, line.warning(), series == null);
    facts(html, line, next);
    if (series != null) {
      LatenessChart.write(html, series, LatenessChart.change(line.warning()));
    }
    html.close("div");
    html.open("div", "class", "side");
    reasons(html, line);
    html.close("div");
  }

  private static void head(Html html, DebtorLine line) throws IOException {
    html.open("h3", "class", "who");
    Marks.name(html, line.debtor());
    Marks.country(html, line.debtor());
    Marks.grade(html, line.grade());
    html.text(" ");
    html.leaf(
        "span",
        degree(line.degree()),
        "class",
        line.degree() == Degree.SEVERE ? "pill alarm" : "pill");
    html.text(" ");
    if (line.warning().since() != null) {
      Outlook.mark(html, line.warning());
      html.text(" ").leaf("span", Outlook.since(line.warning()), "class", "trend");
    }
    html.close("h3");
  }

  private static void step(Html html, NextStep step) throws IOException {
    html.open("p", "class", "what");
    boolean person = Marks.pressing(step.action());
    html.open("span", "class", person ? "do person" : "do");
    html.open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true", "focusable", "false");
    html.empty(
        "path",
        "d",
        person ? "M4 1h4l3 3v4l-3 3H4L1 8V4Z" : "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9Z");
    html.close("svg").text(action(step.action())).close("span");
    html.text(" ").leaf("strong", Figures.cut(step.words(), 300)).close("p");
    html.leaf("p", Figures.sentence(Figures.told(step.why(), 600)), "class", "why");
  }

  private static void facts(Html html, DebtorLine line, @Nullable ReceivableLine next)
      throws IOException {
    Behaviour b = line.behaviour();
    html.open("dl", "class", "facts");
    html.open("div").leaf("dt", "Overdue").open("dd", "class", "v");
    Marks.money(html, line.overdueAmount());
    html.close("dd")
        .leaf("dd", oldest(line), "class", line.oldestDaysLate() > 90 ? "s alarm" : "s")
        .close("div");
    html.open("div").leaf("dt", "Open").open("dd", "class", "v");
    Marks.money(html, line.openAmount());
    html.close("dd")
        .leaf("dd", Figures.count(line.open(), "receivable"), "class", "s")
        .close("div");
    fact(html, "Typically late", days(b.recentDaysBeyondTerms()), lateness(b, line.warning()));
    next(html, next);
    fact(
        html,
        "Payment index",
        Figures.whole(b.recentPaymentIndex()),
        b.paymentIndex() == null
            ? "too little known"
            : "all time " + Figures.whole(b.paymentIndex()));
    fact(
        html,
        "Ever over 90 days",
        b.everOver90Percent() == null ? Figures.NOTHING : Figures.percent(b.everOver90Percent()),
        "of what fell due");
    fact(
        html,
        "Orders",
        orders(b.orders()),
        b.ordersChangePercent() == null ? "" : Figures.change(b.ordersChangePercent()) + "\u00A0%");
    fact(
        html,
        "Last payment",
        b.lastPaid() == null ? Figures.NOTHING : Figures.day(b.lastPaid()),
        b.lastPaid() == null ? "none known" : "");
    limit(html, line.limit());
    fact(html, "Terms", line.terms().words(), "");
    html.close("dl");
  }

  private static void fact(Html html, String name, String value, String small) throws IOException {
    html.open("div").leaf("dt", name).leaf("dd", value, "class", "v");
    if (!small.isEmpty()) {
      html.leaf("dd", small, "class", "s");
    }
    html.close("div");
  }

  private static void limit(Html html, @Nullable CreditLimit limit) throws IOException {
    html.open("div").leaf("dt", "Limit advised").open("dd", "class", "v");
    if (limit == null) {
      html.text(Figures.NOTHING).close("dd").close("div");
      return;
    }
    Marks.money(html, limit.amount());
    html.close("dd");
    html.leaf("dd", "bound by " + limit.binding().replace('_', ' '), "class", "s").close("div");
  }

  private static void reasons(Html html, DebtorLine line) throws IOException {
    Integer score = line.score();
    if (score == null) {
      html.leaf("p", "Not enough paid receivables for a grade.", "class", "soft small");
    } else {
      html.leaf("p", score + " of 100 points", "class", "score");
    }
    List<Reason> lost = line.reasons().stream().filter(r -> r.points() < 0).toList();
    if (lost.isEmpty()) {
      return;
    }
    html.open("ul", "class", "lost", "aria-label", "What costs the most points");
    int most = Math.max(1, -lost.getFirst().points());
    for (Reason reason : lost.subList(0, Math.min(REASONS_SHOWN, lost.size()))) {
      html.open("li").leaf("span", Figures.whole((double) reason.points()), "class", "points");
      html.open("span", "class", "t").text(Figures.capital(Figures.told(reason.text(), 240)));
      html.open("svg", "class", "meter", "aria-hidden", "true", "focusable", "false");
      html.empty("rect", "class", "track", "width", "100%", "height", "4", "rx", "2");
      double width = Math.min(100, -100.0 * reason.points() / most);
      html.empty("rect", "class", "value", "width", Figures.place(width), "height", "4", "rx", "2");
      html.close("svg").close("span").close("li");
    }
    html.close("ul");
    if (lost.size() > REASONS_SHOWN) {
      html.leaf(
          "p",
          Figures.count(lost.size() - REASONS_SHOWN, "more reason") + " in --json",
          "class",
          "tiny");
    }
  }

  private static String oldest(DebtorLine line) {
    return line.oldestDaysLate() > 0
        ? "oldest " + Figures.count(line.oldestDaysLate(), "day")
        : "nothing late";
  }

  static String days(@Nullable Double days) {
    if (days == null) {
      return Figures.NOTHING;
    }
    String whole = Figures.whole(Math.abs(days));
    String noun = whole.equals("1") ? "day" : "days";
    if (whole.equals("0")) {
      return "on the day";
    }
    return whole + "\u00A0" + noun + (days < 0 ? " early" : "");
  }

  /// The change that was detected with its day; else last year against the one before.
  private static String lateness(Behaviour b, DebtorWarning warning) {
    Warning change = LatenessChart.change(warning);
    if (change != null) {
      return LatenessChart.since(change);
    }
    Double days = b.latenessChangeDays();
    return switch (b.lateness()) {
      case RISING -> "later" + (days == null ? "" : " by " + days(Math.abs(days)));
      case FALLING -> "sooner" + (days == null ? "" : " by " + days(Math.abs(days)));
      case STEADY -> "as before";
      case UNKNOWN -> "no trend known";
    };
  }

  /// The payment to look out for.
  private static void next(Html html, @Nullable ReceivableLine next) throws IOException {
    if (next == null) {
      fact(html, "Next payment", Figures.NOTHING, "nothing open");
      return;
    }
    fact(
        html,
        "Next payment expected",
        Outlook.expected(next.forecast()),
        Outlook.doubts(next.forecast()));
  }

  static String orders(Trend trend) {
    return trend == Trend.UNKNOWN ? "not known" : trend.code();
  }

  static String degree(Degree degree) {
    return degree == Degree.NONE ? "no arrears" : degree.code() + " arrears";
  }

  private static String action(NextStep.Action action) {
    return switch (action) {
      case FILE_CLAIM -> "File a claim";
      case HAND_OVER -> "Hand over";
      case FINAL_DEMAND -> "Final demand";
      case HOLD -> "Hold";
      case FIND_DECIDER -> "Find who decides";
      case CALL_DECIDER -> "Call who decides";
      case OFFER_INSTALMENTS -> "Instalments";
      case SETTLE_DISPUTE -> "Settle the dispute";
      case REMIND -> "Remind";
      case WATCH -> "Watch";
      case SHIP -> "Ship";
      case GROW -> "Grow";
    };
  }
}
