/// The assessment as one self-contained page: no script, no request, prints on A4. [HtmlReport] is
/// the door.
@NullMarked
package dunnage.app.report;

import org.jspecify.annotations.NullMarked;
