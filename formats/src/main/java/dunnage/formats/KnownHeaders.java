package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.money.Currency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a header means, in the languages and products listed in `columns.tsv`.
final class KnownHeaders {

  /// What one header says.
  ///
  /// @param field null when the header is not known
  /// @param rank place in the list: of two columns for one field the lower one is meant
  /// @param currency named in the header, as in `Amount (USD)`
  /// @param unit how many currency units one unit of the column is, as in `金额(万元)`
  /// @param dates order of day and month named in the header, as in `Due date (dd/mm/yyyy)`
  record Meaning(
      @Nullable Field field,
      int rank,
      @Nullable Currency currency,
      int unit,
      @Nullable DateOrder dates) {}

  private record Known(Field field, int rank) {}

  private static final Map<String, Known> KNOWN = load();

  private static final Pattern BRACKETS = Pattern.compile("[(\\[（【{]([^)\\]）】}]*)[)\\]）】}]");
  private static final Pattern PARTS =
      Pattern.compile(
          "[/|\\n\\r\\\\]|(?<=[\\p{IsHan}])\\s*(?=[A-Za-z])|(?<=[A-Za-z.])\\s*(?=[\\p{IsHan}])");
  private static final Map<String, Integer> UNITS =
      Map.of(
          "万元",
          10_000,
          "千元",
          1_000,
          "万",
          10_000,
          "тыс руб",
          1_000,
          "тыс",
          1_000,
          "teur",
          1_000,
          "thousands",
          1_000,
          "in thousands",
          1_000,
          "000",
          1_000,
          "млн руб",
          1_000_000);

  private KnownHeaders() {}

  private static Map<String, Known> load() {
    Map<String, Known> known = new HashMap<>(1 << 11);
    int rank = 0;
    for (ListedWords.Line line : ListedWords.read("columns.tsv")) {
      Field field = Field.valueOf(line.meaning().toUpperCase(Locale.ROOT));
      for (String word : line.words()) {
        known.putIfAbsent(Folding.fold(word), new Known(field, rank++));
      }
    }
    return Map.copyOf(known);
  }

  /// The field a header names as it stands, without taking it apart.
  static @Nullable Field exact(String header) {
    Known known = KNOWN.get(Folding.fold(header));
    return known == null ? null : known.field();
  }

  static Meaning meaning(String header) {
    Currency currency = null;
    int unit = 1;
    DateOrder dates = null;
    List<String> candidates = new ArrayList<>();
    candidates.add(header);
    Matcher brackets = BRACKETS.matcher(header);
    while (brackets.find()) {
      String inside = brackets.group(1);
      String folded = Folding.fold(inside);
      unit = Math.max(unit, UNITS.getOrDefault(folded, 1));
      currency = currency == null ? currency(inside, folded) : currency;
      dates = dates == null ? dateOrder(folded) : dates;
    }
    String bare = BRACKETS.matcher(header).replaceAll(" ");
    candidates.add(bare);
    for (String candidate : candidates) {
      Known known = KNOWN.get(Folding.fold(candidate));
      if (known != null) {
        return new Meaning(known.field(), known.rank(), currency, unit, dates);
      }
    }
    return takenApart(bare, currency, unit, dates);
  }

  /// The currency within brackets, behind a unit as well: `万元`, `тыс. руб.`
  private static @Nullable Currency currency(String inside, String folded) {
    if (!UNITS.containsKey(folded)) {
      return CurrencyWords.find(inside);
    }
    Currency whole = CurrencyWords.find(folded);
    String last =
        folded.substring(
            Math.max(folded.lastIndexOf(' ') + 1, folded.endsWith("元") ? folded.length() - 1 : 0));
    return whole == null ? CurrencyWords.find(last) : whole;
  }

  /// `InvoiceAmount EUR`, `USD Amount`, `客户 Customer`, `Invoice No. / 发票号码`.
  private static Meaning takenApart(
      String bare, @Nullable Currency currency, int unit, @Nullable DateOrder dates) {
    String folded = Folding.fold(bare);
    int last = folded.lastIndexOf(' ');
    int first = folded.indexOf(' ');
    if (last > 0) {
      Known atStart = KNOWN.get(folded.substring(0, last));
      String end = folded.substring(last + 1);
      if (atStart != null && atStart.field().isAmount()) {
        Currency named = CurrencyWords.find(end);
        if (named != null) {
          return new Meaning(atStart.field(), atStart.rank(), named, unit, dates);
        }
      }
      Known atEnd = KNOWN.get(folded.substring(first + 1));
      if (atEnd != null && atEnd.field().isAmount()) {
        Currency named = CurrencyWords.find(folded.substring(0, first));
        if (named != null) {
          return new Meaning(atEnd.field(), atEnd.rank(), named, unit, dates);
        }
      }
    }
    for (String part : PARTS.split(bare)) {
      Known known = KNOWN.get(Folding.fold(part));
      if (known != null) {
        return new Meaning(known.field(), known.rank(), currency, unit, dates);
      }
    }
    return new Meaning(null, Integer.MAX_VALUE, currency, unit, dates);
  }

  private static @Nullable DateOrder dateOrder(String folded) {
    if (folded.startsWith("dd mm") || folded.startsWith("d m y") || folded.equals("dmy")) {
      return DateOrder.DMY;
    }
    return folded.startsWith("mm dd") || folded.startsWith("m d y") || folded.equals("mdy")
        ? DateOrder.MDY
        : null;
  }
}
