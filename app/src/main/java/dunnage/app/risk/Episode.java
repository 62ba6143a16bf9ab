package dunnage.app.risk;

import dunnage.app.risk.ScoreTable.Before;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A debtor going one way in one respect: told once, however long it lasts.
///
/// @param kind a signal of the warnings, or [#GRADE]
/// @param direction `worse` or `better`
/// @param sureness false alarms like it in 100 debtor-years; null where they were not counted
/// @param from the grade before; else empty
record Episode(Key key, LocalDate since, String words, @Nullable BigDecimal sureness, String from) {

  record Key(UUID debtor, String kind, String direction) {}

  static final String GRADE = "grade";

  /// What goes on with a debtor today, by what it is. The grade is known by how it was before.
  static Map<Key, Episode> of(Scored scored, @Nullable Before before, LocalDate today) {
    Map<Key, Episode> all = new LinkedHashMap<>();
    for (Warning sign : scored.line().warning().warnings()) {
      boolean worse = sign.direction() == Tendency.WORSE;
      Key key = new Key(scored.debtor(), sign.signal().code(), sign.direction().code());
      BigDecimal sureness =
          worse
              ? BigDecimal.valueOf(sign.falseAlarmsPerHundredYears())
                  .setScale(1, RoundingMode.HALF_UP)
              : null;
      all.putIfAbsent(key, new Episode(key, sign.since(), sign.words(), sureness, ""));
    }
    String was = before == null ? null : before.grade();
    String is = scored.grade();
    if (was != null && is != null && !was.equals(is)) {
      boolean worse = is.compareTo(was) > 0;
      Key key = new Key(scored.debtor(), GRADE, worse ? "worse" : "better");
      String why =
          scored.line().reasons().isEmpty() || !worse
              ? ""
              : ": " + scored.line().reasons().getFirst().text();
      String words = "grade %s from %s to %s".formatted(worse ? "fell" : "rose", was, is) + why;
      all.put(key, new Episode(key, today, words, null, was));
    }
    return all;
  }
}
