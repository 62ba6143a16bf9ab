/// Exact amounts. Two currencies never add; every rounding is an argument.
@NullMarked
package dunnage.kernel.money;

import org.jspecify.annotations.NullMarked;
