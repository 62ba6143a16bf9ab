/// What receivables are worth to a financier and what the money costs the seller: eligibility,
/// borrowing base, advance, true annual cost, offers side by side.
@NullMarked
package dunnage.kernel.pricing;

import org.jspecify.annotations.NullMarked;
