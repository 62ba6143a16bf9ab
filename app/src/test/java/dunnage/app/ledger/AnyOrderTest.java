package dunnage.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.Uuid7;
import dunnage.formats.Files;
import dunnage.formats.ReadOptions;
import dunnage.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Payments that come before the receivables they pay.
class AnyOrderTest {

  private static final String PAYMENTS =
      """
      invoice,payment date,payment amount,currency
      R1,2026-02-10,60.00,EUR
      R1,2026-02-20,70.00,EUR
      R9,2026-02-21,5.00,EUR
      """;

  private static final String RECEIVABLES =
      """
      invoice,customer_id,customer,issued,due,amount,currency
      R1,C1,Müller GmbH,2026-01-05,2026-02-04,100.00,EUR
      R2,C1,Müller GmbH,2026-01-06,2026-02-05,200.00,EUR
      """;

  @TempDir Path temporary;

  private final Desk desk = new Desk();
  private final Ledger ledger = desk.server.part(Ledger.class);

  @AfterEach
  void books() {
    desk.mustAgree();
  }

  private Absorbed take(UUID id, String text) {
    List<Fact> facts = new ArrayList<>();
    try {
      Path file = temporary.resolve("file.csv");
      java.nio.file.Files.writeString(file, text);
      assertThat(Files.read(file, "file", ReadOptions.recognise(), facts::add).records())
          .isPositive();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return desk.inside(
        () -> {
          Absorption absorption = ledger.absorb(id);
          facts.forEach(absorption::take);
          return absorption.finish();
        });
  }

  private UUID id() {
    return desk.server.part(Uuid7.class).next();
  }

  private String open() {
    return desk.inside(() -> ledger.open().values().toString());
  }

  @Test
  void the_books_are_the_same_whichever_file_comes_first() {
    take(id(), PAYMENTS);
    Absorbed list = take(id(), RECEIVABLES);
    assertThat(list.added()).isEqualTo(2);
    assertThat(open()).isEqualTo("[200.00 EUR]");
    assertThat(take(id(), PAYMENTS).same()).isEqualTo(3);
    assertThat(take(id(), RECEIVABLES).same()).isEqualTo(2);
    assertThat(open()).isEqualTo("[200.00 EUR]");
  }

  @Test
  void taking_the_receivables_back_leaves_the_money_as_it_came() {
    UUID money = id();
    take(money, PAYMENTS);
    UUID list = id();
    take(list, RECEIVABLES);
    var ignored = desk.inside(() -> ledger.undo(list, "wrong list"));
    assertThat(open()).isEqualTo("[0.00 EUR]");
    assertThat(desk.client.get("/api/v1/receipts?state=unattributed").json().path("data").size())
        .isEqualTo(3);
    assertThat(desk.client.get("/api/v1/debtors").json().path("data").size()).isZero();
    UUID again = id();
    take(again, RECEIVABLES);
    assertThat(open()).isEqualTo("[200.00 EUR]");
    var second = desk.inside(() -> ledger.undo(again, "wrong list"));
    assertThat(desk.inside(() -> ledger.undo(money, "wrong too")).facts()).isEqualTo(3);
    assertThat(second.facts()).isPositive();
  }
}
