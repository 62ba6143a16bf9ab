package dunnage.app.ledger;

import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes in orders and what happened around the money. What was there before the import as often as
/// the file tells it is known already.
@Component
class EventAbsorber {

  /// A fact of a debtor.
  ///
  /// @param debtor who that is now
  record Told<F extends Fact>(UUID debtor, F fact, int line) {}

  private static final String COUNT_ORDERS =
      """
      SELECT k.n::int AS n, count(*) AS times
        FROM unnest(:n::text[], :debtor::text[], :number::text[], :on::text[], :currency::text[],
                    :amount::text[]) AS k (n, debtor, number, on_day, currency, amount)
        JOIN debtor_current c ON c.org_id = :org AND c.current_id = k.debtor::uuid
        JOIN customer_order o ON o.org_id = :org AND o.debtor_id = c.debtor_id
         AND o.number = k.number AND o.on_day = k.on_day::date AND o.currency = k.currency
         AND o.amount = k.amount::bigint AND o.import_id IS DISTINCT FROM CAST(:import AS uuid)
       GROUP BY k.n
      """;

  private static final String COUNT_EVENTS =
      """
      SELECT k.n::int AS n, count(*) AS times
        FROM unnest(:n::text[], :debtor::text[], :event::text[], :on::text[], :words::text[],
                    :currency::text[], :amount::text[], :until::text[])
             AS k (n, debtor, event, on_day, words, currency, amount, until_day)
        JOIN debtor_current c ON c.org_id = :org AND c.current_id = k.debtor::uuid
        JOIN debtor_event e ON e.org_id = :org AND e.debtor_id = c.debtor_id
         AND e.event = k.event AND e.on_day = k.on_day::date AND e.words = k.words
         AND e.currency IS NOT DISTINCT FROM k.currency
         AND e.amount IS NOT DISTINCT FROM k.amount::bigint
         AND e.until_day IS NOT DISTINCT FROM k.until_day::date
         AND e.import_id IS DISTINCT FROM CAST(:import AS uuid)
       GROUP BY k.n
      """;

  private final Tenancy tenancy;
  private final FactTable facts;
  private final OrderTable orders;
  private final EventTable events;
  private final Uuid7 ids;

  EventAbsorber(Tenancy tenancy, FactTable facts, OrderTable orders, EventTable events, Uuid7 ids) {
    this.tenancy = tenancy;
    this.facts = facts;
    this.orders = orders;
    this.events = events;
    this.ids = ids;
  }

  void orders(List<Told<Fact.Ordered>> rows, Tally tally) {
    List<Integer> places = places(rows);
    Map<Integer, Long> there = new HashMap<>();
    Columns.of(tenancy.sql(COUNT_ORDERS).param("import", tally.importId), places)
        .with("n", n -> n)
        .with("debtor", n -> rows.get(n).debtor())
        .with("number", n -> rows.get(n).fact().number())
        .with("on", n -> rows.get(n).fact().on())
        .with("currency", n -> rows.get(n).fact().amount().currency())
        .with("amount", n -> rows.get(n).fact().amount().minor())
        .statement()
        .query((row, i) -> there.put(row.getInt("n"), row.getLong("times")))
        .list();
    List<OrderTable.Row> news = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Told<Fact.Ordered> row = rows.get(i);
      Fact.Ordered order = row.fact();
      int ordinal =
          tally.ordinals.next("order", row.debtor(), order.number(), order.on(), order.amount());
      if (ordinal <= there.getOrDefault(i, 0L)) {
        tally.same++;
      } else {
        news.add(
            new OrderTable.Row(
                ids.next(),
                row.debtor(),
                order.number(),
                order.on(),
                order.amount(),
                order.amount(),
                "accepted",
                1,
                row.line()));
      }
    }
    orders.add(news, tally.importId);
    facts.add(news.stream().map(OrderTable::taken).toList(), tally.importId);
    news.forEach(row -> OrderTable.balance(row, tally.balances));
    tally.added += news.size();
  }

  void events(List<Told<Fact.Noted>> rows, Tally tally) {
    List<Integer> places = places(rows);
    Map<Integer, Long> there = new HashMap<>();
    List<EventTable.Row> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(EventTable.of(ids.next(), row.debtor(), row.fact(), row.line())));
    Columns.of(tenancy.sql(COUNT_EVENTS).param("import", tally.importId), places)
        .with("n", n -> n)
        .with("debtor", n -> all.get(n).debtor())
        .with("event", n -> all.get(n).event())
        .with("on", n -> all.get(n).on())
        .with("words", n -> all.get(n).words())
        .with("currency", n -> all.get(n).currency())
        .with("amount", n -> all.get(n).minor())
        .with("until", n -> all.get(n).until())
        .statement()
        .query((row, i) -> there.put(row.getInt("n"), row.getLong("times")))
        .list();
    List<EventTable.Row> news = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      EventTable.Row row = all.get(i);
      int ordinal =
          tally.ordinals.next(
              "event", row.debtor(), row.event(), row.on(), row.words(), row.amount(), row.until());
      if (ordinal <= there.getOrDefault(i, 0L)) {
        tally.same++;
      } else {
        news.add(row);
      }
    }
    events.add(news, tally.importId);
    facts.add(news.stream().map(EventTable::noted).toList(), tally.importId);
    news.forEach(row -> tally.touched.add(row.debtor()));
    tally.added += news.size();
  }

  private static List<Integer> places(List<?> rows) {
    return java.util.stream.IntStream.range(0, rows.size()).boxed().toList();
  }
}
