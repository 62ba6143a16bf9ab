package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.risk.Desk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// No word of a page escapes translation: rendered in a language that has no letter of ASCII, no
/// page shows any but those of names, codes and figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapedWordsTest {

  private static final String PASSWORD = "nine copper kettles sing";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  /// What is the same in every language: the product, names and addresses of this test, currencies,
  /// codes of programs and their flags, files, character sets, grades.
  private static final Pattern DATA =
      Pattern.compile(
          "\\./dunnage [a-z -]+|Java-http-client/[0-9.]+|first token|Dunnage|GmbH|Test [0-9]+|Owner [0-9]+|[\\w.+-]+@[\\w.-]+|\\b(EUR|USD|CNY|DE)\\b"
              + "|\\b[a-z]{3}_[0-9a-z]+|\\b[0-9a-f-]{20,}|\\b[a-z]+(_[a-z]+)+\\b|\\b\\w+\\.csv\\b"
              + "|UTF-8|GB18030|windows-125[12]|\\bCSV\\b|\\b[A-E]\\b|&[a-z]+;|&#[0-9x]+;"
              + "|/join\\?secret=[\\w-]+|https?://\\S+|\\bISO( [0-9]{4})?|\\bNaN\\b|\\bXLSX\\b|\\b(CN|RUB)\\b"
              + "|--map due=&quot;Fecha vto&quot;|--[a-z]+(-[a-z]+)*( (comma|point|dmy|mdy))?");

  private final Client client = RunningServer.get().organisation();
  private final Set<String> escaped = new TreeSet<>();
  private String cookie = "";

  @BeforeAll
  void signIn() {
    new Desk(client)
        .with(
            Desk.regular("7001", "900.00", "EUR", 3)
                + Desk.regular("7002", "500.00", "USD", 45)
                + Desk.regular("7003", "700.00", "EUR", 0)
                + Desk.unpaid("7002", "800.00", "USD", TODAY.minusDays(160))
                + Desk.unpaid("7004", "300.00", "EUR", TODAY.minusDays(400))
                + Desk.unpaid("7003", "700.00", "EUR", TODAY.minusDays(10)))
        .assessed();
    String body = "{\"password\":\"%s\"}".formatted(PASSWORD);
    assertThat(client.post("/api/v1/me/password", body).status()).isEqualTo(204);
    Answer in =
        form("/sign-in", "email", client.get("/api/v1/me").text("email"), "password", PASSWORD);
    cookie = in.header("Set-Cookie").split(";")[0];
  }

  private Answer send(String method, String path, String type, byte[] body) {
    return client
        .as("")
        .send(
            method,
            path,
            type,
            body,
            Map.of("Cookie", cookie + "; dunnage-language=ru", "Sec-Fetch-Site", "same-origin"));
  }

  private Answer get(String path) {
    return send("GET", path, "", new byte[0]);
  }

  private Answer form(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    return send("POST", path, FORM, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String upload(String file) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"7.csv\"\r\n\r\n"
            + file
            + "\r\n--b--\r\n";
    Answer sent =
        send(
            "POST",
            "/imports",
            "multipart/form-data; boundary=b",
            body.getBytes(StandardCharsets.UTF_8));
    return sent.header("Location").replaceAll(".*(/imports/imp_[0-9a-z]+).*", "$1");
  }

  /// What is shown of a page, text by text.
  private static List<String> shown(String html) {
    String bare =
        html.replaceAll("(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>", "")
            // a language is named in itself
            .replaceAll("(?s)<(\\w+)[^>]* lang=\"en\"[^>]*>.*?</\\1>", "");
    List<String> all = new ArrayList<>();
    Matcher text = Pattern.compile(">([^<]+)<").matcher(bare);
    while (text.find()) {
      all.add(text.group(1).strip());
    }
    Matcher attribute =
        Pattern.compile("\\s(?:title|aria-label|placeholder|alt|data-label)=\"([^\"]*)\"")
            .matcher(bare);
    while (attribute.find()) {
      all.add(attribute.group(1));
    }
    return all;
  }

  private void look(String what, Answer page) {
    if (!page.body().contains("⟦")) {
      escaped.add(what + ": no page, " + page.status());
    }
    for (String text : shown(page.body())) {
      if (DATA.matcher(text).replaceAll("").matches("(?s).*[A-Za-z].*")) {
        escaped.add(what + ": " + text);
      }
    }
  }

  @Test
  void no_page_shows_a_word_that_is_not_translated() {
    try (var pseudo = new PseudoLanguage(RunningServer.get().part(PageWords.class))) {
      for (String path :
          List.of(
              "/",
              "/debtors",
              "/debtors?grade=E",
              "/receivables",
              "/receivables?overdue=true",
              "/check",
              "/alerts",
              "/alerts?show=seen",
              "/imports",
              "/settings",
              "/settings/organisation",
              "/settings/organisations",
              "/settings/desk",
              "/settings/rates",
              "/settings/tokens",
              "/settings/me",
              "/help",
              "/debtors?sort=-open",
              "/receivables?sort=-amount&currency=EUR",
              "/search?q=700",
              "/search?q=70",
              "/search?q=zzz".replace("zzz", "99999"),
              "/debtors/new",
              "/imports/imp_01mb91gjbfegb9wc5eacemqr41",
              "/receivables?page=7")) {
        look(path, get(path));
      }
      debtorPages();
      wrongForms();
      imports();
      look(
          "/sign-in",
          client
              .as("")
              .send("GET", "/sign-in", "", new byte[0], Map.of("Cookie", "dunnage-language=ru")));
    }
    assertThat(escaped).isEmpty();
  }

  private void debtorPages() {
    Matcher link = Pattern.compile("/debtors/deb_[0-9a-z]+").matcher(get("/debtors").body());
    Set<String> debtors = new TreeSet<>();
    while (link.find()) {
      debtors.add(link.group());
    }
    assertThat(debtors).hasSize(4);
    for (String debtor : debtors) {
      look("debtor", get(debtor));
      look("letter", get(debtor + "/letter?in=ru"));
    }
    Set<String> facts = new TreeSet<>(List.of("/calls"));
    for (String debtor : debtors) {
      facts.add(debtor + "/edit");
      Matcher fact =
          Pattern.compile("/(receivables|receipts|orders|events)/[a-z]{3}_[0-9a-z]+")
              .matcher(get(debtor).body());
      while (fact.find()) {
        facts.add(fact.group());
      }
    }
    assertThat(facts).hasSizeGreaterThan(9);
    for (String fact : facts) {
      look(fact, get(fact));
    }
    String one = debtors.iterator().next();
    for (String what : List.of("receivable", "payment", "credit_note", "order")) {
      look("enter " + what, get(one + "/enter?what=" + what));
    }
    look("no amount", form(one + "/enter", "what", "payment", "amount", ""));
    look("two ways", form(one + "/enter", "what", "payment", "amount", "1.234 EUR"));
    look("no number", form(one + "/enter", "what", "receivable", "amount", "5 EUR"));
    look(
        "due before",
        form(
            one + "/enter",
            "what",
            "receivable",
            "number",
            "7",
            "amount",
            "5 EUR",
            "on",
            "2026-02-02",
            "due",
            "2026-02-01"));
    look("no promise", form(one + "/events", "kind", "promise", "until", "2001-01-01"));
    look("no words", form(one + "/events", "kind", "note"));
    look("no limit", form(one + "/limit", "limit", "-5 EUR"));
    look("limit without a reason", form(one + "/limit", "limit", "5 EUR"));
    look("check", form("/check", "debtor", "7001", "amount", "700000 EUR"));
    look("check late", form("/check", "debtor", "7002", "amount", "70 USD"));
    look("check nobody", form("/check", "debtor", "9999", "amount", "70 USD"));
  }

  private void wrongForms() {
    look("no debtor", form("/debtors/new", "name", ""));
    look("no country", form("/debtors/new", "name", "7", "country", "99", "number", "7001"));
    look("number taken", form("/debtors/new", "name", "7", "number", "7001"));
    look("no invitation", form("/settings/invitations", "email", "7", "role", "77"));
    look("over", form("/join", "secret", "7", "name", "", "password", "7"));
    look("not there", get("/debtors/deb_01mb91gjbfegb9wc5eacemqr41"));
    look("no id", get("/debtors/7"));
  }

  private void imports() {
    String path =
        upload(
            "发票号,客户编号,客户,开票日期,到期日,金额,币种\n"
                + "8001,7001,7001 GmbH,2026-01-05,2026-02-04,700,EUR\n"
                + "8002,7001,7001 GmbH,2026-01-05,31/31/2026,700,EUR\n"
                + "8003,7001,7001 GmbH,2026-01-05,2026-02-04,7.7.7,EUR\n"
                + "8004,7001,7001 GmbH,2026-01-05,2026-01-04,700,EUR,7,7\n"
                + "8005,7001,7001 GmbH,2026-01-05,2026-01-04,700,777\n");
    look("import", get(path));
    String rejected = get(path + "/rejected.csv").body();
    assertThat(rejected).contains("⟦").doesNotContain("expected", "date_bad", "problem");
    look("import again", form(path + "/options", "currency", "777", "terms_days", "7"));
    look("import with no days", form(path + "/options", "terms_days", "7.7"));
    look("not taken back", form(path + "/undo", "reason", "7"));
    look("not named", get(upload("7;7;7\n7;7;7\n")));
    look("empty", get(upload("发票号,客户编号,客户,开票日期,到期日,金额,币种\n")));
    look("binary", get(upload("\u0000\u0001\u0002\u0000\u0001")));
    look("twice", get(upload("发票号,客户,到期日,金额\n8001,7001,03/04/2026,\"7,777\"\n")));
  }

  @Test
  void the_language_of_this_test_bites() {
    assertThat(PseudoLanguage.disguised("{0, plural, one {# day} other {# days}} of '{x}'"))
        .isEqualTo("{0, plural, one {# ｄａｙ} other {# ｄａｙｓ}} ｏｆ '{ｘ}'");
    assertThat(shown("<p title=\"a\">b <b>c</b></p><i lang=\"en\" x>English</i>"))
        .containsExactly("b", "c", "a");
  }
}
