package dunnage.app.risk;

import dunnage.app.desk.PageWords;
import dunnage.app.desk.Written;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.LatenessSeries.Range;
import dunnage.kernel.warning.LatenessSeries.Recent;
import dunnage.kernel.warning.LatenessSeries.Typical;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the drawing of a debtor's lateness says, in sentences.
record LatenessWords(PageWords words, Locale locale) {

  /// `Pays later since 2 Mar 2026; a sound debtor shows that once in 106 years. Typical now: at
  /// least 34 days late. Usual for them: 5 days late, eight times in ten from 2 days early to 12
  /// days late. Of the 8 due since then 3 are unpaid.`
  public String sentence(LatenessPicture picture) {
    LatenessSeries series = picture.series();
    List<String> all = new ArrayList<>();
    LatenessPicture.Change change = picture.change();
    if (change != null) {
      Long years = change.years();
      String day = new Written(locale).day(change.since());
      all.add(
          years == null
              ? words.say(locale, change.worse() ? "lateness.worse" : "lateness.better", day)
              : words.say(locale, "lateness.worse.rare", day, years));
    }
    Typical now = series.months().getLast().typical();
    if (now != null) {
      String key = now.growing() ? "lateness.now.least" : "lateness.now";
      all.add(words.say(locale, key, days(Math.round(now.days()))));
    }
    all.add(usual(series.usual()));
    Recent recent = series.recent();
    if (recent.open() > 0) {
      String key = change == null ? "lateness.open.last" : "lateness.open.since";
      all.add(words.say(locale, key, recent.receivables(), recent.open()));
    }
    return String.join(locale.getLanguage().equals("zh") ? "" : " ", all);
  }

  private String usual(@Nullable Range usual) {
    if (usual == null) {
      return words.say(locale, "lateness.usual.none");
    }
    long low = Math.round(usual.low());
    long high = Math.round(usual.high());
    String middle = days(Math.round(usual.middle()));
    return low == high
        ? words.say(locale, "lateness.usual.same", middle)
        : words.say(locale, "lateness.usual", middle, days(low), days(high));
  }

  /// `5 days late`, `2 days early`, `on the due date`
  public String days(long days) {
    return days == 0
        ? words.say(locale, "lateness.days.none")
        : words.say(
            locale, days > 0 ? "lateness.days.late" : "lateness.days.early", Math.abs(days));
  }
}
