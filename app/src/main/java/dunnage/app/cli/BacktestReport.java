package dunnage.app.cli;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.forecast.BacktestResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the replay went, for people and for programs.
final class BacktestReport {

  private BacktestReport() {}

  static void print(
      BacktestResult result,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Terminal terminal) {
    if (result.known() == 0) {
      terminal.out().println(nothing(result, from));
      return;
    }
    terminal.out().println(forecast(result, until));
    Heading.print("Days off", terminal);
    Table days = new Table("said by", ">on average", ">within 3 days", ">within 7 days");
    row(days, "the forecast", result.expected());
    row(days, "the debtor's own median", result.ownMedian());
    row(days, "the due date", result.dueDate());
    days.print(terminal);
    String held = Figures.percent(result.coveragePercent());
    terminal.out().println("The interval meant to hold 80 % held " + held + ".");
    Heading.print("Who will be late", terminal);
    Table table =
        new Table(
            "more than",
            ">were late",
            ">AUC",
            ">own share",
            ">Brier",
            ">own share",
            ">top fifth right",
            ">own share",
            ">of all late",
            ">own share");
    for (BacktestResult.Threshold one : result.thresholds()) {
      table.row(
          one.days() + " days",
          Figures.percent(one.latePercent()),
          three(one.auc()),
          three(one.aucOwnShare()),
          three(one.brier()),
          three(one.brierOwnShare()),
          Figures.percent(one.precisionPercent()),
          Figures.percent(one.precisionOwnSharePercent()),
          Figures.percent(one.capturePercent()),
          Figures.percent(one.captureOwnSharePercent()));
    }
    table.print(terminal);
    terminal.out().println(LEGEND);
  }

  private static final String LEGEND =
      """
      “Own share” is what one would say without a model: late as often as this debtor was late.
      AUC: chance that a late one was ranked before one in time; 0.5 is a coin, and so is the due date.
      Brier: mean squared error of the chance, smaller is better; “nobody is late” has the share that was.
      Top fifth: of the fifth most likely to be late, how many were; and how many of all late ones it held.""";

  private static String nothing(BacktestResult result, @Nullable LocalDate from) {
    if (result.forecast() + result.untimed() == 0 && from != null) {
      return "Nothing to compare: no receivable of these files was issued on or after "
          + from
          + ".";
    }
    if (result.untimed() > 0) {
      return "Nothing to compare: "
          + Figures.count(result.untimed(), "receivable ended", "receivables ended")
          + " on a day that the files do not tell; a paid_on column would.";
    }
    return "Nothing to compare: no receivable of these files was paid yet.";
  }

  private static String forecast(BacktestResult result, @Nullable LocalDate until) {
    String untimed =
        result.untimed() == 0
            ? ""
            : " Left out: "
                + Figures.count(result.untimed(), "one", "others")
                + " credited, or paid on a day that the files do not tell.";
    return Figures.count(result.forecast(), "receivable was", "receivables were")
        + " forecast on the issue date; "
        + Figures.count(result.known(), "one was", "of them were")
        + " paid by "
        + until
        + "."
        + untimed;
  }

  private static void row(Table table, String said, BacktestResult.DaysOff off) {
    table.row(
        said,
        Figures.decimal(off.maeDays()),
        Figures.percent(off.within3Percent()),
        Figures.percent(off.within7Percent()));
  }

  static void json(
      BacktestResult result, @Nullable LocalDate until, List<Finding> findings, Terminal terminal) {
    try (Json json = new Json(terminal.out())) {
      json.object()
          .date("until", until)
          .number("forecast", result.forecast())
          .number("known", result.known());
      json.number("untimed", result.untimed());
      json.precise("mae_days", result.expected().maeDays());
      json.precise("within_3_days_percent", result.expected().within3Percent());
      json.precise("within_7_days_percent", result.expected().within7Percent());
      json.precise("coverage_80_percent", result.coveragePercent());
      json.object("baselines");
      json.precise("due_date_mae_days", result.dueDate().maeDays());
      json.precise("due_date_within_3_days_percent", result.dueDate().within3Percent());
      json.precise("due_date_within_7_days_percent", result.dueDate().within7Percent());
      json.precise("own_median_mae_days", result.ownMedian().maeDays());
      json.precise("own_median_within_3_days_percent", result.ownMedian().within3Percent());
      json.precise("own_median_within_7_days_percent", result.ownMedian().within7Percent()).end();
      json.list("thresholds");
      for (BacktestResult.Threshold one : result.thresholds()) {
        json.element().number("days", one.days()).precise("late_percent", one.latePercent());
        json.precise("auc", one.auc()).precise("brier", one.brier());
        json.precise("own_share_auc", one.aucOwnShare())
            .precise("own_share_brier", one.brierOwnShare());
        json.object("work_list").number("share_percent", 20);
        json.precise("precision_percent", one.precisionPercent())
            .precise("capture_percent", one.capturePercent());
        json.precise("own_share_precision_percent", one.precisionOwnSharePercent());
        json.precise("own_share_capture_percent", one.captureOwnSharePercent()).end().end();
      }
      json.endList().findings(findings).end();
    }
  }

  private static String three(@Nullable Double value) {
    return value == null
        ? "–"
        : BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
