/// Generators of invented books, small and large. Nothing here ships.
@NullMarked
package dunnage.bench;

import org.jspecify.annotations.NullMarked;
