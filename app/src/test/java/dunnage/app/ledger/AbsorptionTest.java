package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.access.Access;
import dunnage.app.platform.Problem;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.formats.Files;
import dunnage.formats.ReadOptions;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files taken into the ledger, again, changed, and taken back.
class AbsorptionTest {

  private static final String LIST =
      """
      invoice,customer_id,customer,issued,due,amount,currency,paid,paid on
      R1,C1,Müller GmbH,2026-01-05,2026-02-04,100.00,EUR,,
      R2,C1,Müller GmbH,2026-01-06,2026-02-05,200.00,EUR,50.00,2026-02-10
      R3,C2,深圳市华强,2026-01-07,2026-02-06,300.00,CNY,,
      R3,C2,深圳市华强,2026-01-07,2026-02-06,300.00,CNY,,
      """;

  @TempDir Path temporary;

  private final RunningServer server = RunningServer.get();
  private final Ledger ledger = server.part(Ledger.class);
  private final Tenancy tenancy = server.part(Tenancy.class);
  private final Access access = server.part(Access.class);
  private UUID organisation;
  private UUID owner;

  @BeforeEach
  void make() {
    Client client = server.organisation();
    organisation = TypeId.read("org", client.organisation()).orElseThrow();
    owner = TypeId.read("per", client.owner()).orElseThrow();
  }

  private <T> T inside(Supplier<T> work) {
    return access.actingAs(organisation, owner, () -> tenancy.in(organisation, work));
  }

  private Absorbed take(UUID id, String... texts) {
    List<Fact> facts = new ArrayList<>();
    for (String text : texts) {
      try {
        Path file = temporary.resolve("file.csv");
        java.nio.file.Files.writeString(file, text);
        assertThat(Files.read(file, "file", ReadOptions.recognise(), facts::add).records())
            .isPositive();
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
    }
    return inside(
        () -> {
          Absorption absorption = ledger.absorb(id);
          facts.forEach(absorption::take);
          return absorption.finish();
        });
  }

  private static Money eur(String amount) {
    return Money.of(Currency.of("EUR"), new java.math.BigDecimal(amount));
  }

  private Map<Currency, Money> open() {
    return inside(ledger::open);
  }

  @Test
  void a_list_is_taken_in_once_and_equal_lines_are_counted() {
    Absorbed first = take(UUID.randomUUID(), LIST);
    assertThat(first.added()).isEqualTo(5); // four receivables, one payment
    assertThat(first.refused()).isEmpty();
    assertThat(open())
        .containsEntry(Currency.of("EUR"), eur("250.00"))
        .containsEntry(Currency.of("CNY"), new Money(Currency.of("CNY"), 60_000));
    Absorbed again = take(UUID.randomUUID(), LIST);
    assertThat(again.added()).isZero();
    assertThat(again.changed()).isZero();
    assertThat(again.same()).isEqualTo(5);
    assertThat(inside(ledger::book).debtors()).hasSize(2);
  }

  @Test
  void what_a_later_file_tells_otherwise_is_changed_and_said() {
    take(UUID.randomUUID(), LIST);
    Absorbed later =
        take(
            UUID.randomUUID(),
            LIST.replace("2026-02-04,100.00", "2026-03-04,110.00")
                .replace("50.00,2026-02-10", "80.00,2026-03-01"));
    assertThat(later.changed()).isEqualTo(1);
    assertThat(later.changes())
        .extracting(Absorbed.Change::field, Absorbed.Change::before, Absorbed.Change::after)
        .contains(
            org.assertj.core.groups.Tuple.tuple("due", "2026-02-04", "2026-03-04"),
            org.assertj.core.groups.Tuple.tuple("amount", "100.00 EUR", "110.00 EUR"));
    assertThat(later.added()).as("thirty more were paid").isEqualTo(1);
    assertThat(open()).containsEntry(Currency.of("EUR"), eur("230.00"));
  }

  @Test
  void an_import_is_taken_back_and_can_come_again() {
    UUID first = UUID.randomUUID();
    take(first, LIST);
    UUID second = UUID.randomUUID();
    take(second, LIST.replace("2026-02-04,100.00", "2026-03-04,110.00"));
    assertThatThrownBy(() -> inside(() -> ledger.undo(first, "wrong file")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("R1");
    inside(() -> ledger.undo(second, "wrong file"));
    assertThat(open()).containsEntry(Currency.of("EUR"), eur("250.00"));
    inside(() -> ledger.undo(first, "wrong file"));
    assertThat(open().values()).allMatch(Money::isZero);
    assertThat(inside(ledger::book).debtors()).isEmpty();
    assertThat(take(UUID.randomUUID(), LIST).added()).isEqualTo(5);
  }

  @Test
  void payments_find_the_receivables_they_name_and_the_rest_is_kept() {
    take(UUID.randomUUID(), LIST);
    String payments =
        """
        payment,receivable,customer_id,paid_on,amount,currency
        P1,R1,C1,2026-02-20,60.00,EUR
        P2,R1,C1,2026-02-21,60.00,EUR
        P3,R9,C1,2026-02-22,10.00,EUR
        """;
    Absorbed first = take(UUID.randomUUID(), payments);
    assertThat(first.refused()).isEmpty();
    assertThat(open()).containsEntry(Currency.of("EUR"), eur("150.00"));
    Absorbed again = take(UUID.randomUUID(), payments);
    assertThat(again.added()).isZero();
    assertThat(again.same()).isEqualTo(3);
  }

  @Test
  void a_trial_run_leaves_nothing_behind() {
    inside(
        () -> {
          Absorption absorption = ledger.absorb(UUID.randomUUID());
          try {
            Path file = temporary.resolve("trial.csv");
            java.nio.file.Files.writeString(file, LIST);
            Files.read(file, "trial", ReadOptions.recognise(), absorption::take);
          } catch (IOException failed) {
            throw new AssertionError(failed);
          }
          assertThat(absorption.finish().added()).isEqualTo(5);
          tenancy.rollBack();
          return 0;
        });
    assertThat(open()).isEmpty();
  }
}
