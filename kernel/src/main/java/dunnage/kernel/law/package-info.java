/// Statutory interest for late payment and limitation of claims, from tables that carry their
/// source and how sure it is. A rate or rule that is missing is said, never guessed. Not legal
/// advice.
@NullMarked
package dunnage.kernel.law;

import org.jspecify.annotations.NullMarked;
