/// Splits a sum over ranked claims: who is paid first, who shares what is left, who goes short.
@NullMarked
package dunnage.kernel.waterfall;

import org.jspecify.annotations.NullMarked;
