package dunnage.bench;

import dunnage.bench.SampleBook.Note;
import dunnage.bench.SampleCustomers.Customer;
import dunnage.kernel.ledger.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What happened around the money of the sample exporter beyond what the simulator tells, and the
/// words that go with its files.
final class SampleEvents {

  /// Whose overdue receivables are marked as disputed.
  static final String DISPUTING = "C006";

  private static final String STAGED =
      """
      2026-03-18|C001|reply|财务答复：月底回款后先付一部分||
      2026-03-18|C001|promise|财务答应先付 60 万|600000.00|2026-04-15
      2026-04-08|C001|contact_left|产品经理已离职，无人接手||
      2026-04-20|C001|message_sent|答应的货款未到，书面催收||
      2026-04-28|C001|division_closed|对方解散女鞋事业部||
      2026-05-06|C001|call_unanswered|总机无人接听||
      2026-05-18|C001|public_warning|媒体报道其裁员并被其他供应商起诉||
      2026-06-05|C001|message_sent|再次书面催收||
      2026-05-20|C002|message_sent|Asked for the balances of the three last shipments||
      2026-05-22|C002|reply|"With the next containers"; new order confirmed the same week||
      2026-03-02|C003|public_warning|Reviews: orders paid and not delivered; rated 2.8 of 5||
      2026-04-21|C003|message_sent|Asked why payouts take longer every month||
      2026-04-23|C003|reply|Support: a new bank; all payouts next month||
      2026-04-23|C003|promise|All payouts next month|60000.00|2026-05-31
      2026-06-09|C003|message_sent|The month is over||
      2026-06-12|C003|reply|Not the peak season; shops that stop shipping are closed||
      2025-12-24|C005|message_sent|Выплата не пришла в срок||
      2025-12-26|C005|reply|Новое правило удержаний: один раз позже, дальше по графику||
      2026-05-29|C006|reply|Two shades of leather in one carton; photographs attached||
      2026-06-02|C006|message_sent|Proposed a credit note for the carton||
      2026-06-08|C006|reply|Will not pay before the goods are inspected||
      2026-06-18|C007|call_unanswered|Contabilidad no contesta||
      2026-06-03|C008|message_sent|Напомнили об остатках по трём счетам||
      2026-06-05|C008|reply|Просят оплату частями: не хватает оборотных средств||
      2025-09-16|C026|dispute_opened|Mouldy cartons in one container||
      2025-10-02|C026|dispute_closed|Credit note agreed for the cartons||
      2026-06-24|C009|reply|Plans two more styles for the coming season||
      2026-05-12|C012|reply|准备开新店，询问能否提高额度||
      """;

  private static final String README =
      """
      The sample exporter
      ===================

      温州瑞益鞋业 (Wenzhou Ruiyi Footwear), its 60 customers in twelve countries and everything they
      ordered, were invoiced, paid and said are INVENTED. Likeness to a real firm is chance. The files
      exist so that `dunnage demo` has something to say; nothing in them is advice about anybody.

      receivables.csv  what was sold: one row per dated part (a deposit and a balance are two rows)
      payments.csv     what came in, by the number of the receivable
      orders.csv       what was ordered, of the customers whose orders are written down
      events.csv       what happened around the money: reminders, answers, promises, news
      bank.xml         a bank statement (camt.053) whose lines are not yet in payments.csv; three of
                       them name one open receivable and pay it exactly, the others need a person

      How each customer behaves is simulated (docs/methodology/world.md), from a seed of its own that
      was picked so that something shows within the two years. It is a staged sample: how well
      Dunnage tells good from bad is measured elsewhere, on worlds nobody picked.

      Worth a look: C001, the big seller that orders less and less and then stops paying; C002, the
      good old customer that orders on and leaves its balances unpaid; C003, the marketplace that
      pays later and less each time; C006, unhappy with the goods; C007, who promises; C008, short of
      money; C048, on whom nothing is overdue yet; C009, a customer to sell more to.

      The book ends on the day named in index.txt. The files are written by
      bench/src/main/java/dunnage/bench/SampleExporter.java; do not edit them by hand.
      """;

  private SampleEvents() {}

  /// Told by hand, of those customers that are asked for.
  static List<Note> staged(List<Customer> customers) {
    var currencies = customers.stream().collect(Collectors.toMap(Customer::id, Customer::currency));
    return STAGED
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(c -> currencies.containsKey(c[1]))
        .map(
            c ->
                new Note(
                    c[1],
                    LocalDate.parse(c[0]),
                    Event.valueOf(c[2].toUpperCase(Locale.ROOT)),
                    c[3],
                    c[4].isEmpty() ? null : new BigDecimal(c[4]),
                    c[4].isEmpty() ? "" : Objects.requireNonNull(currencies.get(c[1])),
                    c[5].isEmpty() ? null : LocalDate.parse(c[5])))
        .toList();
  }

  static String readme() {
    return README;
  }

  /// Day and files, for the command that lays the sample out.
  static String index() {
    return "as-of "
        + SampleExporter.AS_OF
        + "\nreceivables.csv\npayments.csv\norders.csv\nevents.csv\nbank.xml\n";
  }
}
