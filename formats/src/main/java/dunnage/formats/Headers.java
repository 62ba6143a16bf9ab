package dunnage.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows the names of columns in seven languages and the exports of common programs. The list is
/// the resource `headers.txt`; where a file has several columns for one field, the name that stands
/// earlier in the list wins.
final class Headers {

  private static final int LONGEST_HEADER_CHARS = 80;
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}°º]+");
  private static final Pattern CURRENCY_AT_END = Pattern.compile("(.*?) ([a-z]{3})$");

  /// @param rank place in the list: smaller is more specific
  record Meaning(Field field, int rank) {}

  private static final Map<String, Meaning> KNOWN = load();

  private Headers() {}

  /// What a header means, or null.
  static @Nullable Meaning meaning(String header) {
    if (header.length() > LONGEST_HEADER_CHARS) {
      return null;
    }
    String normal = normal(header);
    Meaning meaning = KNOWN.get(normal);
    if (meaning == null && currencyIn(header) != null) {
      var matcher = CURRENCY_AT_END.matcher(normal);
      meaning = matcher.matches() ? KNOWN.get(matcher.group(1)) : null;
      return meaning != null && meaning.field().isAmount() ? meaning : null;
    }
    return meaning;
  }

  /// A currency named in a header like `Amount (USD)`, or null.
  static @Nullable String currencyIn(String header) {
    var matcher = CURRENCY_AT_END.matcher(normal(header));
    if (!matcher.matches()) {
      return null;
    }
    String code = matcher.group(2).toUpperCase(Locale.ROOT);
    return dunnage.kernel.money.Currency.find(code) == null ? null : code;
  }

  /// Lower case, words apart, no punctuation: `invoiceNumber`, `Invoice No.` and `INVOICE_NO`
  /// alike.
  static String normal(String header) {
    String text = Normalizer.normalize(header, Normalizer.Form.NFKC).strip();
    text = CAMEL.matcher(text).replaceAll(" ");
    text = NOT_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return text.strip();
  }

  private static Map<String, Meaning> load() {
    Map<String, Meaning> known = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Headers.class.getResourceAsStream("headers.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int rank = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        Field field = Field.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        for (String name : line.substring(colon + 1).split("\\|")) {
          known.putIfAbsent(normal(name), new Meaning(field, rank++));
        }
      }
    } catch (IOException jarBroken) {
      throw new UncheckedIOException(jarBroken);
    }
    return known;
  }
}
