/// The risk desk in one call: a book and a day in, everything a credit controller reads out.
@NullMarked
package dunnage.kernel.assessment;

import org.jspecify.annotations.NullMarked;
