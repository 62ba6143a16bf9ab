package dunnage.formats;

import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsPart;
import dunnage.kernel.calendar.TermsText;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Deal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The order behind a row: its terms, what starts their clock, its number and part.
final class TermsCells {

  private static final int DAYS_MAX = 730;
  private static final Deal ONLY_DISPUTED = new Deal("", "", "", null, null, null, true);

  /// How many unreadable wordings a file's one finding names.
  private static final int NAMED_MAX = 5;

  private final Cells cells;
  private final boolean anyColumn;
  private final boolean onlyDisputed;
  private final Map<String, Optional<Terms>> read = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  TermsCells(Cells cells) {
    this.cells = cells;
    boolean told = false;
    for (Field field :
        List.of(Field.ORDER, Field.PART, Field.TERMS, Field.METHOD, Field.INCOTERM)) {
      told |= cells.columns.has(field);
    }
    this.onlyDisputed = !told;
    this.anyColumn = told || cells.columns.has(Field.DISPUTED);
  }

  /// The terms of a row, or null when it names none or they cannot be read.
  @Nullable Terms terms(Row row) {
    String words = cells.text(row, Field.TERMS);
    if (words.isEmpty()) {
      return null;
    }
    Optional<Terms> known = read.get(words);
    if (known == null) {
      known = Optional.ofNullable(parse(words));
      read.put(words, known);
      if (known.isEmpty()) {
        unreadable.add(words);
      }
    }
    return known.orElse(null);
  }

  /// A bare number is days net; one with a leading zero is a code of somebody's system.
  private static @Nullable Terms parse(String words) {
    if (words.length() <= 3
        && words.charAt(0) != '0'
        && words.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int days = Integer.parseInt(words);
      TermsPart whole =
          new TermsPart(
              BigDecimal.valueOf(100),
              "whole",
              PaymentMethod.OPEN_ACCOUNT,
              ClockStart.INVOICE,
              days,
              false);
      return days > DAYS_MAX ? null : new Terms(words, List.of(whole));
    }
    return TermsText.parse(words);
  }

  /// Tells once which wordings could not be read.
  void tellUnreadable() {
    if (!unreadable.isEmpty()) {
      String seen =
          String.join("; ", unreadable.subList(0, Math.min(NAMED_MAX, unreadable.size())));
      String more =
          unreadable.size() > NAMED_MAX ? " and " + (unreadable.size() - NAMED_MAX) + " more" : "";
      cells.report.add(
          FindingCode.TERMS_UNREADABLE,
          0,
          cells.columns.header(Field.TERMS),
          seen + more,
          "terms in the trade's usual words");
    }
  }

  /// The order behind a whole receivable; null when the row says nothing of one.
  @Nullable Deal deal(Row row, @Nullable Terms terms) {
    if (!anyColumn) {
      return null;
    }
    boolean disputed = cells.yes(row, Field.DISPUTED);
    if (onlyDisputed) {
      return disputed ? ONLY_DISPUTED : null;
    }
    String part = cells.text(row, Field.PART);
    TermsPart said = terms == null ? null : part(terms, part);
    return deal(row, part, said, disputed);
  }

  /// The order behind one part of a row whose terms are several.
  Deal deal(Row row, TermsPart part) {
    boolean disputed = cells.yes(row, Field.DISPUTED);
    return new Deal(
        cells.text(row, Field.ORDER),
        part.label(),
        cells.text(row, Field.TERMS),
        part.method(),
        part.clock(),
        incoterm(row),
        disputed);
  }

  private @Nullable Deal deal(Row row, String part, @Nullable TermsPart said, boolean disputed) {
    String order = cells.text(row, Field.ORDER);
    String words = cells.text(row, Field.TERMS);
    Incoterm incoterm = incoterm(row);
    PaymentMethod method = said != null ? said.method() : method(row);
    if (order.isEmpty()
        && part.isEmpty()
        && words.isEmpty()
        && incoterm == null
        && method == null
        && !disputed) {
      return null;
    }
    return new Deal(
        order, part, words, method, said == null ? null : said.clock(), incoterm, disputed);
  }

  /// The part of the terms a row is about: the only one, or the one of its label.
  private static @Nullable TermsPart part(Terms terms, String label) {
    if (terms.parts().size() == 1) {
      return terms.parts().getFirst();
    }
    String folded = Folding.fold(label);
    for (TermsPart part : terms.parts()) {
      if (part.label().equals(folded)) {
        return part;
      }
    }
    return null;
  }

  private @Nullable Incoterm incoterm(Row row) {
    return cells.blank(row, Field.INCOTERM) ? null : Incoterm.in(cells.text(row, Field.INCOTERM));
  }

  private @Nullable PaymentMethod method(Row row) {
    if (cells.blank(row, Field.METHOD)) {
      return null;
    }
    return switch (Folding.fold(cells.text(row, Field.METHOD))) {
      case "t t",
          "tt",
          "transfer",
          "wire",
          "wire transfer",
          "bank transfer",
          "电汇",
          "uberweisung",
          "virement" ->
          PaymentMethod.TRANSFER;
      case "l c", "lc", "letter of credit", "信用证", "аккредитив" -> PaymentMethod.LETTER_OF_CREDIT;
      case "d p", "dp", "cad", "documents against payment", "付款交单" ->
          PaymentMethod.DOCUMENTS_AGAINST_PAYMENT;
      case "d a", "da", "documents against acceptance", "承兑交单" ->
          PaymentMethod.DOCUMENTS_AGAINST_ACCEPTANCE;
      case "o a", "oa", "open account", "赊销" -> PaymentMethod.OPEN_ACCOUNT;
      case "advance", "prepayment", "t t in advance", "预付", "предоплата" -> PaymentMethod.ADVANCE;
      default -> null;
    };
  }

  /// The day on which the clock of a part starts: the row's own date of that event, else the issue
  /// date with a finding. Null when the row has neither, or a date that cannot be read.
  @Nullable LocalDate clockDay(Row row, TermsPart part, @Nullable LocalDate issued) {
    Field field =
        switch (part.clock()) {
          case ORDER -> Field.ORDER_DATE;
          case INVOICE -> Field.ISSUED;
          case SHIPMENT -> Field.SHIPPED;
          case BILL_OF_LADING -> Field.BL_DATE;
          case DELIVERY -> Field.DELIVERED;
          case ACCEPTANCE -> Field.ACCEPTED;
          case PRESENTATION -> Field.PRESENTED;
        };
    if (field != Field.ISSUED && !cells.isNoDate(row, field)) {
      return cells.date(row, field);
    }
    if (issued == null) {
      cells.tell(
          FindingCode.VALUE_MISSING,
          row,
          field,
          "the date from which the terms count, or the issue date");
    } else if (field != Field.ISSUED) {
      cells.report.add(
          FindingCode.TERMS_CLOCK_MISSING,
          row.line,
          cells.columns.header(field),
          part.clock().words(),
          "its date");
    }
    return issued;
  }
}
