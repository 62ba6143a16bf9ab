/// Who owes: the identity of a debtor as files name it.
@NullMarked
package dunnage.kernel.party;

import org.jspecify.annotations.NullMarked;
