package dunnage.app.risk;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// An organisation whose book is brought in by files and assessed.
public final class Desk {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final String HEAD =
      "invoice,customer_id,customer,issued,due,amount,currency,paid,paid on\n";

  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final RunningServer server = RunningServer.get();
  public final Client client;
  final UUID organisation;

  Desk() {
    this(RunningServer.get().organisation());
  }

  public Desk(Client client) {
    server.setDay(TODAY);
    this.client = client;
    organisation = TypeId.read("org", client.organisation()).orElseThrow();
  }

  /// A customer who bought for as much each month of the last year, on 30 days.
  ///
  /// @param lateDays after the due date each was paid
  public static String regular(String customer, String amount, String currency, int lateDays) {
    StringBuilder rows = new StringBuilder();
    for (int month = 14; month >= 2; month--) {
      LocalDate issued = TODAY.minusMonths(month);
      row(rows, customer, amount, currency, issued, issued.plusDays(30L + lateDays));
    }
    return rows.toString();
  }

  /// A row that was paid on a day; null: not paid.
  static void row(
      StringBuilder rows,
      String customer,
      String amount,
      String currency,
      LocalDate issued,
      LocalDate paid) {
    rows.append(
        "%s-%s,%s,%s GmbH,%s,%s,%s,%s,%s,%s%n"
            .formatted(
                customer,
                issued,
                customer,
                customer,
                issued,
                issued.plusDays(30),
                amount,
                currency,
                paid == null ? "" : amount,
                paid == null ? "" : paid));
  }

  public static String unpaid(String customer, String amount, String currency, LocalDate issued) {
    StringBuilder rows = new StringBuilder();
    row(rows, customer, amount, currency, issued, null);
    return rows.toString();
  }

  public Desk with(String rows) {
    Answer answer =
        client.send(
            "POST",
            "/api/v1/imports?commit=true&wait=30&name=f.csv",
            "application/octet-stream",
            (HEAD + rows).getBytes(StandardCharsets.UTF_8),
            Map.of());
    if (!answer.text("state").equals("committed")) {
      throw new AssertionError(answer.body());
    }
    return this;
  }

  /// Waits until the book is assessed as it stands.
  public Desk assessed() {
    Tenancy tenancy = server.part(Tenancy.class);
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (tenancy.in(
        organisation, () -> server.part(DeskTable.class).due(server.part(Today.class).day()))) {
      server.part(Keeping.class).assess(organisation);
      if (System.nanoTime() > until) {
        throw new AssertionError("the book is not assessed");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return this;
  }

  /// The id of a customer.
  public String debtor(String number) {
    for (var row : client.get("/api/v1/receivables?state=all&limit=500").json().path("data")) {
      if (row.path("debtor").path("number").asString("").equals(number)) {
        return row.path("debtor").path("id").asString();
      }
    }
    throw new AssertionError("no debtor " + number);
  }

  Answer score(String number) {
    return client.get("/api/v1/debtors/" + debtor(number) + "/score");
  }

  public Answer check(String debtor, String amount, String currency, String more) {
    return client.post("/api/v1/orders/check", order(debtor, amount, currency, more));
  }

  static String order(String debtor, String amount, String currency, String more) {
    return "{\"debtor\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}%s}"
        .formatted(debtor, amount, currency, more);
  }
}
