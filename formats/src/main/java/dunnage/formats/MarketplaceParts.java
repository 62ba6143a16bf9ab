package dunnage.formats;

import dunnage.formats.MarketplaceColumns.Cell;
import dunnage.formats.MarketplaceColumns.Part;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.payout.RowType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the money of a row apart: each column of money is a part with its type, and together they
/// are the row's net where the file states one. Amounts are ten-thousandths of a currency unit.
final class MarketplaceParts {

  /// What one row holds.
  ///
  /// @param byType one figure per type
  /// @param sent what a payout that stands only in words sent; else 0
  /// @param type of the row as a whole; null if it is not known
  /// @param isSigned whether a currency's sign stood beside an amount
  /// @param sign the currency of that sign; null if none, or a sign of several
  record RowMoney(
      long[] byType,
      long sent,
      @Nullable RowType type,
      boolean isSigned,
      @Nullable Currency sign) {}

  private static final RowType[] TYPES = RowType.values();
  private static final Set<String> UNBOOKED =
      Set.of("pending", "denied", "ausstehend", "abgelehnt");

  private static final int KINDS_KEPT = 10_000;

  private final MarketplaceColumns columns;
  private final MarketplaceCells cells;
  private final TableReport report;
  private final Map<String, java.util.Optional<RowType>> found = new HashMap<>();

  MarketplaceParts(MarketplaceColumns columns, MarketplaceCells cells, TableReport report) {
    this.columns = columns;
    this.cells = cells;
    this.report = report;
  }

  /// The money of a row; null if a cell cannot be read, which is told.
  @Nullable RowMoney of(Row row) {
    long[] plain = new long[columns.parts().size()];
    boolean signed = false;
    Currency sign = null;
    for (int i = 0; i < plain.length; i++) {
      Part part = columns.parts().get(i);
      Long amount = cells.amount(row, part.column());
      if (amount == null) {
        return unreadable(row, part.column());
      }
      signed |= cells.isSigned();
      sign = cells.sign() != null ? cells.sign() : sign;
      plain[i] = amount;
    }
    RowType type = rowType(row);
    boolean known = type != null || !columns.has(Cell.TYPE);
    long[] byType = new long[TYPES.length];
    Long net = columns.has(Cell.NET) ? cells.amount(row, columns.of(Cell.NET)) : null;
    if (columns.has(Cell.NET) && net == null) {
      return unreadable(row, columns.of(Cell.NET));
    }
    boolean stated = net != null && !cells.isNone(row, columns.of(Cell.NET));
    if (columns.format() == MarketplaceFormat.PAYOUTS) {
      listed(row, plain, net == null ? 0 : net, byType);
    } else if (!isInAnotherCurrency(row)) {
      boolean added = net != null && stated && isAddedUp(plain, net);
      for (int i = 0; i < plain.length; i++) {
        Part part = columns.parts().get(i);
        long value = part.deducted() && !added ? -plain[i] : plain[i];
        put(byType, known ? typeOf(row, type, part, value) : RowType.OTHER, value);
      }
    }
    if (net != null && stated && columns.format() != MarketplaceFormat.PAYOUTS) {
      rest(row, type, net, byType);
    }
    if (!known && !isInformation(row)) {
      unknownType(row);
    }
    if (isInformation(row)) {
      Arrays.fill(byType, 0);
      report.add(FindingCode.ENTRY_NOT_BOOKED, row.line, "", row.shown(), "a row that is booked");
      return new RowMoney(byType, 0, type, signed, sign);
    }
    return new RowMoney(byType, sent(row, type, byType), type, signed, sign);
  }

  private @Nullable RowMoney unreadable(Row row, int column) {
    String name = columns.header().names().get(column);
    report.add(cells.problem(), row.line, name, row.cell(column), "an amount");
    return null;
  }

  private static void put(long[] byType, RowType type, long amount) {
    byType[MarketplaceTypes.signed(type, amount).ordinal()] += amount;
  }

  /// Figures of a list of payouts; where it has none, what was paid is all that is known.
  private void listed(Row row, long[] plain, long net, long[] byType) {
    boolean any = false;
    for (int i = 0; i < plain.length; i++) {
      Part part = columns.parts().get(i);
      any |= !row.blank(part.column());
      put(byType, part.type() == null ? RowType.OTHER : part.type(), plain[i]);
    }
    if (!any) {
      put(byType, RowType.SALE, net);
    }
  }

  /// PayPal lists authorizations and payments that were denied or are still pending; they move no
  /// money, which `Memo` says, or without that column the status.
  private boolean isInformation(Row row) {
    if (columns.format() != MarketplaceFormat.PAYPAL) {
      return false;
    }
    boolean told = columns.has(Cell.IMPACT) && !cells.text(row, Cell.IMPACT).isEmpty();
    return told
        ? Folding.fold(cells.text(row, Cell.IMPACT)).equals("memo")
        : UNBOOKED.contains(Folding.fold(cells.text(row, Cell.STATUS)));
  }

