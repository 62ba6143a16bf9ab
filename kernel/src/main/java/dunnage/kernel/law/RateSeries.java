package dunnage.kernel.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A reference rate through time, and the last day on which it is known.
public final class RateSeries {

  private static final int SNAPSHOT_MONTHS = 6;

  private final String id;
  private final NavigableMap<LocalDate, RatePoint> points;
  private final @Nullable LocalDate knownUntil;
  private final String reason;

  private RateSeries(
      String id,
      NavigableMap<LocalDate, RatePoint> points,
      @Nullable LocalDate knownUntil,
      String reason) {
    this.id = id;
    this.points = points;
    this.knownUntil = knownUntil;
    this.reason = reason;
  }

  /// Snapshots of half-years are known to the end of the last one; a rate that changes by decision
  /// is known to the day written in `rate_series.csv`, since the next decision is not in the table.
  static Map<String, RateSeries> all(List<LawRow> rates, List<LawRow> horizons) {
    Map<String, TreeMap<LocalDate, RatePoint>> byId = new TreeMap<>();
    Map<String, LocalDate> ends = new TreeMap<>();
    for (LawRow row : rates) {
      RatePoint point = point(row);
      byId.computeIfAbsent(point.series(), k -> new TreeMap<>()).put(point.effective(), point);
      if (row.text("kind").equals("halfyear_reference")) {
        LocalDate end = point.effective().plusMonths(SNAPSHOT_MONTHS).minusDays(1);
        ends.merge(point.series(), end, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Map<String, RateSeries> series = new TreeMap<>();
    byId.forEach(
        (id, points) -> series.put(id, new RateSeries(id, points, ends.get(id), "last half-year")));
    for (LawRow row : horizons) {
      String id = row.text("rate_id");
      TreeMap<LocalDate, RatePoint> points = byId.getOrDefault(id, new TreeMap<>());
      series.put(id, new RateSeries(id, points, row.date("known_until"), row.text("reason")));
    }
    return series;
  }

  private static RatePoint point(LawRow row) {
    LocalDate effective = LocalDate.parse(row.text("effective_date"));
    java.math.BigDecimal value = new java.math.BigDecimal(row.text("value_pct"));
    return new RatePoint(
        row.text("rate_id"),
        effective,
        value,
        row.text("source"),
        row.text("source_url"),
        Confidence.of(row.text("confidence")),
        row.text("note"));
  }

  public String id() {
    return id;
  }

  /// Why it ends where it ends.
  public String reason() {
    return reason;
  }

  /// The last day with a known value; null if there is none at all.
  public @Nullable LocalDate knownUntil() {
    return points.isEmpty() ? null : knownUntil;
  }

  /// The first day with a known value; null if there is none at all.
  public @Nullable LocalDate knownFrom() {
    return points.isEmpty() ? null : points.firstKey();
  }

  public List<RatePoint> points() {
    return List.copyOf(points.values());
  }

  /// What was in force on that day; null before the first value and after the last known day.
  public @Nullable RatePoint on(LocalDate day) {
    if (knownUntil == null || day.isAfter(knownUntil)) {
      return null;
    }
    Map.Entry<LocalDate, RatePoint> entry = points.floorEntry(day);
    return entry == null ? null : entry.getValue();
  }

  /// The first day after the given one on which another value counts; null if none is known.
  @Nullable LocalDate changeAfter(LocalDate day) {
    return points.higherKey(day);
  }
}
