package dunnage.formats;

import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsPart;
import dunnage.kernel.calendar.TermsText;
import dunnage.kernel.ledger.Deal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The order behind the current row: its terms in parts, its Incoterm, what starts the clock.
final class Deals {

  private static final int MOST_REMEMBERED = 10_000;

  /// One part with its due date.
  record Part(TermsPart part, LocalDate due, Deal deal) {}

  private final Cells cells;
  private final Map<String, Optional<Terms>> known = new HashMap<>();

  Deals(Cells cells) {
    this.cells = cells;
  }

  /// The order of a row that has its own due date; null when the row tells nothing of one.
  @Nullable Deal deal() {
    String order = cells.text(Field.ORDER);
    String part = cells.text(Field.PART);
    String terms = cells.text(Field.TERMS);
    Incoterm incoterm = Incoterm.in(cells.text(Field.INCOTERM));
    boolean disputed = cells.disputed();
    if (order.isEmpty() && part.isEmpty() && terms.isEmpty() && incoterm == null && !disputed) {
      return null;
    }
    Terms read = terms(terms);
    TermsPart meant =
        read == null
            ? null
            : read.parts().size() == 1 ? read.parts().getFirst() : byLabel(read, part);
    return new Deal(
        order,
        part,
        terms,
        meant == null ? null : meant.method(),
        meant == null ? null : meant.clock(),
        incoterm,
        disputed);
  }

  /// The parts of a row without a due date; null when its terms cannot be read.
  @Nullable List<Part> parts(LocalDate issued) {
    String words = cells.text(Field.TERMS);
    Terms terms = terms(words);
    if (terms == null) {
      if (!words.isEmpty()) {
        cells.unreadableTerms(words);
      }
      return null;
    }
    List<Part> parts = new ArrayList<>();
    for (TermsPart part : terms.parts()) {
      LocalDate clock = clockDay(part.clock(), issued);
      String label = terms.parts().size() == 1 ? "" : part.label();
      Deal deal =
          new Deal(
              cells.text(Field.ORDER),
              label,
              words,
              part.method(),
              part.clock(),
              Incoterm.in(cells.text(Field.INCOTERM)),
              cells.disputed());
      parts.add(new Part(part, part.due(clock), deal));
    }
    return parts;
  }

  private LocalDate clockDay(ClockStart clock, LocalDate issued) {
    LocalDate day =
        switch (clock) {
          case ORDER -> cells.date(Field.ORDER_DATE);
          case INVOICE -> issued;
          case SHIPMENT -> first(cells.date(Field.SHIPPED), cells.date(Field.BL_DATE));
          case BILL_OF_LADING -> first(cells.date(Field.BL_DATE), cells.date(Field.SHIPPED));
          case DELIVERY -> cells.date(Field.DELIVERED);
          case ACCEPTANCE -> cells.date(Field.ACCEPTED);
          case PRESENTATION -> first(cells.date(Field.ACCEPTED), cells.date(Field.BL_DATE));
        };
    if (day == null) {
      cells.clockMissing(clock);
      return issued;
    }
    return day;
  }

  private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null ? one : other;
  }

  private static @Nullable TermsPart byLabel(Terms terms, String part) {
    for (TermsPart candidate : terms.parts()) {
      if (candidate.label().equalsIgnoreCase(part)) {
        return candidate;
      }
    }
    return null;
  }

  private @Nullable Terms terms(String words) {
    if (words.isEmpty()) {
      return null;
    }
    Optional<Terms> seen = known.get(words);
    if (seen == null) {
      seen = Optional.ofNullable(TermsText.parse(words));
      if (known.size() < MOST_REMEMBERED) {
        known.put(words, seen);
      }
    }
    return seen.orElse(null);
  }
}
