package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.Severity;
import dunnage.kernel.money.Currency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which column holds which field. What the user names wins; then the header that stands first in
/// the list of known headers; two equal ones are not chosen between.
final class Columns {

  /// Fields for which the wrong one of two columns would be a wrong sum or a wrong day.
  private static final Set<Field> DECISIVE =
      Set.of(
          Field.RECEIVABLE,
          Field.DUE,
          Field.ISSUED,
          Field.AMOUNT,
          Field.CURRENCY,
          Field.PAID_ON,
          Field.PAID_AMOUNT,
          Field.OPEN_AMOUNT);

  private final HeaderRow header;
  private final List<KnownHeaders.Meaning> meanings = new ArrayList<>();
  private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
  private final List<Finding> problems = new ArrayList<>();
  private final Map<Field, Finding> ambiguities = new EnumMap<>(Field.class);
  private final Map<Field, Finding> toldButAbsent = new EnumMap<>(Field.class);

  Columns(HeaderRow header, ReadOptions options, String label) {
    this.header = header;
    header.names().forEach(name -> meanings.add(KnownHeaders.meaning(name)));
    options.columns().forEach((field, told) -> take(field, told, label));
    Map<Field, Integer> rivals = new EnumMap<>(Field.class);
    for (int i = 0; i < meanings.size(); i++) {
      choose(i, rivals);
    }
    rivals.forEach((field, rival) -> ambiguous(field, rival, label));
    secondDebtorColumnIsTheName();
    amountInOwnCurrency();
  }

  private void take(String word, String told, String label) {
    Field field = Field.named(word);
    if (field == null) {
      String known =
          java.util.Arrays.stream(Field.values())
              .filter(f -> Field.named(f.name()) != null)
              .map(Field::code)
              .collect(Collectors.joining(", "));
      problems.add(
          Finding.of(FindingCode.COLUMN_MISSING, label, word, "a field name")
              .withRemedy("Name one of: " + known));
      return;
    }
    for (int i = 0; i < header.names().size(); i++) {
      if (HeaderRow.isMeant(header.names().get(i), told)) {
        columns.put(field, i);
        return;
      }
    }
    String there =
        header.names().stream().filter(n -> !n.isBlank()).collect(Collectors.joining(", "));
    toldButAbsent.put(
        field,
        Finding.at(
                FindingCode.COLUMN_MISSING,
                label,
                header.line(),
                field.code(),
                told,
                "a header of this file")
            .withRemedy("The headers are: " + there));
  }

  private void choose(int column, Map<Field, Integer> rivals) {
    Field field = meanings.get(column).field();
    if (field == null || columns.containsValue(column)) {
      return;
    }
    Integer before = columns.get(field);
    if (before == null) {
      columns.put(field, column);
      return;
    }
    int rankBefore = meanings.get(before).rank();
    if (meanings.get(before).field() != field) {
      return; // the user named another one
    }
    if (meanings.get(column).rank() < rankBefore) {
      columns.put(field, column);
      rivals.remove(field);
    } else if (meanings.get(column).rank() == rankBefore) {
      rivals.put(field, column);
    }
  }

  private void ambiguous(Field field, int rival, String label) {
    if (DECISIVE.contains(field)) {
      int first = columns.getOrDefault(field, rival);
      ambiguities.put(
          field,
          Finding.at(
                  FindingCode.COLUMN_AMBIGUOUS,
                  label,
                  header.line(),
                  field.code(),
                  nameWithPlace(first) + " and " + nameWithPlace(rival),
                  "one column for " + field.code())
              .withRemedy(
                  "Give the two columns different headers, or say which with --map "
                      + field.code()
                      + "=…"));
    }
  }

  private String nameWithPlace(int column) {
    return header.names().get(column) + " (column " + (column + 1) + ")";
  }

