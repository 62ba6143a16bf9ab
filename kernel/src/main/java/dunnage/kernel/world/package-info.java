/// A seeded simulator of debtors and marketplaces, healthy to collapsing, that knows the truth:
/// sample books, load, and the ground truth that an early warning is measured against.
@NullMarked
package dunnage.kernel.world;

import org.jspecify.annotations.NullMarked;
