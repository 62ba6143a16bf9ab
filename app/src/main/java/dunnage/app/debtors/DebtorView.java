package dunnage.app.debtors;

import dunnage.app.platform.TypeId;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A debtor as others see it.
///
/// @param number as files name them: the customer number, or the name where they have none
/// @param terms as agreed, in words
/// @param termsRead how the words are understood; null when they are not
/// @param owner `per_…`, the person responsible
/// @param mergedInto `deb_…`, of a record that was merged into another one
public record DebtorView(
    String id,
    @Nullable String number,
    String name,
    String country,
    String language,
    String timeZone,
    String terms,
    @Nullable List<Part> termsRead,
    @Nullable String owner,
    String group,
    String note,
    @Nullable String mergedInto,
    int version,
    Instant createdAt) {

  /// A part of an order's price and when it falls due.
  ///
  /// @param percent of the order
  /// @param starts what starts the days, like `invoice`
  /// @param days after that; negative: before it
  /// @param endOfMonth counted from the end of that month
  public record Part(String label, String percent, String starts, int days, boolean endOfMonth) {}

  static DebtorView of(DebtorRow row) {
    return new DebtorView(
        TypeId.of("deb", row.id()),
        row.number(),
        row.name(),
        row.country(),
        row.language(),
        row.zone(),
        row.terms(),
        read(row.terms()),
        row.owner() == null ? null : TypeId.of("per", row.owner()),
        row.group(),
        row.note(),
        row.mergedInto() == null ? null : TypeId.of("deb", row.mergedInto()),
        row.version(),
        row.createdAt().toInstant());
  }

  private static @Nullable List<Part> read(String words) {
    Terms terms = words.isEmpty() ? null : TermsText.parse(words);
    if (terms == null) {
      return null;
    }
    return terms.parts().stream()
        .map(
            part ->
                new Part(
                    part.label(),
                    part.percent().toPlainString(),
                    part.clock().name().toLowerCase(Locale.ROOT),
                    part.days(),
                    part.endOfMonth()))
        .toList();
  }
}
