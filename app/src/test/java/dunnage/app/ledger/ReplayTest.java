package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Aging of any day is the plain sum of the facts, told one after the other.
class ReplayTest {

  private static final int STEPS = 160;
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 400;
  private static final List<Currency> CURRENCIES =
      List.of(Currency.of("EUR"), Currency.of("JPY"), Currency.of("KWD"));

  private final Desk desk = new Desk();
  private final Receiving receiving = desk.server.part(Receiving.class);
  private final Invoicing invoicing = desk.server.part(Invoicing.class);
  private final ReceivableTable receivables = desk.server.part(ReceivableTable.class);
  private final ReceiptTable receipts = desk.server.part(ReceiptTable.class);
  private final EntryTable entries = desk.server.part(EntryTable.class);
  private final Uuid7 ids = desk.server.part(Uuid7.class);
  private final List<UUID> owed = new ArrayList<>();
  private final List<UUID> money = new ArrayList<>();
  private final List<UUID> debtors = new ArrayList<>();

  private record Told(LocalDate issued, LocalDate due, Money amount, Map<UUID, Lowered> lowered) {}

  private record Lowered(LocalDate on, long minor) {}

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aging_of_every_day_is_the_sum_of_the_facts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      debtors.add(TypeId.read("deb", desk.debtor("D" + i)).orElseThrow());
    }
    for (int i = 0; i < STEPS; i++) {
      try {
        desk.inside(
            () -> {
              step(random);
              return true;
            });
      } catch (Problem refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).isNotEmpty();
      }
    }
    desk.mustAgree();
    Map<UUID, Told> told = replay();
    assertThat(told).as("seed %d", seed).hasSizeGreaterThan(STEPS / 8);
    for (int i = 0; i < 25; i++) {
      LocalDate day = day(random);
      Map<String, Long> plain = plain(told, day);
      assertThat(aging(day)).as("seed %d, %s", seed, day).isEqualTo(plain);
      assertThat(book(day)).as("the book, seed %d, %s", seed, day).isEqualTo(plain);
    }
  }

  private static LocalDate day(Random random) {
    return START.plusDays(random.nextInt(DAYS));
  }

  private void step(Random random) {
    switch (random.nextInt(8)) {
      case 0, 1 -> issue(random);
      case 2 -> receive(random);
      case 3, 4 -> allocate(random);
      case 5 -> amend(random);
      case 6 -> takeBack(random);
      default -> writeOffOrWithdraw(random);
    }
  }

  private Money some(Random random, Currency currency) {
    return new Money(currency, 1 + random.nextInt(100_000));
  }

  private <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private void issue(Random random) {
    LocalDate issued = day(random);
    Money amount = some(random, any(CURRENCIES, random));
    UUID id = ids.next();
    invoicing.issue(
        new ReceivableTable.Row(
            id,
            any(debtors, random),
            "R" + owed.size(),
            "",
            1,
            issued,
            issued.plusDays(random.nextInt(100)),
            amount,
            amount,
            "",
            null,
            "",
            null,
            null,
            null,
            false,
            1,
            0));
    owed.add(id);
  }

  private void receive(Random random) {
    Money amount = some(random, any(CURRENCIES, random));
    UUID id = ids.next();
    String kind = random.nextBoolean() ? "payment" : "credit_note";
    receiving.receive(
        new ReceiptTable.Row(
            id, kind, any(debtors, random), "", day(random), amount, amount, "", "", 1, 0));
    money.add(id);
  }

  private void allocate(Random random) {
    if (owed.isEmpty() || money.isEmpty()) {
      return;
    }
    ReceiptTable.Row receipt = receipts.find(any(money, random)).orElseThrow();
    receivables
        .find(any(owed, random))
        .filter(row -> row.amount().currency().equals(receipt.amount().currency()))
        .ifPresent(
            row -> {
              Object ignored = receiving.allocate(receipt, row, Receiving.most(receipt, row));
            });
  }

  private void amend(Random random) {
    if (owed.isEmpty()) {
      return;
    }
    receivables
        .find(any(owed, random))
        .ifPresent(
            row -> {
              Money amount = some(random, row.amount().currency());
              Money open = row.open().plus(amount).minus(row.amount());
              LocalDate issued = day(random);
              invoicing.amend(row, row.with(issued, issued.plusDays(30), amount, open), "seed");
            });
  }

  private void takeBack(Random random) {
    List<EntryTable.Row> all = entries.of(owed, null);
    if (!all.isEmpty()) {
      receiving.takeBack(any(all, random).id(), "seed");
    }
  }

  private void writeOffOrWithdraw(Random random) {
    if (owed.isEmpty()) {
      return;
    }
    receivables
        .find(any(owed, random))
        .ifPresent(
            row -> {
              if (random.nextInt(3) == 0) {
                invoicing.withdraw(row, "seed");
              } else if (!row.open().isZero()) {
                Object ignored = receiving.writeOff(row, row.open(), day(random), "seed");
              }
            });
  }

  /// The facts in their order, by nothing but what each says.
  private Map<UUID, Told> replay() {
    Map<UUID, Told> told = new LinkedHashMap<>();
    JsonMapper json = new JsonMapper();
    var ignored =
        desk.inside(
            () ->
                desk.tenancy
                    .sql(
                        """
                        SELECT fact_id, kind, about, on_day, corrects, body::text AS body
                          FROM ledger_fact WHERE org_id = :org ORDER BY fact_id
                        """)
                    .query(
                        (row, n) ->
                            tell(
                                told,
                                row.getObject("fact_id", UUID.class),
                                row.getString("kind"),
                                row.getObject("about", UUID.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getObject("corrects", UUID.class),
                                json.readTree(row.getString("body"))))
                    .list());
    return told;
  }

  private static boolean tell(
      Map<UUID, Told> told,
      UUID fact,
      String kind,
      UUID about,
      LocalDate on,
      UUID corrects,
      JsonNode body) {
    switch (kind) {
      case "receivable.issued" ->
          told.put(
              about,
              new Told(
                  on, LocalDate.parse(body.path("due").asString()), money(body), new HashMap<>()));
      case "receivable.amended" -> {
        JsonNode is = body.path("after");
        Told was = told.get(about);
        told.put(
            about,
            new Told(
                is.has("issued") ? LocalDate.parse(is.path("issued").asString()) : was.issued(),
                is.has("due") ? LocalDate.parse(is.path("due").asString()) : was.due(),
                is.has("amount") ? money(is) : was.amount(),
                was.lowered()));
      }
      case "receivable.withdrawn" -> told.remove(about);
      case "receivable.lowered" ->
          told.get(about).lowered().put(fact, new Lowered(on, money(body).minor()));
      case "receivable.raised" -> told.get(about).lowered().remove(corrects);
      case "receipt.received" -> {}
      default -> throw new AssertionError(kind);
    }
    return true;
  }

  private static Money money(JsonNode body) {
    return Money.of(
        Currency.of(body.path("amount").path("currency").asString()),
        new java.math.BigDecimal(body.path("amount").path("amount").asString()));
  }

  private static Map<String, Long> plain(Map<UUID, Told> told, LocalDate day) {
    Map<String, Long> sums = new TreeMap<>();
    for (Told one : told.values()) {
      if (!one.issued().isAfter(day)) {
        long open = one.amount().minor();
        for (Lowered lowered : one.lowered().values()) {
          open -= lowered.on().isAfter(day) ? 0 : lowered.minor();
        }
        add(sums, one.amount().currency(), AgingBucket.of(one.due(), day), open);
      }
    }
    return sums;
  }

  private static void add(Map<String, Long> sums, Currency currency, AgingBucket bucket, long n) {
    if (n != 0) {
      sums.merge(currency.code() + " " + bucket.code(), n, Math::addExact);
    }
  }

  private Map<String, Long> aging(LocalDate day) {
    Map<String, Long> sums = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Aging.Row row : desk.inside(() -> desk.server.part(Aging.class).whole(day))) {
      assertThat(seen.add(row.open().currency().code())).isTrue();
      for (Aging.Bucket bucket : row.buckets()) {
        if (!bucket.amount().isZero()) {
          sums.put(row.open().currency().code() + " " + bucket.bucket(), bucket.amount().minor());
        }
      }
    }
    return sums;
  }

  private Map<String, Long> book(LocalDate day) {
    Map<String, Long> sums = new TreeMap<>();
    for (DebtorBook debtor : desk.inside(() -> desk.server.part(Ledger.class).book()).debtors()) {
      for (Account account : debtor.accounts()) {
        if (!account.receivable().issued().isAfter(day)) {
          Money open = account.open(day);
          add(sums, open.currency(), AgingBucket.of(account.receivable().due(), day), open.minor());
        }
      }
    }
    return sums;
  }
}
