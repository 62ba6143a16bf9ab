/// How Dunnage says things, once for page, terminal and JSON: figures, money, the headline.
@NullMarked
package dunnage.app.wording;

import org.jspecify.annotations.NullMarked;
