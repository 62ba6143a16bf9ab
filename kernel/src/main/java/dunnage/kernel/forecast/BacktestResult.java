package dunnage.kernel.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far to trust the forecast, beside what one would say without it. Days are absolute days.
///
/// @param forecast receivables forecast
/// @param known those of them whose end is known
/// @param maeDays mean absolute error of the expected day; null when nothing is known
/// @param maeDueDateDays the same for "pays on the due date"
/// @param maeOwnMedianDays the same for the debtor's own median
/// @param within3Percent share within 3 days, 0 to 100
/// @param within7Percent share within 7 days
/// @param coveragePercent share inside the interval that promises 80
public record BacktestResult(
    int forecast,
    int known,
    @Nullable Double maeDays,
    @Nullable Double maeDueDateDays,
    @Nullable Double maeOwnMedianDays,
    @Nullable Double within3Percent,
    @Nullable Double within7Percent,
    @Nullable Double coveragePercent,
    List<Threshold> thresholds) {

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
