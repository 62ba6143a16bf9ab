package dunnage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.bench.SampleBook.Row;
import dunnage.bench.SampleCustomers.Customer;
import dunnage.kernel.calendar.Terms;
import dunnage.kernel.calendar.TermsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExporterTest {

  private static final Path COMMITTED = Path.of("../app/src/main/resources/dunnage/sample");
  private static final int DEPOSIT_DAYS = 7;

  @Test
  void the_committed_sample_is_what_the_generator_writes(@TempDir Path fresh) throws IOException {
    SampleExporter.write(fresh);

    List<String> names = names(fresh);
    assertThat(names(COMMITTED)).isEqualTo(names).hasSize(7);
    for (String name : names) {
      assertThat(Files.readString(COMMITTED.resolve(name)))
          .as(name)
          .isEqualTo(Files.readString(fresh.resolve(name)));
    }
  }

  @Test
  void it_is_small(@TempDir Path fresh) throws IOException {
    SampleExporter.write(fresh);

    long bytes = 0;
    for (String name : names(fresh)) {
      bytes += Files.size(fresh.resolve(name));
    }
    assertThat(bytes).isLessThan(600_000);
  }

  @Test
  void sixty_customers_in_twelve_countries_and_five_currencies_three_of_them_marketplaces() {
    List<Customer> all = SampleCustomers.all();

    assertThat(all).hasSize(60);
    assertThat(all.stream().map(Customer::id)).doesNotHaveDuplicates();
    assertThat(all.stream().map(Customer::name)).doesNotHaveDuplicates();
    assertThat(all.stream().map(Customer::country).distinct()).hasSize(12);
    assertThat(all.stream().map(Customer::currency).distinct())
        .containsExactlyInAnyOrder("CNY", "USD", "EUR", "GBP", "RUB");
    assertThat(all.stream().filter(c -> c.kind().marketplace())).hasSize(3);
  }

  @Test
  void two_years_are_told_and_nothing_of_the_days_after() {
    SampleBook book = SampleBook.of(SampleCustomers.all());

    assertThat(book.rows().getFirst().issued())
        .isBetween(SampleExporter.FIRST_DAY, SampleExporter.FIRST_DAY.plusDays(14));
    Stream<LocalDate> days =
        Stream.of(
                book.rows().stream().map(Row::issued),
                book.payments().stream().map(SampleBook.Payment::on),
                book.orders().stream().map(SampleBook.Order::on),
                book.notes().stream().map(SampleBook.Note::on))
            .flatMap(each -> each);
    assertThat(days)
        .allSatisfy(
            day -> assertThat(day).isBetween(SampleExporter.FIRST_DAY, SampleExporter.AS_OF));
    assertThat(book.rows()).hasSizeBetween(1500, 2500);
  }

  @Test
  void the_wording_of_terms_says_what_the_due_dates_do() {
    for (Row row : SampleBook.of(SampleCustomers.all()).rows()) {
      String words = row.customer().terms();
      Terms terms = Objects.requireNonNull(TermsText.parse(words), words);
      boolean deposit = row.part().equals("deposit");
      assertThat(terms.parts()).as(words).hasSize(row.part().isEmpty() ? 1 : 2);
      assertThat(row.due())
          .as("%s of %s", row.number(), words)
          .isEqualTo(
              deposit
                  ? row.issued().plusDays(DEPOSIT_DAYS)
                  : terms.parts().getLast().due(row.issued()));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
