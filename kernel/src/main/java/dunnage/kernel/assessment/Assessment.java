package dunnage.kernel.assessment;

import dunnage.kernel.forecast.ExpectedCash;
import dunnage.kernel.ledger.UnmatchedReceipt;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the risk desk says of a book at the end of a day.
///
/// @param base currency asked for with rates; null when currencies stay apart
/// @param ratesUsed the rates behind every sum in `base`
/// @param debtors everyone with a receivable issued by the day, worst first
/// @param receivables those open, worst debtor first, then oldest first
/// @param expectedCash thirteen weeks for each currency with something open
/// @param toGrow ids of improving debtors under their limit, with a higher limit, best first
/// @param unmatched bank lines and payments that count for nothing yet (known by the day)
/// @param newestFact latest dated fact in the book, also after the day; null for an empty book
/// @param ratesMissing currencies with something open for which `base` was asked and no rate was
///   given: they stay apart
public record Assessment(
    LocalDate asOf,
    @Nullable Currency base,
    List<FxRate> ratesUsed,
    Portfolio portfolio,
    List<DebtorLine> debtors,
    List<ReceivableLine> receivables,
    List<ExpectedCash> expectedCash,
    List<GrowthLine> toGrow,
    List<UnmatchedReceipt> unmatched,
    @Nullable LocalDate newestFact,
    List<Currency> ratesMissing) {}
