/// Grade, limit, terms and next step from payment experience; every score is a list of pieces.
@NullMarked
package dunnage.kernel.risk;

import org.jspecify.annotations.NullMarked;
