/// Reads other people's files into kernel values. [Files] is the door.
@NullMarked
package dunnage.formats;

import org.jspecify.annotations.NullMarked;
