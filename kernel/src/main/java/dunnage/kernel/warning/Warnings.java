package dunnage.kernel.warning;

import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who is getting worse, or better, since when, and on how much evidence. Each debtor is compared
/// with its own history only. The method, its thresholds and its measured false alarms:
/// docs/methodology/warning.md.
public final class Warnings {

  private static final Comparator<Warning> SUREST_FIRST =
      Comparator.comparingDouble(Warning::evidence).reversed().thenComparing(Warning::signal);

  private Warnings() {}

  /// What was to be said at the end of the day: facts after it, though in the book, do not exist.
  public static DebtorWarning of(DebtorBook book, LocalDate asOf) {
    return of(book, asOf, Climate.NONE);
  }

  /// The same, and what everybody does at once is not held against this debtor.
  public static DebtorWarning of(DebtorBook book, LocalDate asOf, Climate climate) {
    return of(book, asOf, climate, 1);
  }

  /// As above with every threshold multiplied: above 1 fewer false alarms and later true ones.
  ///
  /// @param strictness greater than 0; 1 is the stated rate of false alarms
  public static DebtorWarning of(
      DebtorBook book, LocalDate asOf, Climate climate, double strictness) {
    History history = History.of(book, asOf);
    Usual usual = Usual.of(history);
    List<Warning> found = new ArrayList<>();
    long day = asOf.toEpochDay();
    Receipts money = book.notes().isEmpty() ? Receipts.NONE : Receipts.of(book, day);
    Talk talk = Talk.of(book, money, day);
    boolean known = new LatenessWatch(history, usual, climate).look(talk, strictness, found);
    if (found.stream().noneMatch(w -> w.direction() == Tendency.WORSE)) {
      DefaultWatch.look(book, asOf, usual, found);
    }
    PartPaymentWatch.look(history, usual, strictness, found);
    boolean volumeKnown = VolumeWatch.look(book, asOf, climate, strictness, found);
    TalkWatch.look(book, money, day, strictness, found);
    BalanceWatch.look(book, asOf, strictness, found);
    found.sort(SUREST_FIRST);
    Tendency trend = trend(found, known || volumeKnown);
    LocalDate since =
        found.stream()
            .filter(w -> w.direction() == trend)
            .map(Warning::since)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new DebtorWarning(trend, since, found);
  }

  private static Tendency trend(List<Warning> found, boolean enough) {
    if (found.stream().anyMatch(w -> w.direction() == Tendency.WORSE)) {
      return Tendency.WORSE;
    }
    return !found.isEmpty() ? Tendency.BETTER : enough ? Tendency.STEADY : Tendency.UNKNOWN;
  }
}
