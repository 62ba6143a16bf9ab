package dunnage.app.risk;

import dunnage.app.desk.ListDownload;
import dunnage.app.desk.ListTotal;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.TableFile;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A list of debtors as a file. Who owes in several currencies has a row for each, so that every
/// figure can be summed; who owes nothing has one.
@Component
class DebtorSheets {

  private static final List<String> RAW =
      List.of(
          "debtor_id",
          "debtor_number",
          "debtor_name",
          "country",
          "grade",
          "score",
          "trend",
          "next_step",
          "days_late",
          "currency",
          "open",
          "overdue",
          "limit",
          "limit_currency",
          "as_of");

  private final SortedScores scores;
  private final PageWords words;

  DebtorSheets(SortedScores scores, PageWords words) {
    this.scores = scores;
    this.words = words;
  }

  ListDownload.Contents of(
      SortedScores.Filter filter, SortedScores.Order order, LocalDate day, Locale locale) {
    // at most: those that owe nothing have a row as well
    long rows =
        scores.count(filter) + scores.totals(filter).stream().mapToLong(ListTotal::rows).sum();
    List<String> heads =
        Stream.of("debtor", "grade", "currency", "open", "overdue", "late", "trend", "step")
            .map(column -> words.say(locale, "col." + column))
            .toList();
    return new ListDownload.Contents(
        rows,
        day,
        new TableFile.Sheet(
            words.say(locale, "list.sheet"),
            heads,
            into -> each(filter, order, (one, sums) -> shown(one.judged(), sums, locale, into))),
        new TableFile.Sheet(
            "raw", RAW, into -> each(filter, order, (one, sums) -> raw(one, sums, into))));
  }

  /// What a debtor owes in one currency; both null for one that owes nothing.
  private record Sums(@Nullable Money open, @Nullable Money overdue) {
    @Nullable String currency() {
      return open == null ? null : open.currency().code();
    }
  }

  private void each(
      SortedScores.Filter filter,
      SortedScores.Order order,
      BiConsumer<SortedScores.Whole, Sums> take) {
    scores.each(filter, order, one -> sums(one.judged()).forEach(sums -> take.accept(one, sums)));
  }

  private static List<Sums> sums(Judged judged) {
    List<Sums> all = new ArrayList<>();
    for (Money open : judged.open()) {
      Money overdue =
          judged.overdue().stream()
              .filter(sum -> sum.currency().equals(open.currency()))
              .findFirst()
              .orElse(Money.zero(open.currency()));
      all.add(new Sums(open, overdue));
    }
    return all.isEmpty() ? List.of(new Sums(null, null)) : all;
  }

  private void shown(Judged one, Sums sums, Locale locale, TableFile.Rows into) {
    into.add(
        one.name(),
        one.grade(),
        sums.currency(),
        sums.open(),
        sums.overdue(),
        one.days() == 0 ? null : one.days(),
        words.say(locale, "trend." + one.trend()),
        words.say(locale, "step.short." + one.step()));
  }

  private static void raw(SortedScores.Whole whole, Sums sums, TableFile.Rows into) {
    Judged one = whole.judged();
    Money limit = one.limit();
    into.add(
        one.id(),
        whole.number(),
        one.name(),
        one.country(),
        one.grade(),
        one.points(),
        one.trend(),
        one.step(),
        one.days(),
        sums.currency(),
        sums.open(),
        sums.overdue(),
        limit,
        limit == null ? null : limit.currency().code(),
        one.asOf());
  }
}
