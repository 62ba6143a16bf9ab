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

  static void print(BacktestResult result, @Nullable LocalDate until, Terminal terminal) {
    if (result.known() == 0) {
      terminal.out().println("Nothing to compare: no receivable of these files has ended.");
      return;
    }
    String sentence =
        Figures.count(result.forecast(), "receivable was", "receivables were")
            + " forecast on the issue date; "
            + Figures.count(result.known(), "one", "of them")
            + " ended by "
            + until
            + ".";
    terminal.out().println(sentence);
    Heading.print("Days off, on average", terminal);
    new Table("said by", ">days off")
        .row("the forecast", Figures.decimal(result.maeDays()))
        .row("the debtor's own median", Figures.decimal(result.maeOwnMedianDays()))
        .row("the due date", Figures.decimal(result.maeDueDateDays()))
        .print(terminal);
    terminal.out().println();
    terminal
        .out()
        .println(
            Figures.percent(result.within3Percent())
                + " within 3 days, "
                + Figures.percent(result.within7Percent())
                + " within 7; the interval meant to hold 80 % held "
                + Figures.percent(result.coveragePercent())
                + ".");
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
            ">of all late");
    for (BacktestResult.Threshold one : result.thresholds()) {
      table.row(
          one.days() + " days",
          Figures.percent(one.latePercent()),
          three(one.auc()),
          three(one.aucOwnShare()),
          three(one.brier()),
          three(one.brierOwnShare()),
          Figures.percent(one.precisionPercent()),
          Figures.percent(one.capturePercent()));
    }
    table.print(terminal);
    terminal
        .out()
        .println(
            "“Own share” is what one would say without a model: late as often as this debtor was late.");
  }

  static void json(
      BacktestResult result, @Nullable LocalDate until, List<Finding> findings, Terminal terminal) {
    try (Json json = new Json(terminal.out())) {
      json.object()
          .date("until", until)
          .number("forecast", result.forecast())
          .number("known", result.known());
      json.precise("mae_days", result.maeDays());
      json.precise("within_3_days_percent", result.within3Percent());
      json.precise("within_7_days_percent", result.within7Percent());
      json.precise("coverage_80_percent", result.coveragePercent());
      json.object("baselines")
          .precise("due_date_mae_days", result.maeDueDateDays())
          .precise("own_median_mae_days", result.maeOwnMedianDays())
          .end();
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
