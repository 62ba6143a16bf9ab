/// The one place where the kernel reads: tables that ship beside its classes.
@NullMarked
package dunnage.kernel.shipped;

import org.jspecify.annotations.NullMarked;
