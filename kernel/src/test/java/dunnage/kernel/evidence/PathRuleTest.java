package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathRuleTest {

  @Test
  void names_of_all_the_world_are_taken() {
    for (String name :
        List.of(
            "invoice.pdf",
            "a/b/c.txt",
            "发票 2026.pdf",
            "Счёт № 17.pdf",
            "100 % of it.txt",
            "a..b",
            ".hidden",
            "console.txt",
            "com10",
            "x".repeat(255))) {
      assertThat(PathRule.problem(name)).as(name).isNull();
    }
  }

  @Test
  void names_that_lead_elsewhere_or_cannot_be_written_are_not() {
    for (String name :
        List.of(
            "",
            "/etc/passwd",
            "a//b",
            "a/",
            "../a",
            "a/../b",
            "./a",
            "c:\\a",
            "a\\b",
            "a\nb",
            "a\tb",
            "a\u0000b",
            "a\u202Efdp.exe",
            "a\u2028b",
            "\uFEFFa",
            "a\uFFFDb",
            "a\uD800b",
            "what?",
            "a:b",
            "CON",
            "con.txt",
            "aux .txt",
            "a/nul.pdf",
            "LPT1",
            "ends.",
            "ends ",
            "x".repeat(256),
            "x".repeat(200) + "/" + "x/".repeat(500))) {
      assertThat(PathRule.problem(name)).as(name).isNotNull();
    }
  }

  @Test
  void names_that_are_one_file_on_some_system_clash() {
    assertThat(PathRule.clash(List.of("A.pdf", "a.pdf"))).containsExactly("A.pdf", "a.pdf");
    assertThat(PathRule.clash(List.of("é.pdf", "e\u0301.pdf"))).hasSize(2);
    assertThat(PathRule.clash(List.of("straße", "STRASSE"))).hasSize(2);
    assertThat(PathRule.clash(List.of("a", "a/b"))).containsExactly("a", "a/b");
    assertThat(PathRule.clash(List.of("Mail/1", "mail/2"))).containsExactly("Mail", "mail");
    assertThat(PathRule.clash(List.of("a", "b", "c/a", "c/b"))).isNull();
  }

  @Test
  void the_order_is_that_of_the_bytes() {
    assertThat(
            Stream.of("b", "a/b", "a.b", "a", "Z", "發", "é", "\uD83D\uDCC4", "\uFB01")
                .sorted(PathRule.ORDER))
        .containsExactly("Z", "a", "a.b", "a/b", "b", "é", "發", "\uFB01", "\uD83D\uDCC4");
  }
}
