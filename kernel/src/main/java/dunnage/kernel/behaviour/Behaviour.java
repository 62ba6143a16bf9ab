package dunnage.kernel.behaviour;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How one debtor has paid, as known at the end of a day. Days are days beyond terms: negative is
/// early. Unpaid parts that are past due count with the days up to that day, otherwise a debtor who
/// stops paying would look punctual. Undated payments count nowhere here.
///
/// @param paidReceivables receivables settled in full on a known day
/// @param daysBeyondTerms amount-weighted over everything known; null without experience
/// @param paymentIndex 1 to 100, 80 is on the due date; over everything known; null without
///   experience
/// @param recentDaysBeyondTerms as above, over what was paid or fell due in the last 12 months
/// @param recentPaymentIndex as above, over the last 12 months
/// @param volatilityDays standard deviation of days beyond terms per receivable; null with fewer
///   than two
/// @param everOver90Percent share of the amount that fell due which was ever more than 90 days
///   late, 0 to 100; null without experience
/// @param orders whether the volume invoiced or ordered rises or falls
/// @param ordersChangePercent last 12 months against the 12 before (or half against half of a
///   shorter history); null if unknown
/// @param lateness whether they pay later (`RISING`) or sooner (`FALLING`) than before
/// @param latenessChangeDays change of days beyond terms, last against before; null if unknown
/// @param brokenPromises promises whose day passed without the money
/// @param silentSince day of the oldest message or call that has had no answer since; null if none
/// @param contactGone whether the person one dealt with has left and no reply came since
/// @param lastPaid day of the last payment; null if none
/// @param firstIssued day of the first receivable; null if none
public record Behaviour(
    int paidReceivables,
    @Nullable Double daysBeyondTerms,
    @Nullable Double paymentIndex,
    @Nullable Double recentDaysBeyondTerms,
    @Nullable Double recentPaymentIndex,
    @Nullable Double volatilityDays,
    @Nullable Double everOver90Percent,
    Trend orders,
    @Nullable Double ordersChangePercent,
    Trend lateness,
    @Nullable Double latenessChangeDays,
    int brokenPromises,
    @Nullable LocalDate silentSince,
    boolean contactGone,
    @Nullable LocalDate lastPaid,
    @Nullable LocalDate firstIssued) {}
