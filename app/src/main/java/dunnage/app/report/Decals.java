package dunnage.app.report;

import dunnage.kernel.calendar.AgingBucket;
import java.io.IOException;

/// Patterns of the aging buckets, so that colour is not the only sign. Defined once per page.
final class Decals {

  private Decals() {}

  static void write(Html html) throws IOException {
    html.open(
            "svg",
            "class",
            "sprite",
            "width",
            "0",
            "height",
            "0",
            "aria-hidden",
            "true",
            "focusable",
            "false")
        .open("defs");
    pattern(html, AgingBucket.DAYS_1_30, "6", "0");
    html.empty("circle", "class", "decal-dot", "cx", "3", "cy", "3", "r", "1.1").close("pattern");
    pattern(html, AgingBucket.DAYS_31_60, "6", "45");
    html.empty("path", "class", "decal", "d", "M0 3H6").close("pattern");
    pattern(html, AgingBucket.DAYS_61_90, "6", "0");
    html.empty("path", "class", "decal", "d", "M0 3H6M3 0V6").close("pattern");
    pattern(html, AgingBucket.OVER_90, "5", "-45");
    html.empty("path", "class", "decal", "d", "M0 2.5H5").close("pattern");
    html.close("defs").close("svg");
  }

  /// What fills a bucket's area.
  static String fill(AgingBucket bucket) {
    return bucket == AgingBucket.NOT_DUE ? "" : "url(#age" + bucket.ordinal() + ")";
  }

  /// A piece of a bar in the bucket's colour and pattern.
  static void piece(Html html, AgingBucket bucket, String x, String width, String height)
      throws IOException {
    if (bucket == AgingBucket.NOT_DUE) {
      html.empty("rect", "class", "a0", "x", x, "width", width, "height", height);
    } else {
      html.empty("rect", "fill", fill(bucket), "x", x, "width", width, "height", height);
    }
  }

  private static void pattern(Html html, AgingBucket bucket, String size, String turn)
      throws IOException {
    html.open(
        "pattern",
        "id",
        "age" + bucket.ordinal(),
        "width",
        size,
        "height",
        size,
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(" + turn + ")");
    html.empty("rect", "class", "a" + bucket.ordinal(), "width", size, "height", size);
  }
}
