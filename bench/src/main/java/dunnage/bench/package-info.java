/// Measurements: generators of large books, trials against known truth. Nothing here ships.
@org.jspecify.annotations.NullMarked
package dunnage.bench;
