package dunnage.app.cli;

import dunnage.kernel.payout.PayoutAccount;
import dunnage.kernel.payout.PayoutLine;
import dunnage.kernel.payout.PayoutReport;
import dunnage.kernel.payout.PayoutSign;
import dunnage.kernel.payout.TrappedMoney;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `payouts` for people: one sentence, what is trapped, then each account with its payouts.
final class PayoutsReport {

  private static final int LINES_SHOWN = 12;

  private PayoutsReport() {}

  static void print(PayoutReport report, Terminal terminal) {
    if (report.accounts().isEmpty()) {
      sentence("None of these settlements had ended by " + report.asOf() + ".", terminal);
      return;
    }
    sentence(headline(report), terminal);
    trapped(report, terminal);
    report.accounts().forEach(account -> account(account, report.asOf(), terminal));
  }

  private static void sentence(String text, Terminal terminal) {
    DisplayWidth.wrap(text, terminal.columns()).forEach(terminal.out()::println);
  }

  private static String headline(PayoutReport report) {
    List<PayoutAccount> alarms = report.accounts().stream().filter(PayoutAccount::isAlarm).toList();
    List<String> sums =
        report.trapped().stream()
            .map(TrappedMoney::total)
            .filter(money -> !money.isZero())
            .map(Figures::money)
            .toList();
    boolean estimated = report.trapped().stream().anyMatch(t -> !t.accruing().isZero());
    String there = sums.isEmpty() ? "Nothing" : (estimated ? "About " : "") + Figures.series(sums);
    String of =
        there
            + (sums.size() > 1 ? " are" : " is")
            + " with "
            + Figures.count(report.accounts().size(), "marketplace account", "marketplace accounts")
            + " on "
            + report.asOf()
            + "; ";
    if (alarms.isEmpty()) {
      return of + "nothing speaks for trouble.";
    }
    List<String> names = alarms.stream().limit(3).map(PayoutsReport::alarm).toList();
    String more = alarms.size() > 3 ? " and " + (alarms.size() - 3) + " more" : "";
    return of + Figures.series(names) + more + (alarms.size() == 1 ? " pays" : " pay") + " worse.";
  }

  private static String alarm(PayoutAccount account) {
    return name(account) + " (since " + account.alarmSince() + ")";
  }

  private static String name(PayoutAccount account) {
    return account.seller().isEmpty()
        ? account.marketplace()
        : account.marketplace() + " " + account.seller();
  }

  private static void trapped(PayoutReport report, Terminal terminal) {
    Heading.print("Trapped money", terminal);
    Table table =
        new Table(
            "currency", ">overdue", ">not yet due", ">reserve", ">since then, about", ">in all");
    for (TrappedMoney trapped : report.trapped()) {
      table.row(
          trapped.overdue().currency().code(),
          Figures.amount(trapped.overdue()),
          Figures.amount(trapped.notYetDue()),
          Figures.amount(trapped.reserve()),
          Figures.amount(trapped.accruing()),
          Figures.amount(trapped.total()));
    }
    table.print(terminal);
    sentence(
        "All of it would be lost if payouts stopped today, not only what is overdue. “Since then” are"
            + " sales after the newest settlement, by the daily mean of the last three.",
        terminal);
  }

  private static void account(PayoutAccount account, LocalDate asOf, Terminal terminal) {
    Heading.print(name(account) + ", " + account.currency().code(), terminal);
    for (PayoutSign sign : account.signs()) {
      sentence((sign.alarm() ? "! " : "· ") + sign.words() + ".", terminal);
    }
    sentence(verdict(account), terminal);
    table(account, asOf).print(terminal);
    int more = account.lines().size() - LINES_SHOWN;
    if (more > 0) {
      terminal
          .out()
          .println(Figures.count(more, "earlier one", "earlier ones") + ": --json has all");
    }
  }

  private static String verdict(PayoutAccount account) {
    String rule = "Promised: " + account.ruleWords() + ".";
    if (account.lines().stream().allMatch(l -> l.promised() == null)) {
      return rule + " No payout can be held against a promised day.";
    }
    if (account.isYoung()) {
      return rule + " Too few payouts yet to tell whether the wait grows.";
    }
    String trend =
        account.isAlarm()
            ? ""
            : (isStray(account) ? " No drift is sure yet" : " Payouts are steady")
                + ": usual are "
                + Figures.whole(account.usualLagDays())
                + " days after the promised day, the newest took "
                + Figures.whole(account.latestLagDays())
                + ".";
    return rule + trend;
  }

  /// The newest payout is later than a weekend explains, but one is no drift.
  private static boolean isStray(PayoutAccount account) {
    Double usual = account.usualLagDays();
    Double latest = account.latestLagDays();
    return usual != null && latest != null && latest - usual > 5;
  }

  private static Table table(PayoutAccount account, LocalDate asOf) {
    Table table =
        new Table(
            "settlement",
            "period",
            "promised",
            "paid",
            ">days late",
            ">comes to",
            ">paid so far",
            ">held back");
    List<PayoutLine> lines = account.lines();
    for (PayoutLine line : lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())) {
      table.row(
          line.settlement().isEmpty() ? "–" : line.settlement(),
          line.from() == null ? "–" : line.from() + " – " + day(line.to()),
          day(line.promised()),
          line.paidOn() != null ? day(line.paidOn()) : open(line, asOf),
          line.lagDays() == null ? "–" : String.valueOf(line.lagDays()),
          Figures.amount(line.due()),
          Figures.amount(line.paid()),
          line.reservePercent() == null || line.reservePercent() == 0
              ? "–"
              : Figures.percent(line.reservePercent()));
    }
    return table;
  }

  private static String open(PayoutLine line, LocalDate asOf) {
    if (line.due().signum() <= 0) {
      return "charged";
    }
    if (line.promised() == null || line.unknown()) {
      return "unknown";
    }
    String part = line.paid().signum() > 0 ? "part" : "";
    String state = line.promised().isBefore(asOf) ? "overdue" : "not due";
    return part.isEmpty() ? state : part + ", " + state;
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "–" : day.toString();
  }
}
