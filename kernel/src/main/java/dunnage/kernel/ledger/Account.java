package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One receivable with everything that ever lowered it, oldest first; undated entries come first.
public record Account(Receivable receivable, List<Entry> entries) {

  private static final Comparator<Entry> BY_DAY =
      Comparator.comparing(Entry::on, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Entry::kind)
          .thenComparingLong(
              e -> e.amount().minor()); // so that the order of the files decides nothing

  public Account {
    entries = entries.size() < 2 ? List.copyOf(entries) : entries.stream().sorted(BY_DAY).toList();
  }

  /// Whether the receivable exists at the end of the day.
  public boolean issuedBy(LocalDate asOf) {
    return !receivable.issued().isAfter(asOf);
  }

  /// Open at the end of the day: never negative; zero before the day of issue.
  public Money open(LocalDate asOf) {
    return Money.zero(receivable.amount().currency()).max(balance(asOf));
  }

  /// Paid or credited beyond the amount by the end of the day: zero or positive.
  public Money surplus(LocalDate asOf) {
    return Money.zero(receivable.amount().currency()).max(balance(asOf).negated());
  }

  /// The day on which nothing was left open, as known at the end of `asOf`; null while open or when
  /// the settling entry carries no date.
  public @Nullable LocalDate settledOn(LocalDate asOf) {
    long left = receivable.amount().minor();
    for (Entry entry : entries) {
      if (counts(entry, asOf)) {
        left -= entry.amount().minor();
        if (left <= 0) {
          return entry.on();
        }
      }
    }
    return null;
  }

  /// Whether an entry is known at the end of the day.
  public static boolean counts(Entry entry, LocalDate asOf) {
    LocalDate on = entry.on();
    return on == null || !on.isAfter(asOf);
  }

  private Money balance(LocalDate asOf) {
    if (!issuedBy(asOf)) {
      return Money.zero(receivable.amount().currency());
    }
    long left = receivable.amount().minor();
    for (Entry entry : entries) {
      if (counts(entry, asOf)) {
        left = Math.subtractExact(left, entry.amount().minor());
      }
    }
    return new Money(receivable.amount().currency(), left);
  }
}
