package dunnage.app.risk;

import dunnage.app.desk.PageWords;
import dunnage.app.ledger.Ledger;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.Signal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of a debtor draws: how late they paid, and what their score lost by what.
@Component
class DebtorCharts {

  private final Ledger ledger;
  private final ScoreLists scores;
  private final PageWords words;

  DebtorCharts(Ledger ledger, ScoreLists scores, PageWords words) {
    this.ledger = ledger;
    this.scores = scores;
    this.words = words;
  }

  /// @param score of now; empty while there is none
  void show(
      UUID current,
      Judged judged,
      Optional<ScoreView> score,
      LocalDate today,
      Locale locale,
      Model model) {
    DebtorBook book = ledger.payments(current, judged.name());
    LatenessPicture.Change change = score.map(view -> change(view.figures())).orElse(null);
    LatenessSeries series = LatenessSeries.of(book, today, change == null ? null : change.since());
    LatenessPicture picture = LatenessPicture.of(series, change).orElse(null);
    model.addAttribute("lateness", picture);
    model.addAttribute("say", new LatenessWords(words, PageWords.nearest(locale)));
    LocalDate then = today.minusMonths(1);
    Judged before =
        scores.then(current, then).map(view -> Judged.of(view, judged.country())).orElse(null);
    model.addAttribute("dimensions", DimensionBars.of(judged, before, then).orElse(null));
  }

  /// The change of lateness behind the trend, if it is lateness that changed, as it was assessed:
  /// what everybody does at once is taken off there, which one debtor's book alone cannot tell.
  static LatenessPicture.@Nullable Change change(Map<String, @Nullable Object> figures) {
    String trend = Judged.text(figures.get("trend"));
    List<?> signs = figures.get("warnings") instanceof List<?> all ? all : List.of();
    for (Object one : signs) {
      if (one instanceof Map<?, ?> sign
          && Signal.LATENESS.code().equals(sign.get("signal"))
          && trend.equals(sign.get("trend"))) {
        Long years =
            sign.get("false_alarms_per_100_years") instanceof Number often
                    && often.doubleValue() > 0
                ? Math.round(100 / often.doubleValue())
                : null;
        return new LatenessPicture.Change(
            trend.equals("worse"), LocalDate.parse(Judged.text(sign.get("since"))), years);
      }
    }
    return null;
  }
}
