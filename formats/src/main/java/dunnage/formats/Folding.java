package dunnage.formats;

import java.text.Normalizer;
import java.util.Locale;

/// Makes words comparable that differ only in how they are written: compatibility forms, case,
/// accents, camelCase and punctuation.
final class Folding {

  /// Longer cells are no header and no word of a list.
  private static final int MAX_CHARS = 200;

  private Folding() {}

  /// Words of letters and digits with one space between them; `invoiceNumber`, `Invoice_Number` and
  /// `INVOICE NUMBER:` all become `invoice number`.
  static String fold(String text) {
    if (text.length() > MAX_CHARS) {
      return "";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace("#", " no ");
    plain = Normalizer.normalize(splitCamelCase(plain), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK) {
        continue;
      }
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().strip().toLowerCase(Locale.ROOT).replace("ß", "ss");
  }

  private static String splitCamelCase(String text) {
    StringBuilder split = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > 0 && Character.isUpperCase(c)) {
        boolean afterLower = Character.isLowerCase(text.charAt(i - 1));
        boolean startsWord =
            Character.isUpperCase(text.charAt(i - 1))
                && i + 1 < text.length()
                && Character.isLowerCase(text.charAt(i + 1));
        if (afterLower || startsWord) {
          split.append(' ');
        }
      }
      split.append(c);
    }
    return split.toString();
  }
}
