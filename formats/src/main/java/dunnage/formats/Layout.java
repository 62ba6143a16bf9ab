package dunnage.formats;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which column means what, and so which kind of table it is.
///
/// @param headers as written
/// @param columns column of each field found
/// @param headerLine 1-based line of the header
/// @param currency named in the header of the amount, or null
record Layout(
    List<String> headers, Map<Field, Integer> columns, int headerLine, @Nullable String currency) {

  /// What the rows of a table tell.
  enum Kind {
    RECEIVABLES,
    PAYMENTS,
    ALLOCATIONS,
    EVENTS,
    ORDERS,
    UNKNOWN
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  int column(Field field) {
    Integer at = columns.get(field);
    return at == null ? -1 : at;
  }

  String header(Field field) {
    Integer at = columns.get(field);
    return at == null ? field.code() : headers.get(at);
  }

  boolean whoOwes() {
    return has(Field.DEBTOR) || has(Field.NAME);
  }

  Kind kind() {
    boolean amount = has(Field.AMOUNT) || has(Field.PAID_AMOUNT);
    boolean dated = has(Field.PAID_ON) || has(Field.DATE);
    if (has(Field.EVENT) && (dated || has(Field.ISSUED)) && whoOwes()) {
      return Kind.EVENTS;
    }
    boolean owed =
        has(Field.DUE) || has(Field.TERMS) || has(Field.ISSUED) || has(Field.OPEN_AMOUNT);
    if (!owed && amount) {
      if (has(Field.PAYMENT) && has(Field.RECEIVABLE) && !dated) {
        return Kind.ALLOCATIONS;
      }
      if (dated
          && (has(Field.PAYMENT)
              || has(Field.RECEIVABLE) && has(Field.PAID_ON)
              || has(Field.RECEIVABLE) && !whoOwes())) {
        return Kind.PAYMENTS;
      }
      if (has(Field.ORDER)
          && (has(Field.ORDER_DATE) || has(Field.DATE))
          && whoOwes()
          && !has(Field.RECEIVABLE)) {
        return Kind.ORDERS;
      }
    }
    boolean money = amount || has(Field.OPEN_AMOUNT);
    boolean named = whoOwes() || has(Field.RECEIVABLE);
    return money && named && (owed || dated) ? Kind.RECEIVABLES : Kind.UNKNOWN;
  }

  /// Field to header, for the report.
  Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    columns.forEach(
        (field, at) -> {
          if (field != Field.IGNORED) {
            named.put(field.code(), headers.get(at));
          }
        });
    return named;
  }

  List<String> unused() {
    return java.util.stream.IntStream.range(0, headers.size())
        .filter(i -> !columns.containsValue(i) && !headers.get(i).isBlank())
        .filter(
            i -> {
              Headers.Meaning meaning = Headers.meaning(headers.get(i));
              return meaning == null || meaning.field() != Field.IGNORED;
            })
        .mapToObj(headers::get)
        .toList();
  }

  /// The columns that a header row names.
  static Layout of(List<String> headers, int line, Map<String, String> told) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, Integer> ranks = new EnumMap<>(Field.class);
    for (int i = 0; i < headers.size(); i++) {
      Headers.Meaning meaning = Headers.meaning(headers.get(i));
      if (meaning == null || meaning.field() == Field.IGNORED) {
        continue;
      }
      Integer before = ranks.get(meaning.field());
      if (before == null || meaning.rank() < before) {
        columns.put(meaning.field(), i);
        ranks.put(meaning.field(), meaning.rank());
      }
    }
    told.forEach(
        (name, header) -> {
          Field field = Field.named(name);
          int at = indexOf(headers, header);
          if (field != null && at >= 0) {
            columns.values().removeIf(i -> i == at);
            columns.put(field, at);
          }
        });
    // "Balance" beside an amount is what is open of it; alone it is the amount itself
    Integer amount = columns.get(Field.AMOUNT);
    amount = amount == null ? columns.get(Field.OPEN_AMOUNT) : amount;
    amount = amount == null ? columns.get(Field.PAID_AMOUNT) : amount;
    return new Layout(
        headers, columns, line, amount == null ? null : Headers.currencyIn(headers.get(amount)));
  }

  static int indexOf(List<String> headers, String wanted) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).strip().equals(wanted.strip())
          || Headers.normal(headers.get(i)).equals(Headers.normal(wanted))) {
        return i;
      }
    }
    return -1;
  }
}
