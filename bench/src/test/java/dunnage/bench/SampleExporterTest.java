package dunnage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.calendar.TermsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExporterTest {

  private static final Path COMMITTED = Path.of("../app/src/main/resources/dunnage/sample");

  @Test
  void the_committed_sample_is_what_the_generator_writes(@TempDir Path fresh) throws IOException {
    SampleExporter.write(fresh);

    List<String> names = names(fresh);
    assertThat(names(COMMITTED)).isEqualTo(names).hasSize(6);
    for (String name : names) {
      assertThat(Files.readString(COMMITTED.resolve(name)))
          .as(name)
          .isEqualTo(Files.readString(fresh.resolve(name)));
    }
  }

  @Test
  void every_wording_of_terms_in_the_sample_can_be_read() {
    assertThat(SampleCustomers.all())
        .allSatisfy(c -> assertThat(TermsText.parse(c.terms())).as(c.terms()).isNotNull());
  }

  @Test
  void the_sample_spans_twelve_countries_and_five_currencies() {
    assertThat(SampleCustomers.all().stream().map(SampleCustomers.Customer::country).distinct())
        .hasSize(12);
    assertThat(SampleCustomers.all().stream().map(SampleCustomers.Customer::currency).distinct())
        .hasSize(5);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
