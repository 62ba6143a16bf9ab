package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages over HTTP, as a browser without a script asks for them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final String EVIL = "<script>alert(1)</script>\"'&lt;";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> PAGES =
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
          "/calls",
          "/search?q=zzz",
          "/debtors/new");

  private final Client client = RunningServer.get().organisation();
  private PageClient pages = new PageClient(client);
  private String debtor = "";

  @BeforeAll
  void signIn() {
    RunningServer.get().setDay(LocalDate.of(2026, 11, 25));
    pages = PageClient.of(client);
    Answer added = pages.form("/debtors/new", "name", EVIL, "country", "de");
    assertThat(added.status()).as(added.body()).isEqualTo(302);
    debtor = added.header("Location").replaceAll(".*(/debtors/deb_[0-9a-z]+).*", "$1");
  }

  private Answer get(String path, String language) {
    return pages.get(path, language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "ru"})
  void every_page_is_there_in_every_language_and_asks_nothing_of_another_host(String language) {
    List<String> all = new ArrayList<>(PAGES);
    all.addAll(
        List.of(debtor, debtor + "/enter", debtor + "/enter?what=payment", debtor + "/letter"));
    for (String path : all) {
      Answer page = get(path, language);
      assertThat(page.status()).as(path + page.body()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
      assertThat(page.body())
          .as(path)
          .contains("<html", "lang=\"" + language + "\"")
          .doesNotContain("??", "th:", "<script>alert", "style=\"", "onclick", "http://www.thyme");
      assertThat(links(page.body())).as(path).allMatch(link -> link.matches("/.*|#.*|mailto:.*"));
    }
  }

  private static List<String> links(String html) {
    List<String> links = new ArrayList<>();
    Matcher link = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"").matcher(html);
    while (link.find()) {
      links.add(link.group(1));
    }
    return links;
  }

  @Test
  void what_a_page_loads_is_small_and_kept_for_ever() {
    String html = get("/", "en").body();
    long bytes = html.length();
    for (String link : links(html)) {
      if (link.startsWith("/assets/")) {
        Answer asset = client.as("").get(link);
        assertThat(asset.status()).as(link).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).contains("immutable");
        bytes += asset.body().length();
      }
    }
    assertThat(bytes).isLessThan(200_000);
    assertThat(client.as("").get("/assets/000000000000/desk.css").status()).isEqualTo(404);
  }

  @Test
  void who_is_not_signed_in_is_asked_to_and_comes_back() {
    Answer asked = client.as("").get("/receivables?overdue=true");
    assertThat(asked.status()).isEqualTo(302);
    assertThat(asked.header("Location")).endsWith("/sign-in?to=%2Freceivables%3Foverdue%3Dtrue");
    Answer wrong =
        new PageClient(client)
            .form(
                "/sign-in",
                "email",
                client.get("/api/v1/me").text("email"),
                "password",
                "no such password at all");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).contains("role=\"alert\"").doesNotContain("no such password");
    Answer elsewhere =
        new PageClient(client)
            .form(
                "/sign-in",
                "email",
                client.get("/api/v1/me").text("email"),
                "password",
                PageClient.PASSWORD,
                "to",
                "//evil.example");
    assertThat(elsewhere.header("Location")).endsWith("/").doesNotContain("evil");
    Answer theme =
        new PageClient(client).form("/theme", "to", "dark", "back", "https://evil.example");
    assertThat(theme.header("Location")).endsWith("/").doesNotContain("evil");
  }

  @Test
  void a_page_of_another_site_does_nothing() {
    byte[] body = "what=order&number=N&amount=5+EUR".getBytes(StandardCharsets.UTF_8);
    Answer refused =
        client
            .as("")
            .send(
                "POST",
                debtor + "/enter",
                FORM,
                body,
                Map.of("Cookie", pages.cookie(), "Sec-Fetch-Site", "cross-site"));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void facts_are_entered_by_hand_and_stand_on_the_timeline() {
    Answer owed =
        pages.form(
            debtor + "/enter",
            "what",
            "receivable",
            "number",
            "H-1",
            "amount",
            "1,000.00 EUR",
            "on",
            "2026-09-01",
            "due",
            "2026-10-01");
    assertThat(owed.header("Location")).as(owed.body()).contains("done=entered");
    Answer paid =
        pages.form(debtor + "/enter", "what", "payment", "amount", "400 EUR", "on", "2026-10-05");
    assertThat(paid.header("Location")).as(paid.body()).contains("done=entered");
    Answer noted =
        pages.form(
            debtor + "/events",
            "kind",
            "promise",
            "words",
            "will pay " + EVIL,
            "until",
            "2026-12-01",
            "amount",
            "600 EUR");
    assertThat(noted.header("Location")).as(noted.body()).contains("done=noted");
    String page = get(debtor, "en").body();
    assertThat(page).contains("H-1", "600.00", "Promise to pay", "Money received");
    assertThat(page).doesNotContain("<script>alert");
    assertThat(get(debtor + "/letter?tone=firm&in=ru", "en").body()).contains("H-1", "просрочка");
    Answer checked = pages.form("/check", "debtor", EVIL, "amount", "100 EUR");
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.body()).contains("EUR").doesNotContain("<script>alert");
  }

  @Test
  void what_was_typed_wrongly_is_said_and_stays_typed() {
    Answer two = pages.form(debtor + "/enter", "what", "receivable", "amount", "1.234 EUR");
    assertThat(two.status()).isEqualTo(422);
    assertThat(two.body()).contains("role=\"alert\"", "two ways", "value=\"1.234 EUR\"");
    Answer day = pages.form(debtor + "/enter", "amount", "5 EUR", "due", "31.02.2026");
    assertThat(day.body()).contains("31.02.2026", "role=\"alert\"");
    Answer nobody = pages.form("/check", "debtor", "zzz", "amount", "5 EUR");
    assertThat(nobody.body()).contains("Nobody is called");
    Answer gone = get("/debtors/deb_01mb91gjbfegb9wc5eacemqr41", "ru");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).contains("lang=\"ru\"", "Не найдено");
    assertThat(pages.form(debtor + "/events", "kind", "promise", "until", "soon").status())
        .isEqualTo(422);
  }

  @Test
  void a_file_is_looked_at_brought_in_and_taken_back_without_a_script() {
    String file =
        "invoice,customer,issued,due,amount,currency\nF1,F Ltd,2026-01-05,2026-02-04,7,EUR\n";
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n"
            + file
            + "\r\n--b--\r\n";
    Answer sent =
        client
            .as("")
            .send(
                "POST",
                "/imports",
                "multipart/form-data; boundary=b",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("Cookie", pages.cookie(), "Sec-Fetch-Site", "same-origin"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(302);
    String path = sent.header("Location").replaceAll(".*(/imports/imp_[0-9a-z]+).*", "$1");
    assertThat(get(path, "en").body()).contains("Nothing has been written yet");
    assertThat(pages.form(path + "/commit").status()).isEqualTo(302);
    assertThat(get(path, "zh-CN").body()).contains("已导入", "撤销导入");
    assertThat(get("/receivables", "en").body()).contains("F1");
    assertThat(pages.form(path + "/undo", "reason", "only tried").status()).isEqualTo(302);
    assertThat(get("/receivables", "en").body()).doesNotContain(">F1<");
  }

  @Test
  void someone_is_invited_and_joins() {
    String invited = "sales" + System.nanoTime() + "@test.example";
    String page = pages.form("/settings/invitations", "email", invited, "role", "sales").body();
    Matcher link = Pattern.compile("(/join\\?secret=[A-Za-z0-9_-]+)").matcher(page);
    assertThat(link.find()).as(page).isTrue();
    String path = link.group(1);
    assertThat(client.as("").get(path).body()).contains("name=\"secret\"");
    String secret = path.substring(path.indexOf('=') + 1);
    Answer weak =
        new PageClient(client).form("/join", "secret", secret, "name", "Ivan", "password", "short");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.body()).contains("role=\"alert\"", secret);
    Answer in =
        new PageClient(client)
            .form("/join", "secret", secret, "name", "Ivan", "password", PageClient.PASSWORD);
    assertThat(in.header("Location")).endsWith("/sign-in");
    Answer signedIn =
        new PageClient(client).form("/sign-in", "email", invited, "password", PageClient.PASSWORD);
    String theirs = signedIn.header("Set-Cookie").split(";")[0];
    Answer debtors = client.as("").send("GET", debtor, "", new byte[0], Map.of("Cookie", theirs));
    assertThat(debtors.status()).as("sales people see their own debtors alone").isEqualTo(404);
    Answer again =
        new PageClient(client)
            .form("/join", "secret", secret, "name", "Ivan", "password", PageClient.PASSWORD);
    assertThat(again.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void a_file_that_names_no_currency_is_read_again_with_one() {
    String file = "invoice;customer;issued;due;amount\nQ1;Q Ltd;03/04/2026;05/04/2026;7,50\n";
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"q.csv\"\r\n\r\n"
            + file
            + "\r\n--b--\r\n";
    Answer sent =
        client
            .as("")
            .send(
                "POST",
                "/imports",
                "multipart/form-data; boundary=b",
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("Cookie", pages.cookie(), "Sec-Fetch-Site", "same-origin"));
    String path = sent.header("Location").replaceAll(".*(/imports/imp_[0-9a-z]+).*", "$1");
    assertThat(get(path, "ru").body()).contains("Прочитать иначе");
    Answer read =
        pages.form(path + "/options", "currency", "usd", "dates", "dmy", "decimal", "comma");
    assertThat(read.status()).as(read.body()).isEqualTo(302);
    assertThat(get(path, "en").body()).contains("USD", "7.50", "Bring it in");
    Answer wrong = pages.form(path + "/options", "currency", "nothing");
    assertThat(wrong.body()).contains("role=\"alert\"");
  }

  @Test
  void every_word_is_there_in_every_language_with_the_same_arguments() {
    Map<String, String> english = PageWords.read("/dunnage/words/en/pages.properties");
    for (String language : List.of("zh", "ru")) {
      Map<String, String> words =
          PageWords.read("/dunnage/words/" + language + "/pages.properties");
      assertThat(words.keySet()).as(language).isEqualTo(english.keySet());
      english.forEach(
          (key, text) ->
              assertThat(arguments(words.get(key)))
                  .as(language + " " + key)
                  .isEqualTo(arguments(text)));
    }
  }

  private static List<String> arguments(String text) {
    List<String> found = new ArrayList<>();
    Matcher argument = Pattern.compile("\\{([0-9])").matcher(text);
    while (argument.find()) {
      found.add(argument.group(1));
    }
    return found.stream().distinct().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 11, 21, 22})
  void russian_counts_as_russians_do(int number) {
    String said = new PageWords().say(PageWords.LANGUAGES.get(2), "days.late", number);
    String word =
        switch (number) {
          case 1, 21 -> "день";
          case 2, 22 -> "дня";
          default -> "дней";
        };
    assertThat(said).isEqualTo(number + " " + word);
  }
}
