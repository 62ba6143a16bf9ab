/// What was wrong with an input, where, and how to mend it. Findings travel beside the value; they
/// are never thrown.
@NullMarked
package dunnage.kernel.findings;

import org.jspecify.annotations.NullMarked;
