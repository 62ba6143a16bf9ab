package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Everything a financier takes. Amounts bear on the pool of their own currency only.
///
/// @param adminRate of the face value taken, once; 0 for none
/// @param minimumFee least sum of fee, interest and admin fee; null for none
/// @param perInvoice for each receivable taken; null for none
/// @param setup once; null for none
/// @param wire for each of two transfers, the advance and the rest; null for none
/// @param upFront whether fee and costs are kept back from the advance instead of from the rest
public record Charges(
    Fee fee,
    BigDecimal adminRate,
    @Nullable Money minimumFee,
    @Nullable Money perInvoice,
    @Nullable Money setup,
    @Nullable Money wire,
    boolean upFront) {}