  /// `Customer ID` and `Customer` side by side: the second is the name.
  private void secondDebtorColumnIsTheName() {
    if (columns.containsKey(Field.NAME)) {
      return;
    }
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i).field() == Field.DEBTOR && !columns.containsValue(i)) {
        columns.put(Field.NAME, i);
        return;
      }
    }
  }

  /// The amount in the creditor's currency stands in where there is no other, and then only with
  /// its own currency: the document's one would be wrong beside it.
  private void amountInOwnCurrency() {
    if (columns.containsKey(Field.AMOUNT) || !columns.containsKey(Field.LOCAL_AMOUNT)) {
      return;
    }
    columns.put(Field.AMOUNT, columns.get(Field.LOCAL_AMOUNT));
    Integer currency = columns.get(Field.CURRENCY);
    if (columns.containsKey(Field.LOCAL_CURRENCY)) {
      columns.put(Field.CURRENCY, columns.get(Field.LOCAL_CURRENCY));
    } else if (currency != null && isOfDocument(header.names().get(currency))) {
      columns.remove(Field.CURRENCY);
    }
  }

  private static boolean isOfDocument(String name) {
    String folded = Folding.fold(name);
    return folded.contains("doc")
        || folded.contains("beleg")
        || folded.contains("invoice")
        || folded.contains("原币");
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /// The column of a field, counted from 0; -1 when there is none.
  int of(Field field) {
    Integer column = columns.get(field);
    return column == null ? -1 : column;
  }

  /// The header of a field's column, for findings.
  String header(Field field) {
    int column = of(field);
    return column < 0 ? field.code() : header.names().get(column);
  }

  /// Makes one field's column serve as another's.
  void lend(Field from, Field to) {
    Integer column = columns.get(from);
    if (column != null && !columns.containsKey(to)) {
      columns.put(to, column);
    }
  }

  /// As [#lend], also where the other field has a column of its own.
  void lendOver(Field from, Field to) {
    Integer column = columns.get(from);
    if (column != null) {
      columns.put(to, column);
    }
  }

  HeaderRow header() {
    return header;
  }

  int count() {
    return header.names().size();
  }

  /// The currency the header of the amount names.
  @Nullable Currency currencyInHeader() {
    for (Field field : List.of(Field.AMOUNT, Field.OPEN_AMOUNT, Field.PAID_AMOUNT)) {
      Integer column = columns.get(field);
      if (column != null && meanings.get(column).currency() != null) {
        return meanings.get(column).currency();
      }
    }
    return null;
  }

  /// How many currency units one unit of a field's column is.
  int unit(Field field) {
    Integer column = columns.get(field);
    return column == null ? 1 : meanings.get(column).unit();
  }

  /// The order of day and month that a header of a date column names.
  @Nullable DateOrder datesInHeader() {
    for (Map.Entry<Field, Integer> entry : columns.entrySet()) {
      if (entry.getKey().isDate() && meanings.get(entry.getValue()).dates() != null) {
        return meanings.get(entry.getValue()).dates();
      }
    }
    return null;
  }

  /// What the user has to settle before this file can be read as a table that uses these fields: a
  /// column named by the user that such a table does not have is only noted, since one `--map` is
  /// given for several files.
  List<Finding> problems(Set<Field> used) {
    List<Finding> all = new ArrayList<>(problems);
    toldButAbsent.forEach(
        (field, finding) -> all.add(used.contains(field) ? finding : noted(finding)));
    ambiguities.forEach(
        (field, finding) -> all.addAll(used.contains(field) ? List.of(finding) : List.of()));
    return all;
  }

  private static Finding noted(Finding f) {
    return new Finding(
        f.code(),
        Severity.NOTE,
        f.file(),
        f.line(),
        f.column(),
        f.seen(),
        f.expected(),
        f.remedy());
  }

  /// Field to header, for the fields a table uses.
  Map<String, String> recognised(Set<Field> used) {
    Map<String, String> shown = new LinkedHashMap<>();
    columns.forEach(
        (field, column) -> {
          if (used.contains(field)) {
            shown.put(field.code(), header.names().get(column));
          }
        });
    return shown;
  }

  /// Headers of the columns that a table does not use and that are not merely derived.
  List<String> unused(Set<Field> used) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.names().size(); i++) {
      if (!header.names().get(i).isBlank()
          && !isUsed(i, used)
          && meanings.get(i).field() != Field.IGNORED) {
        names.add(header.names().get(i));
      }
    }
    return names;
  }

  private boolean isUsed(int column, Set<Field> used) {
    return columns.entrySet().stream()
        .anyMatch(e -> e.getValue() == column && used.contains(e.getKey()));
  }

  /// Headers of columns that are computed anew instead of believed.
  List<String> derived() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i).field() == Field.IGNORED) {
        names.add(header.names().get(i));
      }
    }
    return names;
  }

  /// The field a column serves, or null.
  @Nullable Field fieldAt(int column) {
    for (Map.Entry<Field, Integer> entry : columns.entrySet()) {
      if (entry.getValue() == column) {
        return entry.getKey();
      }
    }
    return null;
  }
}
