package dunnage.app.debtors;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a register calls a debtor.
///
/// @param scheme one of [#SCHEMES], or [#ALIAS] for another name
record Identifier(String scheme, String value) {

  static final String ALIAS = "alias";
  static final List<String> SCHEMES = List.of("lei", "vat", "registration", "other");

  private static final int RADIX = 36;
  private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");

  /// EU numbers start with their country (Directive 2006/112/EC, article 215); others are digits
  /// and letters, like the 18 of China's uniform social credit code or the 10 of a Russian ИНН.
  private static final Pattern VAT =
      Pattern.compile("[A-Z]{2}(?=.*[0-9])[0-9A-Z+*]{2,13}|(?=.*[0-9])[0-9A-Z]{8,18}");

  /// As it is kept, after what is wrong with it was told.
  static Identifier read(String pointer, String scheme, String value, Fields fields) {
    return switch (scheme) {
      case "lei" -> new Identifier(scheme, lei(pointer, value, fields));
      case "vat" -> new Identifier(scheme, vat(pointer, value, fields));
      default -> new Identifier(scheme, value);
    };
  }

  private static String packed(String value) {
    return value.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
  }

  private static String vat(String pointer, String value, Fields fields) {
    String packed = packed(value);
    if (!VAT.matcher(packed).matches()) {
      fields.wrong(pointer, "is no VAT number", "Write it like DE123456789.");
    }
    return packed;
  }

  private static String lei(String pointer, String value, Fields fields) {
    String packed = packed(value);
    if (!LEI.matcher(packed).matches()) {
      fields.wrong(pointer, "is no LEI", "Give 18 letters and digits and two check digits.");
    } else if (remainder(packed) != 1) {
      fields.wrong(pointer, "is no LEI: its check digits do not fit", "Is one of the 20 mistyped?");
    }
    return packed;
  }

  /// Modulo 97 with letters as 10 to 35 (ISO 17442-1 by ISO/IEC 7064 MOD 97-10); 1 for a sound one.
  private static int remainder(String lei) {
    int remainder = 0;
    for (char c : lei.toCharArray()) {
      int value = Character.digit(c, RADIX);
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder;
  }
}
