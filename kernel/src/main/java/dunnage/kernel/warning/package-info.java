/// Change detection on a debtor's payments, orders and silence: who is getting worse or better,
/// since when, how sure.
@NullMarked
package dunnage.kernel.warning;

import org.jspecify.annotations.NullMarked;
