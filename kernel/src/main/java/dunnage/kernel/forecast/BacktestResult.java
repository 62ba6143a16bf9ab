package dunnage.kernel.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far to trust the forecast, beside what one would say without it.
///
/// @param forecast receivables forecast
/// @param known those of them whose day of payment is known
/// @param untimed left out: credited, or paid on a day that the files do not tell
/// @param expected the forecast's expected day
/// @param ownMedian what one would say with the debtor's own median
/// @param dueDate what one would say with "pays on the due date"
/// @param coveragePercent share inside the interval that promises 80; null when nothing is known
public record BacktestResult(
    int forecast,
    int known,
    int untimed,
    DaysOff expected,
    DaysOff ownMedian,
    DaysOff dueDate,
    @Nullable Double coveragePercent,
    List<Threshold> thresholds) {

  public BacktestResult {
    thresholds = List.copyOf(thresholds);
  }

  /// How far off, in absolute days; null when nothing is known.
  ///
  /// @param maeDays mean absolute error
  /// @param within3Percent share within 3 days, 0 to 100
  /// @param within7Percent share within 7 days
  public record DaysOff(
      @Nullable Double maeDays, @Nullable Double within3Percent, @Nullable Double within7Percent) {}

  /// One threshold. AUC: chance that a late one was ranked above one in time; null when all were
  /// the same. Brier: mean squared error of the chance. The work list is the fifth with the highest
  /// chance.
  ///
  /// @param latePercent how many were late
  /// @param precisionPercent share of the work list that was late
  /// @param capturePercent share of the late ones that the work list held
  public record Threshold(
      int days,
      double latePercent,
      @Nullable Double auc,
      double brier,
      @Nullable Double aucOwnShare,
      double brierOwnShare,
      double precisionPercent,
      double capturePercent,
      double precisionOwnSharePercent,
      double captureOwnSharePercent) {}
}
