/// The command line: words in, a report or JSON out, an exit code. [Dunnage] is the door.
@NullMarked
package dunnage.app.cli;

import org.jspecify.annotations.NullMarked;
