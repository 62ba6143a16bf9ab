package dunnage.bench;

/// What happened around the money of the sample exporter, and the words that go with its files.
final class SampleEvents {

  private static final String CSV =
      """
      date,debtor,event,note,amount,until
      2025-11-12,C001,message_sent,催收：2025年7月以后的货款未付,,
      2025-11-28,C001,promise,"财务答复：双十一回款后先付一半",600000.00,2025-12-31
      2026-01-15,C001,contact_left,产品经理已离职，无人接手,,
      2026-03-02,C001,division_closed,对方解散女鞋事业部,,
      2026-05-18,C001,public_warning,媒体报道其裁员并被其他供应商起诉,,
      2026-06-05,C001,message_sent,再次催收,,
      2026-04-08,C002,message_sent,Asked for the balances of three shipments,,
      2026-05-06,C002,message_sent,Asked again; new orders confirmed the same week,,
      2026-05-27,C002,call_unanswered,Accounts department did not answer,,
      2026-04-21,C003,message_sent,Asked when payouts resume,,
      2026-04-23,C003,promise,All payouts next month,,2026-05-31
      2026-06-09,C003,message_sent,The month is over,,
      2026-05-20,C006,dispute_opened,"Two shades of leather in one carton, photographs sent",,
      2026-05-22,C006,reply,Proposes a credit note,,
      2026-04-14,C007,message_sent,Recordatorio de pago,,
      2026-04-16,C007,promise,Pago a fin de mes,19000.00,2026-04-30
      2026-05-08,C007,promise,Después de la feria,19000.00,2026-05-29
      2026-06-03,C007,message_sent,Segundo recordatorio,,
      2026-03-11,C008,message_sent,Напоминание об оплате,,
      2026-03-12,C008,reply,Просят оплату частями: не хватает оборотных средств,,
      2026-05-25,C048,message_sent,Friendly reminder,,
      2026-05-26,C048,reply,Payment run on Friday,,
      2026-06-12,C005,message_sent,Выплаты приходят всё позже: просим сверку,,
      """;

  private static final String README =
      """
      The sample exporter
      ===================

      温州瑞益鞋业 (Wenzhou Ruiyi Footwear), its 48 customers in twelve countries and everything they
      bought and paid are INVENTED. Likeness to a real firm is chance. The files exist so that
      `dunnage demo` has something to say; nothing in them is advice about anybody.

      receivables.csv  what was sold: one row per dated part (a deposit and a balance are two rows)
      payments.csv     what came in, by the number of the receivable
      events.csv       what happened around the money: reminders, promises, a dispute, news
      bank.xml         a bank statement (camt.053) whose lines are not yet in payments.csv; three of
                       them name one open receivable and pay it exactly, the others need a person

      The book ends on the day named in index.txt. The files are written by
      bench/src/main/java/dunnage/bench/SampleExporter.java from one seed; do not edit them by hand.
      """;

  private SampleEvents() {}

  static String csv() {
    return CSV;
  }

  static String readme() {
    return README;
  }

  /// Day and files, for the command that lays the sample out.
  static String index() {
    return "as-of "
        + SampleExporter.AS_OF
        + "\nreceivables.csv\npayments.csv\nevents.csv\nbank.xml\n";
  }
}
