package dunnage.kernel.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Scores of a replay.
final class Scores {

  private static final double WORK_LIST_SHARE = .2;

  /// One chance and what happened.
  private record Trial(double chance, boolean late) {}

  private Scores() {}

  static BacktestResult of(List<Prediction> all, int untimed, LocalDate until) {
    List<Prediction> known = all.stream().filter(p -> p.actual() != null).toList();
    List<BacktestResult.Threshold> thresholds = new ArrayList<>();
    int[] days = Forecast.thresholdsDays();
    for (int i = 0; i < days.length; i++) {
      thresholds.add(threshold(all, i, days[i], until));
    }
    return new BacktestResult(
        all.size(),
        known.size(),
        untimed,
        daysOff(known, Prediction::expected),
        daysOff(known, Prediction::ownMedian),
        daysOff(known, p -> 0),
        share(known, p -> p.q10() <= actual(p) && actual(p) <= p.q90()),
        thresholds);
  }

  private static BacktestResult.DaysOff daysOff(
      List<Prediction> known, ToIntFunction<Prediction> says) {
    return new BacktestResult.DaysOff(
        error(known, says),
        share(known, p -> Math.abs(says.applyAsInt(p) - actual(p)) <= 3),
        share(known, p -> Math.abs(says.applyAsInt(p) - actual(p)) <= 7));
  }

  /// An open one that is already later than the threshold is late, though its end is not known.
  private static BacktestResult.Threshold threshold(
      List<Prediction> all, int index, int days, LocalDate until) {
    List<Trial> model = new ArrayList<>();
    List<Trial> own = new ArrayList<>();
    for (Prediction p : all) {
      long waited = until.toEpochDay() - p.receivable().due().toEpochDay();
      if (p.actual() != null || waited > days) {
        boolean late = p.actual() == null || p.actual() > days;
        model.add(new Trial(p.moreThan()[index], late));
        own.add(new Trial(p.ownLateShare()[index], late));
      }
    }
    double late = model.stream().filter(Trial::late).count();
    double[] list = workList(model, late);
    double[] ownList = workList(own, late);
    return new BacktestResult.Threshold(
        days,
        model.isEmpty() ? 0 : 100 * late / model.size(),
        auc(model),
        brier(model),
        auc(own),
        brier(own),
        list[0],
        list[1],
        ownList[0],
        ownList[1]);
  }

  /// Rank sum (Mann-Whitney); ties count half.
  static @Nullable Double auc(List<Trial> trials) {
    List<Trial> sorted = trials.stream().sorted(Comparator.comparingDouble(Trial::chance)).toList();
    double ranks = 0;
    double late = 0;
    for (int i = 0; i < sorted.size(); ) {
      int end = i;
      while (end < sorted.size() && sorted.get(end).chance() == sorted.get(i).chance()) {
        end++;
      }
      double rank = (i + end + 1) / 2.0;
      for (; i < end; i++) {
        if (sorted.get(i).late()) {
          ranks += rank;
          late++;
        }
      }
    }
    double inTime = sorted.size() - late;
    return late == 0 || inTime == 0 ? null : (ranks - late * (late + 1) / 2) / (late * inTime);
  }

  private static double brier(List<Trial> trials) {
    return trials.stream()
        .mapToDouble(t -> Math.pow(t.chance() - (t.late() ? 1 : 0), 2))
        .average()
        .orElse(0);
  }

  private static double[] workList(List<Trial> trials, double late) {
    int length = (int) Math.ceil(trials.size() * WORK_LIST_SHARE);
    double hits =
        trials.stream()
            .sorted(Comparator.comparingDouble(Trial::chance).reversed())
            .limit(length)
            .filter(Trial::late)
            .count();
    return new double[] {length == 0 ? 0 : 100 * hits / length, late == 0 ? 0 : 100 * hits / late};
  }

  private static @Nullable Double error(List<Prediction> known, ToIntFunction<Prediction> says) {
    return known.isEmpty()
        ? null
        : known.stream()
            .mapToInt(p -> Math.abs(says.applyAsInt(p) - actual(p)))
            .average()
            .orElseThrow();
  }

  private static @Nullable Double share(
      List<Prediction> known, java.util.function.Predicate<Prediction> held) {
    return known.isEmpty() ? null : 100.0 * known.stream().filter(held).count() / known.size();
  }

  private static int actual(Prediction p) {
    Integer actual = p.actual();
    if (actual == null) {
      throw new IllegalStateException("asked only of what has ended");
    }
    return actual;
  }
}
