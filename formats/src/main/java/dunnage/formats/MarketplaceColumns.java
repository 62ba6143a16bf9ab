package dunnage.formats;

import dunnage.kernel.payout.RowType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of a marketplace file, found by their names.
///
/// @param cells place of each column that stands once
/// @param parts the columns of money a row is made of
record MarketplaceColumns(
    MarketplaceFormat format, HeaderRow header, Map<Cell, Integer> cells, List<Part> parts) {

  /// A column that stands once, beside those of money.
  enum Cell {
    MARKETPLACE,
    SELLER,
    ID,
    FROM,
    TO,
    DEPOSIT,
    PROMISED,
    PAID,
    POSTED,
    TOTAL,
    CURRENCY,
    OTHER_CURRENCY,
    TYPE,
    DETAIL,
    LABEL,
    TITLE,
    ORDER,
    PLACE,
    STATUS,
    IMPACT,
    BALANCE,
    NET;

    boolean isDate() {
      return this == FROM
          || this == TO
          || this == DEPOSIT
          || this == PROMISED
          || this == PAID
          || this == POSTED;
    }

    boolean isAmount() {
      return this == TOTAL || this == NET || this == BALANCE;
    }
  }

  /// One column of money.
  ///
  /// @param type what its money is; null where the row or the label tells
  /// @param label column that names the type; -1 if none
  /// @param deducted whether a positive figure is taken off
  record Part(int column, String name, @Nullable RowType type, int label, boolean deducted) {}

  private static final Map<MarketplaceFormat, Map<String, List<String>>> KNOWN = load();

  private static Map<MarketplaceFormat, Map<String, List<String>>> load() {
    Map<MarketplaceFormat, Map<String, List<String>>> all = new EnumMap<>(MarketplaceFormat.class);
    for (ListedWords.Line line : ListedWords.read("marketplaces.tsv")) {
      MarketplaceFormat format =
          MarketplaceFormat.valueOf(line.meaning().toUpperCase(Locale.ROOT).replace('-', '_'));
      boolean roles = line.source().equals("needs");
      List<String> words = line.words().stream().map(w -> roles ? w : Folding.fold(w)).toList();
      all.computeIfAbsent(format, f -> new LinkedHashMap<>()).put(line.source(), words);
    }
    return all;
  }

  /// The header of a marketplace file among the first rows: the one that names the most of a
  /// format's columns; null if none names all that a format needs.
  static @Nullable MarketplaceColumns find(List<String[]> rows, List<Integer> lines) {
    MarketplaceFormat best = null;
    int at = -1;
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      Set<String> names = names(rows.get(i));
      for (MarketplaceFormat format : MarketplaceFormat.values()) {
        int score = score(names, format);
        if (score > most) {
          most = score;
          best = format;
          at = i;
        }
      }
    }
    return best == null ? null : of(best, new HeaderRow(lines.get(at), List.of(rows.get(at))));
  }

  /// How well the best of the rows fits; 0 if none is a header of a marketplace file.
  static int bestScore(List<String[]> rows) {
    int best = 0;
    for (String[] row : rows) {
      Set<String> names = names(row);
      for (MarketplaceFormat format : MarketplaceFormat.values()) {
        best = Math.max(best, score(names, format));
      }
    }
    return best;
  }

  private static Set<String> names(String[] row) {
    Set<String> names = new HashSet<>();
    if (row.length > 3) {
      for (String cell : row) {
        names.add(Folding.fold(cell));
      }
    }
    return names;
  }

  private static int score(Set<String> names, MarketplaceFormat format) {
    if (names.size() < 4) {
      return 0;
    }
    Map<String, List<String>> roles = KNOWN.getOrDefault(format, Map.of());
    List<String> marks = roles.getOrDefault("marks", List.of());
    if (!marks.isEmpty() && marks.stream().noneMatch(names::contains)) {
      return 0;
    }
    for (String need : roles.getOrDefault("needs", List.of())) {
      if (roles.getOrDefault(need, List.of()).stream().noneMatch(names::contains)) {
        return 0;
      }
    }
    int score = 0;
    for (Map.Entry<String, List<String>> role : roles.entrySet()) {
      if (!role.getKey().equals("needs") && !role.getKey().equals("marks")) {
        score += (int) role.getValue().stream().filter(names::contains).count();
      }
    }
    return score;
  }

  private static MarketplaceColumns of(MarketplaceFormat format, HeaderRow header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.names().size(); i++) {
      places.putIfAbsent(Folding.fold(header.names().get(i)), i);
    }
    Map<Cell, Integer> cells = new EnumMap<>(Cell.class);
    Set<Integer> taken = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    Map<String, List<String>> roles = KNOWN.getOrDefault(format, Map.of());
    for (Cell cell : Cell.values()) {
      for (String word : roles.getOrDefault(cell.name().toLowerCase(Locale.ROOT), List.of())) {
        Integer place = places.get(word);
        if (place != null && !cells.containsKey(cell)) {
          cells.put(cell, place);
          taken.add(place);
        }
      }
    }
    roles.forEach((role, words) -> addParts(role, words, header, places, taken, parts));
    if (format == MarketplaceFormat.AMAZON_V1) {
      unknownAmounts(header, taken, parts);
    }
    return new MarketplaceColumns(format, header, cells, List.copyOf(parts));
  }

  private static void addParts(
      String role,
      List<String> words,
      HeaderRow header,
      Map<String, Integer> places,
      Set<Integer> taken,
      List<Part> parts) {
    boolean deducted = role.startsWith("less.");
    if (!deducted && !role.startsWith("part.")) {
      return;
    }
    String kind = role.substring(5);
    for (String word : words) {
      Integer place = places.get(word);
      if (place != null && taken.add(place)) {
        parts.add(
            new Part(
                place, header.names().get(place), type(kind), label(word, kind, places), deducted));
      }
    }
  }

  private static @Nullable RowType type(String kind) {
    return switch (kind) {
      case "price", "promotion", "direct", "line", "label" -> null;
      default -> RowType.valueOf(kind.toUpperCase(Locale.ROOT));
    };
  }

  /// `price amount` is explained by `price type`, an `other fee amount` by its `reason
  /// description`.
  private static int label(String amount, String kind, Map<String, Integer> places) {
    if (kind.equals("label")) {
      return places.getOrDefault("amount description", -1);
    }
    if (!amount.endsWith(" amount")) {
      return -1;
    }
    String stem = amount.substring(0, amount.length() - " amount".length());
    Integer named = places.get(stem + " type");
    return named != null ? named : places.getOrDefault(stem + " reason description", -1);
  }

  /// A column of money that a later version of the report has added.
  private static void unknownAmounts(HeaderRow header, Set<Integer> taken, List<Part> parts) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.names().size(); i++) {
      places.putIfAbsent(Folding.fold(header.names().get(i)), i);
    }
    for (int i = 0; i < header.names().size(); i++) {
      String name = Folding.fold(header.names().get(i));
      if (name.endsWith(" amount") && taken.add(i)) {
        RowType type = MarketplaceTypes.find("amazon", name);
        int label = label(name, "", places);
        parts.add(new Part(i, header.names().get(i), type, label, false));
      }
    }
  }

  /// Place of a column; -1 if the file has none.
  int of(Cell cell) {
    return cells.getOrDefault(cell, -1);
  }

  boolean has(Cell cell) {
    return cells.containsKey(cell);
  }

  /// What the report says each column was taken for.
  Map<String, String> recognised() {
    Map<String, String> shown = new LinkedHashMap<>();
    cells.forEach(
        (cell, place) ->
            shown.put(cell.name().toLowerCase(Locale.ROOT), header.names().get(place)));
    for (Part part : parts) {
      String type = part.type() == null ? "money by type" : part.type().word();
      shown.merge(type, part.name(), (a, b) -> a + ", " + b);
    }
    return shown;
  }
}
