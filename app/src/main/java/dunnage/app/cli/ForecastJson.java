package dunnage.app.cli;

import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;

/// What `assess --json` says of the days to come. Chances are parts of 1.
final class ForecastJson {

  private static final int[] THRESHOLDS = Forecast.thresholdsDays();
  private static final String[] THRESHOLD_NAMES = names();

  private ForecastJson() {}

  static void forecast(Json json, Forecast forecast) {
    json.date("expected_date", forecast.expected()).date("q10", forecast.q10());
    json.date("q50", forecast.q50()).date("q90", forecast.q90()).object("p_late");
    for (int i = 0; i < THRESHOLD_NAMES.length; i++) {
      json.chance(THRESHOLD_NAMES[i], forecast.moreThan()[i]);
    }
    json.end().chance("p_never", forecast.never()).text("forecast_why", forecast.why());
  }

  static void warning(Json json, DebtorWarning warning) {
    json.text("trend", warning.trend().code()).date("trend_since", warning.since());
    json.list("warnings");
    for (Warning sign : warning.warnings()) {
      json.object().text("signal", sign.signal().code()).text("trend", sign.direction().code());
      json.date("since", sign.since()).text("text", sign.words());
      // Counted for alarms only: nobody minds a false good word enough to have counted it.
      boolean worse = sign.direction() == Tendency.WORSE;
      json.decimal("false_alarms_per_100_years", worse ? sign.falseAlarmsPerHundredYears() : null);
      json.end();
    }
    json.endList();
  }

  static void expectedCash(Json json, ExpectedCash cash) {
    json.element().text("currency", cash.currency().code()).list("weeks");
    cash.weeks().forEach(week -> week(json.object().date("from", week.from()), week));
    json.endList();
    week(json.object("total").date("from", cash.total().from()), cash.total());
    json.end();
  }

  private static void week(Json json, ExpectedCash.Week week) {
    json.date("to", week.to()).money("expected", week.expected());
    json.money("low", week.low()).money("high", week.high()).end();
  }

  private static String[] names() {
    String[] names = new String[THRESHOLDS.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Integer.toString(THRESHOLDS[i]);
    }
    return names;
  }
}
