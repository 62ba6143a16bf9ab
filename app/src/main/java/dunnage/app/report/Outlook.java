package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.ReceivableLine;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words for what is to come: which way a debtor goes, when a receivable will be paid.
final class Outlook {

  private static final int SIGNS_SHOWN = 4;

  /// From this chance of never on a date alone would say too much.
  private static final double WORTH_SAYING = .05;

  private static final Comparator<ReceivableLine> SOONEST =
      Comparator.comparing((ReceivableLine line) -> unlikely(line.forecast()))
          .thenComparing(line -> line.forecast().expected());

  private Outlook() {}

  /// An arrow and a word; red where a person should look.
  static void mark(Html html, DebtorWarning warning) throws IOException {
    boolean worse = warning.trend() == Tendency.WORSE;
    String arrow =
        switch (warning.trend()) {
          case WORSE -> "M1 9 5 5 7 7 11 2M7.5 2H11V5.5";
          case BETTER -> "M1 3 5 7 7 5 11 10M7.5 10H11V6.5";
          case STEADY, UNKNOWN -> "";
        };
    html.open("span", "class", worse ? "trend alarm" : "trend");
    if (!arrow.isEmpty()) {
      html.open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true", "focusable", "false");
      html.empty("path", "d", arrow, "class", "hollow").close("svg");
    }
    html.text(warning.trend() == Tendency.UNKNOWN ? Figures.NOTHING : warning.trend().code());
    html.close("span");
  }

  /// `since 2 Mar 2026`; empty where nothing has changed.
  static String since(DebtorWarning warning) {
    String day = day(warning);
    return day.isEmpty() ? "" : "since\u00A0" + day;
  }

  /// `2 Mar 2026`; empty where nothing has changed.
  static String day(DebtorWarning warning) {
    LocalDate since = warning.since();
    return since == null ? "" : Figures.day(since);
  }

  /// What lies behind the trend, a line per sign.
  ///
  /// @param lateness whether lateness is told here too, and not by a drawing
  static void signs(Html html, DebtorWarning warning, boolean lateness) throws IOException {
    List<Warning> signs =
        warning.warnings().stream()
            .filter(w -> lateness || w.signal() != Signal.LATENESS)
            .limit(SIGNS_SHOWN)
            .toList();
    if (signs.isEmpty()) {
      return;
    }
    html.open("ul", "class", "signs", "aria-label", "What has changed");
    for (Warning sign : signs) {
      html.open("li").leaf("strong", name(sign));
      html.text(
              " since "
                  + Figures.day(sign.since())
                  + strength(sign)
                  + ": "
                  + Figures.sentence(Figures.told(sign.words(), 300)))
          .close("li");
    }
    html.close("ul");
  }

  /// `, which a sound debtor shows once in 106 years`: how strong the evidence is, as the simulated
  /// world counts it. Nothing is counted for a change to the better.
  static String strength(Warning sign) {
    if (sign.direction() != Tendency.WORSE) {
      return "";
    }
    long years = Math.round(100 / sign.falseAlarmsPerHundredYears());
    return ", which a sound debtor shows once in\u00A0" + years + "\u00A0years";
  }

  static String name(Warning sign) {
    boolean worse = sign.direction() == Tendency.WORSE;
    return switch (sign.signal()) {
      case LATENESS -> worse ? "Pays later" : "Pays sooner";
      case PART_PAYMENTS -> worse ? "Pays in part" : "Pays in full again";
      case ORDER_VOLUME -> worse ? "Buys less" : "Buys more";
      case SILENCE -> worse ? "Silent" : "Answers again";
      case BROKEN_PROMISES -> worse ? "Breaks promises" : "Keeps promises";
      case UNPAID_BALANCES -> worse ? "Leaves balances unpaid" : "Pays balances again";
    };
  }

  /// The range and the chance of never: `8 in 10: 3 Jul to 9 Aug 2026; 16 % never`.
  static String doubts(Forecast forecast) {
    String never = never(forecast);
    if (unlikely(forecast)) {
      return never;
    }
    return "8 in 10: " + range(forecast) + (never.isEmpty() ? "" : "; " + never);
  }

  /// `3 Jul to 9 Aug 2026`: eight times in ten it lies within.
  private static String range(Forecast forecast) {
    if (forecast.q10().equals(forecast.q90())) {
      return Figures.day(forecast.q90());
    }
    boolean sameYear = forecast.q10().getYear() == forecast.q90().getYear();
    return (sameYear ? Figures.dayOfMonth(forecast.q10()) : Figures.day(forecast.q10()))
        + " to "
        + Figures.day(forecast.q90());
  }

  /// `12 % never`; empty where it hardly matters.
  private static String never(Forecast forecast) {
    return forecast.never() < WORTH_SAYING
        ? ""
        : Figures.percent(100 * forecast.never()) + "\u00A0never";
  }

  /// Where it is likelier that it never comes, a date would promise too much.
  static boolean unlikely(Forecast forecast) {
    return forecast.never() >= .5;
  }

  /// `21 Jul 2026`, or that it is unlikely.
  static String expected(Forecast forecast) {
    return unlikely(forecast) ? "unlikely" : Figures.day(forecast.expected());
  }

  /// For each of the debtors shown, the receivable that should be paid first.
  static Map<String, ReceivableLine> next(Assessment a) {
    Set<String> shown = new HashSet<>();
    DebtorCards.shown(a).forEach(d -> shown.add(d.debtor().id()));
    Map<String, ReceivableLine> next = new HashMap<>();
    for (ReceivableLine line : a.receivables()) {
      String id = line.receivable().debtor().id();
      if (shown.contains(id)) {
        next.merge(id, line, (one, other) -> SOONEST.compare(other, one) < 0 ? other : one);
      }
    }
    return next;
  }
}
