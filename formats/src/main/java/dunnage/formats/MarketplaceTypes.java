package dunnage.formats;

import dunnage.kernel.payout.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the words for a row's type mean, from `marketplace-types.tsv`: those of the marketplace
/// first, then those of any, then words within a longer one ("Deal fee" is a fee).
final class MarketplaceTypes {

  private record Within(String word, RowType type) {}

  private static final Map<String, Map<String, RowType>> KNOWN = new HashMap<>();
  private static final List<Within> WITHIN = new ArrayList<>();

  static {
    for (ListedWords.Line line : ListedWords.read("marketplace-types.tsv")) {
      RowType type = RowType.valueOf(line.meaning().toUpperCase(Locale.ROOT));
      for (String word : line.words()) {
        String folded = Folding.fold(word);
        if (line.source().equals("within")) {
          WITHIN.add(new Within(folded, type));
        } else {
          KNOWN.computeIfAbsent(line.source(), s -> new HashMap<>()).putIfAbsent(folded, type);
        }
      }
    }
  }

  private MarketplaceTypes() {}

  /// The type that words name, or null if they name none that is known.
  static @Nullable RowType find(String marketplace, String words) {
    String folded = Folding.fold(words);
    if (folded.isEmpty()) {
      return null;
    }
    for (String source : new String[] {marketplace, "any"}) {
      RowType named = KNOWN.getOrDefault(source, Map.of()).get(folded);
      if (named != null) {
        return named;
      }
    }
    String padded = " " + folded + " ";
    for (Within one : WITHIN) {
      boolean there =
          one.word().charAt(0) < 0x2e80
              ? padded.contains(" " + one.word())
              : padded.contains(one.word());
      if (there) {
        return one.type();
      }
    }
    return null;
  }

  /// What a part of a row is: the row's own type unless the part says more. A fee on a sale is a
  /// fee; the price on a refund is a refund.
  ///
  /// @param row type of the row, null if unknown
  /// @param part type of the column or its label, null if it names none
  static RowType of(@Nullable RowType row, @Nullable RowType part) {
    if (row == null) {
      return RowType.OTHER;
    }
    if (part == null || part == row) {
      return row;
    }
    boolean trade = row == RowType.SALE || row == RowType.REFUND || row == RowType.CHARGEBACK;
    return switch (part) {
      case SALE -> row;
      case TAX, ADVERTISING, RESERVE_HOLD, RESERVE_RELEASE, CHARGEBACK -> part;
      case FEE ->
          row == RowType.ADVERTISING || row == RowType.TAX || row == RowType.SHIPPING ? row : part;
      case SHIPPING, ADJUSTMENT, REFUND, TRANSFER, PAYOUT, OTHER -> trade ? part : row;
    };
  }

  /// A reserve that is given free is a release, one that grows is a hold, whatever it is called.
  static RowType signed(RowType type, long amount) {
    return switch (type) {
      case RESERVE_HOLD -> amount > 0 ? RowType.RESERVE_RELEASE : type;
      case RESERVE_RELEASE -> amount < 0 ? RowType.RESERVE_HOLD : type;
      case SALE, REFUND, SHIPPING, TAX, FEE, ADVERTISING, ADJUSTMENT -> type;
      case CHARGEBACK, TRANSFER, PAYOUT, OTHER -> type;
    };
  }
}
