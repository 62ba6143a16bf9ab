package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Debtors as they are listed and searched: those that count, each once; one is found also by the
/// words of what was merged into it.
@Component
class DebtorLists {

  /// @param contactMissing a role that no contact of the debtor has
  record Filter(
      @Nullable String q,
      @Nullable String country,
      @Nullable String group,
      @Nullable UUID owner,
      @Nullable String contactMissing) {}

  /// @param debtors how many it has
  record Group(String name, long debtors) {}

  record Ref(String id, @Nullable String number, String name) {}

  /// @param key by which rows are in order; the id decides between equal ones
  private record Order(String name, String key, boolean newestFirst) {}

  private record Placed(DebtorRow row, String place) {}

  private static final List<Order> ORDERS =
      List.of(
          new Order("name", "d.name", false),
          new Order("number", "COALESCE('0' || d.number, '1')", false),
          new Order("created", "''", true));

  private static final String CHOSEN =
      """
      SELECT %s, %s AS place FROM debtor d
       WHERE d.org_id = :org AND d.merged_into IS NULL
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
         AND (CAST(:country AS text) IS NULL OR d.country = :country)
         AND (CAST(:group AS text) IS NULL OR d.group_name = :group)
         AND (CAST(:owner AS uuid) IS NULL OR d.owner_id = :owner)
         AND (CAST(:missing AS text) IS NULL OR NOT EXISTS (
               SELECT FROM contact k
                 JOIN debtor_current kc ON kc.org_id = :org AND kc.debtor_id = k.debtor_id
                WHERE k.org_id = :org AND kc.current_id = d.debtor_id AND k.role = :missing
                  AND k.left_on IS NULL))
      """;

  private static final String FOUND =
      """
         AND d.debtor_id IN (
               SELECT mc.current_id FROM debtor m
                 JOIN debtor_current mc ON mc.org_id = :org AND mc.debtor_id = m.debtor_id
                WHERE m.org_id = :org%s)
      """;

  private static final String GROUPS =
      """
      SELECT d.group_name, count(*) AS debtors FROM debtor d
       WHERE d.org_id = :org AND d.merged_into IS NULL AND d.group_name <> ''
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
       GROUP BY d.group_name ORDER BY d.group_name
      """;

  private static final String MERGED =
      """
      SELECT d.debtor_id, d.number, d.name FROM debtor_current c
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.debtor_id
       WHERE c.org_id = :org AND c.current_id = :id AND c.debtor_id <> :id
       ORDER BY d.debtor_id
      """;

  private final Tenancy tenancy;
  private final Access access;

  DebtorLists(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  Listing<DebtorView> list(
      Filter filter, String sort, @Nullable Integer wanted, @Nullable String after) {
    Order order = order(sort);
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 3);
    if (!last.isEmpty() && !last.getFirst().equals(order.name())) {
      throw elsewhere();
    }
    List<String> patterns = new ArrayList<>();
    String statement =
        CHOSEN.formatted(DebtorTable.COLUMNS, order.key())
            + found(SearchWords.of(filter.q()), patterns)
            + (last.isEmpty() ? "" : after(order))
            + orderBy(order);
    StatementSpec bound =
        tenancy
            .sql(statement)
            .param("seller", access.onlyDebtorsOf().orElse(null))
            .param("country", filter.country())
            .param("group", filter.group())
            .param("owner", filter.owner())
            .param("missing", filter.contactMissing())
            .param("limit", limit + 1);
    for (int i = 0; i < patterns.size(); i++) {
      bound = bound.param("q" + i, patterns.get(i));
    }
    if (!last.isEmpty()) {
      UUID id = TypeId.read("deb", last.get(2)).orElseThrow(DebtorLists::elsewhere);
      bound = bound.param("key", last.get(1).replace('\u0000', ' ')).param("last", id);
    }
    return page(
        bound.query((row, n) -> new Placed(DebtorTable.read(row), row.getString("place"))).list(),
        order,
        limit);
  }

  private static Listing<DebtorView> page(List<Placed> rows, Order order, int limit) {
    Listing<Placed> page =
        Listing.of(
            rows,
            limit,
            last -> Cursor.of(order.name(), last.place(), TypeId.of("deb", last.row().id())));
    List<DebtorView> views = page.data().stream().map(one -> DebtorView.of(one.row())).toList();
    return new Listing<>(views, page.hasMore(), page.next());
  }

  private static Problem elsewhere() {
    return Problem.invalid(
        "after", "after is no place in this list", "Give the next of the page before.");
  }

  private static Order order(String sort) {
    return ORDERS.stream()
        .filter(order -> order.name().equals(sort))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("sort", "is not known", "Give name, number or created."));
  }

  private static String after(Order order) {
    return " AND (%s, d.debtor_id) %s (CAST(:key AS text), CAST(:last AS uuid))\n"
        .formatted(order.key(), order.newestFirst() ? "<" : ">");
  }

  private static String orderBy(Order order) {
    return order.newestFirst()
        ? " ORDER BY d.debtor_id DESC LIMIT :limit"
        : " ORDER BY %s, d.debtor_id LIMIT :limit".formatted(order.key());
  }

  /// The condition of a search; its patterns are gathered as `:q0`, `:q1`, ….
  private static String found(List<List<String>> words, List<String> patterns) {
    if (words.isEmpty()) {
      return "";
    }
    StringBuilder each = new StringBuilder();
    for (List<String> word : words) {
      List<String> either = new ArrayList<>();
      for (String pattern : word) {
        either.add("m.search LIKE :q" + patterns.size());
        patterns.add(pattern);
      }
      each.append(" AND (").append(String.join(" OR ", either)).append(')');
    }
    return FOUND.formatted(each);
  }

  List<Group> groups() {
    return tenancy
        .sql(GROUPS)
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .query((row, n) -> new Group(row.getString("group_name"), row.getLong("debtors")))
        .list();
  }

  /// The records that were merged into a debtor.
  List<Ref> mergedInto(UUID current) {
    return tenancy
        .sql(MERGED)
        .param("id", current)
        .query(
            (row, n) ->
                new Ref(
                    TypeId.of("deb", row.getObject("debtor_id", UUID.class)),
                    row.getString("number"),
                    row.getString("name")))
        .list();
  }
}
