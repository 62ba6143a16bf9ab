package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.desk.ListOrder;
import dunnage.app.desk.ListTotal;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Debtors by their scores in the order of a column, page by page; what all of them come to; and
/// every one of them for a file. What is open and overdue is compared within one currency.
@Component
class SortedScores {

  /// @param grade `A` to `E`, or `none`
  /// @param currency those that owe something in it
  record Filter(
      @Nullable String grade,
      @Nullable String trend,
      @Nullable String step,
      boolean overdue,
      @Nullable String currency) {}

  /// @param currency in which amounts are compared; empty where none are
  record Order(ListOrder by, String currency) {
    String text() {
      return by.text() + currency;
    }
  }

  /// @param sql of the value by which a row has its place
  /// @param sound what a value looks like
  private record Key(String sql, String type, String sound) {}

  private record Placed(Judged row, String debtor, String key) {}

  static final ListOrder WORST_FIRST = new ListOrder("worst", false);

  /// Those that compare amounts.
  static final Set<String> AMOUNTS = Set.of("open", "overdue");

  private static final String WHOLE = "-?[0-9]{1,9}";

  private static final Map<String, Key> KEYS =
      Map.of(
          "worst", new Key("s.place", "int", WHOLE),
          "name", new Key("d.name", "text", "(?s).*"),
          "late", new Key("s.days_late", "int", WHOLE),
          "grade", new Key("COALESCE(s.grade::text, 'none')", "text", "[A-Z]|none"),
          "open", amount("open_amount"),
          "overdue", amount("overdue_amount"));

  static final Set<String> COLUMNS = Set.copyOf(new TreeSet<>(KEYS.keySet()));

  private static final String CHOSEN =
      """
         AND (CAST(:grade AS text) IS NULL OR COALESCE(s.grade, 'none') = :grade)
         AND (CAST(:trend AS text) IS NULL OR s.trend = :trend)
         AND (CAST(:step AS text) IS NULL OR s.next_step = :step)
         AND (CAST(:currency AS text) IS NULL
              OR s.open_amount @> jsonb_build_array(jsonb_build_object('currency', CAST(:currency AS text))))
         AND (NOT :overdue OR jsonb_array_length(s.overdue_amount) > 0)
      """;

  private static final String TOTALS =
      """
      WITH chosen AS MATERIALIZED (
        SELECT s.open_amount, s.overdue_amount
          FROM debtor_score s
          JOIN debtor d ON d.org_id = :org AND d.debtor_id = s.debtor_id
         WHERE s.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)%s
      ), part AS (
        SELECT m.value->>'currency' AS currency, 1 AS rows, (m.value->>'amount')::numeric AS open,
               0 AS overdue
          FROM chosen, jsonb_array_elements(open_amount) m
        UNION ALL
        SELECT m.value->>'currency', 0, 0, (m.value->>'amount')::numeric
          FROM chosen, jsonb_array_elements(overdue_amount) m
      )
      SELECT currency, sum(rows) AS debtors, sum(open) AS open, sum(overdue) AS overdue
        FROM part GROUP BY currency ORDER BY currency
      """
          .formatted(CHOSEN);

  private static final String COUNT =
      """
      SELECT count(*) FROM debtor_score s
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = s.debtor_id
       WHERE s.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)%s
      """
          .formatted(CHOSEN);

  private static final int AT_ONCE = 500;

  private final Tenancy tenancy;
  private final Access access;
  private final ScoreLists scores;

  SortedScores(Tenancy tenancy, Access access, ScoreLists scores) {
    this.tenancy = tenancy;
    this.access = access;
    this.scores = scores;
  }

  private static Key amount(String column) {
    return new Key(
        """
        COALESCE((SELECT (m.value->>'amount')::numeric FROM jsonb_array_elements(s.%s) m
                   WHERE m.value->>'currency' = :compared), 0)
        """
            .formatted(column)
            .strip(),
        "numeric",
        "[0-9]{1,18}(\\.[0-9]{1,6})?");
  }

  private static Key key(Order order) {
    return java.util.Objects.requireNonNull(KEYS.get(order.by().column()));
  }

  Listing<Judged> list(Filter filter, Order order, @Nullable String after) {
    Key key = key(order);
    boolean down = order.by().down();
    List<String> last = Cursor.keys(after, 3);
    if (!last.isEmpty() && !last.getFirst().equals(order.text())
        || !last.isEmpty() && !last.get(1).matches(key.sound())) {
      throw Problem.invalid("after", "after is no place in this list", "Give the next of before.");
    }
    StatementSpec statement =
        bound(
            tenancy.sql(
                selected(key, order)
                    + (last.isEmpty()
                        ? ""
                        : " AND (%s, s.debtor_id) %s (CAST(:key AS %s), CAST(:last AS uuid))"
                            .formatted(key.sql(), down ? "<" : ">", key.type()))
                    + ordered(key, order)
                    + " LIMIT :limit"),
            filter,
            order);
    if (!last.isEmpty()) {
      statement =
          statement
              .param("key", last.get(1).replace('\u0000', ' '))
              .param("last", TypeId.parse("deb", last.getLast()));
    }
    List<Placed> rows =
        statement
            .param("limit", Listing.LIMIT + 1)
            .query(
                (row, n) -> {
                  Judged judged = Judged.of(scores.row(row).view(), row.getString("country"));
                  return new Placed(judged, judged.id(), row.getString("sort_key"));
                })
            .list();
    Listing<Placed> page =
        Listing.of(rows, Listing.LIMIT, row -> Cursor.of(order.text(), row.key(), row.debtor()));
    return new Listing<>(
        page.data().stream().map(Placed::row).toList(), page.hasMore(), page.next());
  }

  /// Every one of a list, in its order, read as it comes.
  ///
  /// @param take the score and the country
  void each(Filter filter, Order order, Consumer<Whole> take) {
    Key key = key(order);
    bound(tenancy.sql(selected(key, order) + ordered(key, order)), filter, order)
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              ScoreView view = scores.row(row).view();
              take.accept(
                  new Whole(view.debtor().number(), Judged.of(view, row.getString("country"))));
            });
  }

  /// A debtor of a file.
  record Whole(@Nullable String number, Judged judged) {}

  private static String selected(Key key, Order order) {
    return ScoreLists.NOW_AND.formatted(", d.country, (" + key.sql() + ")::text AS sort_key")
        + CHOSEN;
  }

  private static String ordered(Key key, Order order) {
    String way = order.by().down() ? " DESC" : "";
    return " ORDER BY " + key.sql() + way + ", s.debtor_id" + way;
  }

  private StatementSpec bound(StatementSpec statement, Filter filter, Order order) {
    return bound(statement, filter).param("compared", order.currency());
  }

  private StatementSpec bound(StatementSpec statement, Filter filter) {
    return statement
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("grade", filter.grade())
        .param("trend", filter.trend())
        .param("step", filter.step())
        .param("overdue", filter.overdue())
        .param("currency", filter.currency());
  }

  /// How many debtors are in a list.
  long count(Filter filter) {
    return bound(tenancy.sql(COUNT), filter).query(Long.class).single();
  }

  /// What a list comes to in each currency, and how many owe in it.
  List<ListTotal> totals(Filter filter) {
    return bound(tenancy.sql(TOTALS), filter)
        .query(
            (row, n) -> {
              Currency currency = Currency.of(row.getString("currency"));
              return new ListTotal(
                  row.getLong("debtors"),
                  Money.of(currency, row.getBigDecimal("open")),
                  Money.of(currency, row.getBigDecimal("overdue")));
            })
        .list();
  }
}
