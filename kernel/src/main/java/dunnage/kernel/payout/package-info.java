/// What a marketplace pays its sellers, and when: settlements as read from its files, the lag of
/// each payout behind its promised day, what is trapped there, and whether the wait is growing.
@NullMarked
package dunnage.kernel.payout;

import org.jspecify.annotations.NullMarked;
