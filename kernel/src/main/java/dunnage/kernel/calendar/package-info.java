/// Payment terms, what starts their clock, due dates and aging buckets.
@NullMarked
package dunnage.kernel.calendar;

import org.jspecify.annotations.NullMarked;