  /// Where the parts are in the buyer's currency and the net in the seller's, only the net counts.
  private boolean isInAnotherCurrency(Row row) {
    if (columns.format() != MarketplaceFormat.EBAY) {
      return false;
    }
    String other = cells.text(row, Cell.OTHER_CURRENCY);
    return !other.isEmpty() && !other.equalsIgnoreCase(cells.text(row, Cell.CURRENCY));
  }

  /// Some exports write deducted fees as negative figures: then they are added.
  private boolean isAddedUp(long[] plain, long net) {
    long deducted = 0;
    long added = 0;
    for (int i = 0; i < plain.length; i++) {
      deducted += columns.parts().get(i).deducted() ? -plain[i] : plain[i];
      added += plain[i];
    }
    return deducted != net && added == net;
  }

  /// What the net holds and no part explains.
  private void rest(Row row, @Nullable RowType type, long net, long[] byType) {
    long sum = 0;
    for (long amount : byType) {
      sum += amount;
    }
    long rest = net - sum;
    if (rest == 0) {
      return;
    }
    if (sum == 0) {
      put(byType, type == null ? RowType.OTHER : type, rest);
      return;
    }
    byType[RowType.OTHER.ordinal()] += rest;
    report.add(
        FindingCode.ROW_NET_DIFFERS,
        row.line,
        columns.header().names().get(columns.of(Cell.NET)),
        row.cell(columns.of(Cell.NET)),
        shown(sum) + ", the sum of its parts; " + shown(rest) + " counts as other");
  }

  static String shown(long amount) {
    BigDecimal value = BigDecimal.valueOf(amount, MarketplaceCells.DIGITS).stripTrailingZeros();
    return value.setScale(Math.max(2, value.scale())).toPlainString();
  }

  /// Etsy names a deposit's amount only in its title.
  private long sent(Row row, @Nullable RowType type, long[] byType) {
    if (type != RowType.PAYOUT || !columns.has(Cell.TITLE)) {
      return 0;
    }
    for (long amount : byType) {
      if (amount != 0) {
        return 0;
      }
    }
    Long amount = cells.amountWithin(cells.text(row, Cell.TITLE));
    if (amount == null) {
      report.add(
          FindingCode.VALUE_MISSING,
          row.line,
          columns.header().names().get(columns.of(Cell.TITLE)),
          cells.text(row, Cell.TITLE),
          "the amount that was sent");
      return 0;
    }
    return amount;
  }

  private @Nullable RowType rowType(Row row) {
    String words = cells.text(row, Cell.TYPE);
    RowType type = find(words);
    boolean vague = type == null || Folding.fold(words).startsWith("other");
    if (columns.format() == MarketplaceFormat.AMAZON_V2 && vague) {
      RowType detailed = find(cells.text(row, Cell.LABEL));
      type = detailed == null ? type : detailed;
    }
    return type;
  }

  private @Nullable RowType find(String words) {
    java.util.Optional<RowType> known = found.get(words);
    if (known == null) {
      known =
          java.util.Optional.ofNullable(
              MarketplaceTypes.find(columns.format().marketplace(), words));
      if (found.size() == KINDS_KEPT) {
        found.clear();
      }
      found.put(words, known);
    }
    return known.orElse(null);
  }

  private RowType typeOf(Row row, @Nullable RowType type, Part part, long amount) {
    String label = cells.text(row, part.label());
    RowType named = find(label);
    RowType column = part.type();
    if (column == null && columns.format() == MarketplaceFormat.AMAZON_V2) {
      column = column(find(cells.text(row, Cell.DETAIL)));
    }
    if (column == RowType.FEE) {
      boolean finer = named == RowType.TAX || named == RowType.ADVERTISING;
      return MarketplaceTypes.of(orSale(type), finer ? named : column);
    }
    if (column != null) {
      return MarketplaceTypes.of(orSale(type), column);
    }
    boolean trade = type == RowType.SALE || type == RowType.REFUND || type == RowType.CHARGEBACK;
    if (named == null && !label.isEmpty() && trade && amount != 0) {
      unknown(row, part.label(), label);
      return RowType.OTHER;
    }
    return MarketplaceTypes.of(orSale(type), named);
  }

  /// The kinds of amounts that decide for themselves what their descriptions are.
  private static @Nullable RowType column(@Nullable RowType detail) {
    return detail == RowType.FEE || detail == RowType.TAX || detail == RowType.ADVERTISING
        ? detail
        : null;
  }

  private static RowType orSale(@Nullable RowType type) {
    return type == null ? RowType.SALE : type;
  }

  private void unknownType(Row row) {
    unknown(row, columns.of(Cell.TYPE), row.cell(columns.of(Cell.TYPE)));
  }

  private void unknown(Row row, int column, String words) {
    report.add(
        Finding.at(
            FindingCode.ROW_TYPE_UNKNOWN,
            report.label,
            row.line,
            columns.header().names().get(column),
            words,
            "a type that is known"));
  }
}
