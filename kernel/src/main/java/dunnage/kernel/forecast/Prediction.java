package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Receivable;
import org.jspecify.annotations.Nullable;

/// One forecast of the replay: made with what was known on the issue date, beside what happened.
/// All figures are signed days late.
///
/// @param moreThan chances in the order of [Forecast#thresholdsDays]
/// @param ownMedian baseline: the debtor's median at that time, 0 without one
/// @param ownLateShare baseline: the debtor's share of late payments per threshold, else the
///   portfolio's
/// @param actual days late at which nothing was left open; null while it is open
public record Prediction(
    Receivable receivable,
    int expected,
    int q10,
    int q50,
    int q90,
    double[] moreThan,
    int ownMedian,
    double[] ownLateShare,
    @Nullable Integer actual) {}
