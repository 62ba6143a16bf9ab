package dunnage.app.risk;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What time it is where a debtor is, and whether it is a good hour to call: a working day between
/// nine and five. Weekends are those of the country (CLDR); public holidays are not known.
///
/// @param time of day there
/// @param good whether somebody is at work
record There(LocalTime time, boolean good) {

  private static final int FROM = 9;
  private static final int TO = 17;
  private static final int WEEK = 7;

  /// Empty where the zone is not known and the country has several.
  static Optional<There> of(String zone, String country, Instant now) {
    return zone(zone, country, now)
        .map(
            where -> {
              ZonedDateTime there = now.atZone(where);
              boolean good =
                  works(country, there.toLocalDate())
                      && there.getHour() >= FROM
                      && there.getHour() < TO;
              return new There(there.toLocalTime(), good);
            });
  }

  private static Optional<ZoneId> zone(String zone, String country, Instant now) {
    try {
      if (!zone.isEmpty()) {
        return Optional.of(ZoneId.of(zone));
      }
      if (!country.matches("[A-Z]{2}")) {
        return Optional.empty();
      }
      Set<ZoneId> all =
          TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
              .map(ZoneId::of)
              .collect(Collectors.toSet());
      long clocks = all.stream().map(one -> one.getRules().getOffset(now)).distinct().count();
      // 中国 keeps one clock by law; the zone of Xinjiang is in use beside it
      return country.equals("CN")
          ? Optional.of(ZoneId.of("Asia/Shanghai"))
          : clocks == 1 ? all.stream().findFirst() : Optional.empty();
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /// The first working day there after a day.
  static LocalDate workingDayAfter(String country, LocalDate day) {
    for (int days = 1; days <= WEEK; days++) {
      if (works(country, day.plusDays(days))) {
        return day.plusDays(days);
      }
    }
    return day.plusDays(1);
  }

  private static boolean works(String country, LocalDate day) {
    String region = country.matches("[A-Z]{2}") ? country : "001";
    Calendar.WeekData week = Calendar.getWeekDataForRegion(region);
    int today = day.getDayOfWeek().getValue() % WEEK + 1; // Sunday is 1
    int first = week.weekendOnset;
    int length = Math.floorMod(week.weekendCease - first, WEEK) + 1;
    return Math.floorMod(today - first, WEEK) >= length;
  }
}
