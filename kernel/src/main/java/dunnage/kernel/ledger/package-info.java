/// Facts as they are recorded, the book they make, and the position of any receivable on any day.
@NullMarked
package dunnage.kernel.ledger;

import org.jspecify.annotations.NullMarked;
