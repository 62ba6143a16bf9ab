/// How a debtor has paid, computed from the book as of a day.
@NullMarked
package dunnage.kernel.behaviour;

import org.jspecify.annotations.NullMarked;
