/// When will it be paid? A distribution of the pay date for every open receivable, learnt from the
/// book itself as of a day, and the replay of history that shows how far to trust it.
@NullMarked
package dunnage.kernel.forecast;

import org.jspecify.annotations.NullMarked;
