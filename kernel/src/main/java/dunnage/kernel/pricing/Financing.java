package dunnage.kernel.pricing;

import java.math.BigDecimal;

/// A financier advances a share of the receivables it takes.
///
/// @param advanceRate share of the borrowing base, above 0 to 1
/// @param recourse whether the seller pays the advance back when a debtor does not pay
/// @param recourseDays days past due after which it must
public record Financing(
    String name,
    BigDecimal advanceRate,
    Charges charges,
    boolean recourse,
    int recourseDays,
    EligibilityRules rules,
    PoolRules pool)
    implements Offer {}
