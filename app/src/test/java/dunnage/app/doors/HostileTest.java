package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile and broken requests to every operation of the served OpenAPI: each is refused with a
/// problem that has a code, and none makes the server fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {

  private World own;
  private List<Operation> operations;

  @BeforeAll
  void make() {
    own = new World();
    operations = Operation.all(Operation.described(own.client));
  }

  List<Operation> operations() {
    return operations;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_hostile_request_is_refused_with_a_code(Operation operation) {
    SoftAssertions soft = new SoftAssertions();
    for (Hostile hostile : Hostile.of(operation, own)) {
      Answer answer =
          own.client.send(
              operation.method(),
              hostile.path(),
              hostile.type(),
              hostile.body(),
              hostile.headers());
      String said = answer.body().substring(0, Math.min(300, answer.body().length()));
      soft.assertThat(answer.status())
          .as("%s, %s: %s", operation, hostile, said)
          .isBetween(400, 499);
      soft.assertThat(answer.header("Content-Type"))
          .as("%s, %s: %s", operation, hostile, said)
          .startsWith("application/problem+json");
      soft.assertThat(answer.code()).as("%s, %s: %s", operation, hostile, said).matches("[a-z_]+");
    }
    soft.assertAll();
  }

  /// The name of a file is a label: it reaches no path and no header.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "C:%5Cboot.ini",
        "%252e%252e%252fetc",
        "a%0d%0aSet-Cookie:%20a=b",
        "a%22;filename=b",
        "a%00b",
        "%F0%9F%98%80%E2%80%AEvsc.csv"
      })
  void the_name_of_a_file_is_a_label(String name) {
    Answer answer = own.upload("?dry_run=true&again=true&name=" + name);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    assertThat(answer.text("name")).doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}]").isNotBlank();
  }

  @Test
  void a_small_archive_of_something_large_makes_nothing_of_the_ledger() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "../../escaped.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blanks = new byte[1024 * 1024];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        zip.write(blanks);
      }
    }
    assertThat(bytes.size()).isLessThan(1024 * 1024);
    Answer answer =
        own.client.send(
            "POST",
            "/api/v1/imports?commit=true&wait=30&name=book.xlsx",
            "application/octet-stream",
            bytes.toByteArray(),
            Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.text("state")).as(answer.body()).isIn("failed", "previewed");
    assertThat(answer.json().path("receipt").path("accepted").asInt()).isZero();
    assertThat(own.client.get("/api/v1/imports/" + answer.text("id")).text("size"))
        .as("what was received is kept")
        .isEqualTo("" + bytes.size());
  }
}
