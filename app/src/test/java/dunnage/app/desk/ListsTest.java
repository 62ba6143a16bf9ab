package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.risk.Desk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of debtors and receivables: in every order to the last page, summed, kept as views, taken
/// away as files, and searched.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final int DEBTORS = 60;
  private static final String EVIL = "=HYPERLINK(\"http://evil.example\")";

  private final Client client = RunningServer.get().organisation();
  private PageClient pages = new PageClient(client);
  private PageClient stranger = new PageClient(client);
  private Desk desk = new Desk(client);

  @BeforeAll
  void bringIn() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < DEBTORS; i++) {
      // few amounts and days, so that many rows are equal and only their ids decide
      row(rows, "E" + i, i, 100 + i % 4, "EUR", TODAY.minusDays(40 + i % 3));
      row(rows, "J" + i, i, 100 + i % 3, "JPY", TODAY.minusDays(10 + i % 2));
    }
    rows.append("S1,K0,K0 GmbH,2026-01-05,2026-02-04,900.00,EUR,900.00,2026-02-10\n");
    desk = new Desk(client).with(rows.toString()).assessed();
    pages = PageClient.of(client);
    Client other = RunningServer.get().organisation();
    stranger = PageClient.of(other);
  }

  private static void row(
      StringBuilder rows, String number, int debtor, int amount, String currency, LocalDate on) {
    rows.append(
        "%s,K%d,K%d GmbH,%s,%s,%d,%s,,%n"
            .formatted(number, debtor, debtor, on, on.plusDays(30), amount, currency));
  }

  /// Every row on all pages, as the links of the list name them.
  private List<String> walked(String path, String kind) {
    List<String> all = new ArrayList<>();
    Pattern row = Pattern.compile("class=\"strong\" href=\"/" + kind + "/([a-z]{3}_[0-9a-z]+)\"");
    String next = path;
    while (next != null) {
      Answer page = pages.get(next);
      assertThat(page.status()).as(next + page.body()).isEqualTo(200);
      Matcher rows = row.matcher(page.body());
      while (rows.find()) {
        all.add(rows.group(1));
      }
      Matcher more = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(page.body());
      next = more.find() ? more.group(1).replace("&amp;", "&") : null;
    }
    return all;
  }

  private List<List<String>> csv(String path) {
    return csv(pages, path);
  }

  private static List<List<String>> csv(PageClient who, String path) {
    Answer file = who.get(path);
    assertThat(file.status()).as(path + file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.body()).startsWith("\ufeff");
    return file.body()
        .substring(1)
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "due", "-due", "issued", "-issued", "number", "-number", "debtor", "-debtor", "amount",
        "-amount", "open", "-open", "late", "-late"
      })
  void receivables_are_all_there_once_in_every_order(String sort) {
    for (String state : List.of("open", "all")) {
      String query = "?state=" + state + "&sort=" + sort;
      List<String> shown = walked("/receivables" + query, "receivables");
      assertThat(shown)
          .hasSize(2 * DEBTORS + (state.equals("all") ? 1 : 0))
          .doesNotHaveDuplicates();
      List<List<String>> file = csv("/receivables.csv" + query);
      assertThat(file.stream().map(row -> row.get(14))).containsExactlyElementsOf(shown);
      Comparator<List<String>> order =
          switch (sort.replace("-", "")) {
            case "due" -> Comparator.comparing(row -> row.get(5));
            case "issued" -> Comparator.comparing(row -> row.get(4));
            case "number" -> Comparator.comparing(row -> row.get(0));
            case "debtor" -> Comparator.comparing(row -> row.get(3));
            case "late" ->
                Comparator.comparing(
                    row -> row.get(9).isEmpty() ? Integer.MIN_VALUE : Integer.valueOf(row.get(9)));
            default -> {
              int column = sort.endsWith("amount") ? 7 : 8;
              yield Comparator.comparing((List<String> row) -> row.get(6))
                  .thenComparing(row -> new BigDecimal(row.get(column)));
            }
          };
      assertThat(file).isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worst",
        "-worst",
        "name",
        "-name",
        "open",
        "-open",
        "overdue",
        "-overdue",
        "late",
        "-late",
        "grade",
        "-grade"
      })
  void debtors_are_all_there_once_in_every_order(String sort) {
    List<String> shown = walked("/debtors?sort=" + sort, "debtors");
    assertThat(shown).hasSize(DEBTORS).doesNotHaveDuplicates();
    List<List<String>> file = csv("/debtors.csv?sort=" + sort);
    assertThat(new LinkedHashSet<>(file.stream().map(row -> row.get(0)).toList()))
        .containsExactlyElementsOf(shown);
    List<List<String>> euros = file.stream().filter(row -> row.get(9).equals("EUR")).toList();
    Comparator<List<String>> order =
        switch (sort.replace("-", "")) {
          case "name" -> Comparator.comparing(row -> row.get(2));
          case "open" -> Comparator.comparing(row -> new BigDecimal(row.get(10)));
          case "overdue" -> Comparator.comparing(row -> new BigDecimal(row.get(11)));
          case "late" -> Comparator.comparing(row -> Integer.valueOf(row.get(8)));
          case "grade" -> Comparator.comparing(row -> row.get(4).isEmpty() ? "none" : row.get(4));
          default -> (one, other) -> 0;
        };
    assertThat(euros).isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
  }

  @Test
  void the_column_that_has_the_order_says_so_and_turns_it_round() {
    String body = pages.get("/receivables?currency=EUR&sort=-open").body();
    assertThat(body)
        .contains("aria-sort=\"descending\"", "/receivables?currency=EUR&amp;sort=open\"")
        .doesNotContain("aria-sort=\"ascending\"");
    assertThat(pages.text("/receivables?sort=-open")).contains("in order within each currency");
    assertThat(pages.text("/debtors?sort=-open")).contains("compared in EUR", "The worst first");
    assertThat(pages.text("/debtors?sort=-open&currency=JPY")).doesNotContain("compared in EUR");
    assertThat(pages.get("/receivables?sort=debtor;drop").status()).isEqualTo(422);
    assertThat(pages.get("/debtors?sort=figures").status()).isEqualTo(422);
  }

  @Test
  void a_place_of_another_order_or_a_forged_one_is_refused() {
    String first = pages.get("/receivables?sort=amount").body();
    Matcher after = Pattern.compile("after=([^\"&]+)").matcher(first);
    assertThat(after.find()).isTrue();
    assertThat(pages.get("/receivables?sort=-amount&after=" + after.group(1)).status())
        .isEqualTo(422);
    assertThat(pages.get("/debtors?after=" + after.group(1)).status()).isEqualTo(422);
    for (String keys : List.of("due\u001fnever\u001f", "due\u001f2026-02-31\u001f")) {
      String forged = dunnage.app.platform.Cursor.of(keys + "inv_01h455vb4pex5vsknk084sn02q");
      assertThat(pages.get("/receivables?after=" + forged).status()).isEqualTo(422);
    }
  }

  @Test
  void totals_are_of_everything_that_fits() {
    // 60 debtors: 15 each of 100 to 103 EUR; 20 each of 100 to 102 JPY
    assertThat(pages.text("/receivables"))
        .contains("120 receivables in this list", "EUR 60 6,090.00", "JPY 60 6,060 –");
    assertThat(pages.text("/receivables?overdue=true"))
        .contains("60 receivables in this list", "EUR 60 6,090.00 6,090.00")
        .doesNotContain("6,060");
    assertThat(pages.text("/receivables?state=all")).contains("EUR 61 6,090.00 6,090.00");
    assertThat(pages.text("/debtors"))
        .contains("60 debtors in this list", "EUR 60 6,090.00 6,090.00", "JPY 60 6,060 –");
    assertThat(pages.text("/debtors?currency=CNY")).contains("Nobody fits");
  }

  @Test
  void a_workbook_has_the_list_as_shown_and_raw() throws IOException {
    var file = bytes(pages, "/receivables.xlsx?sort=-amount&currency=EUR", "ru");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> shown = book.getSheet(0).orElseThrow().read();
      assertThat(book.getSheet(0).orElseThrow().getName()).isEqualTo("Как на странице");
      assertThat(shown).hasSize(DEBTORS + 1);
      assertThat(shown.getFirst().getCellText(5)).isEqualTo("Сумма");
      Row first = shown.get(1);
      assertThat(first.getCell(5).getType()).isEqualTo(CellType.NUMBER);
      assertThat(first.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("103");
      assertThat(first.getCellText(4)).isEqualTo("EUR");
      assertThat(first.getCellAsDate(3).orElseThrow().toLocalDate())
          .isBetween(TODAY.minusDays(13), TODAY.minusDays(9));
      List<Row> raw = book.getSheet(1).orElseThrow().read();
      assertThat(raw.getFirst().getCellText(14)).isEqualTo("dunnage_receivable");
      assertThat(raw.get(1).getCellText(14)).startsWith("inv_");
    }
    var who = bytes(pages, "/debtors.xlsx?sort=name", "zh-CN");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(who))) {
      List<Row> shown = book.getSheet(0).orElseThrow().read();
      assertThat(shown).hasSize(2 * DEBTORS + 1); // a row for each currency
      assertThat(shown.getFirst().getCellText(0)).isEqualTo("债务人");
      assertThat(shown.get(1).getCell(3).getType()).isEqualTo(CellType.NUMBER);
    }
  }

  private byte[] bytes(PageClient who, String path, String language) {
    return client
        .as("")
        .bytes(path, Map.of("Cookie", who.cookie() + "; dunnage-language=" + language))
        .body();
  }

  @Test
  void a_csv_is_no_formula_and_is_read_back_without_a_change() {
    Client own = RunningServer.get().organisation();
    new Desk(own)
        .with(
            "+5,K9,\"%s\",2026-10-01,2026-10-31,7.00,EUR,2.00,2026-11-02%n"
                    .formatted(EVIL.replace("\"", "\"\""))
                + "N-7,,No Number Ltd,2026-10-01,2026-10-31,8.00,EUR,,\n");
    PageClient theirs = PageClient.of(own);
    String file = theirs.get("/receivables.csv?state=all").body();
    assertThat(file).contains("\r\n'+5,", "\"'=HYPERLINK(").doesNotContain(",\"=", "\n+5");
    String plain = file.replace("'+5", "+5").replace("'=H", "=H");
    Answer read =
        own.send(
            "POST",
            "/api/v1/imports?wait=30&name=back.csv",
            "application/octet-stream",
            plain.getBytes(StandardCharsets.UTF_8),
            Map.of());
    assertThat(read.json().at("/receipt/added").asInt(-1)).as(read.body()).isZero();
    assertThat(read.json().at("/receipt/changed").asInt(-1)).isZero();
    assertThat(read.json().at("/receipt/rejected").asInt(-1)).isZero();
  }

  @Test
  void nobody_sees_rows_of_others_in_a_file_or_a_search() {
    assertThat(csv(stranger, "/receivables.csv?state=all")).isEmpty();
    assertThat(csv(stranger, "/debtors.csv")).isEmpty();
    assertThat(stranger.text("/search?q=E1")).contains("Nothing found");
    PageClient seller = seller();
    assertThat(csv(seller, "/receivables.csv?state=all")).isEmpty();
    assertThat(csv(seller, "/debtors.csv")).isEmpty();
    assertThat(seller.text("/search?q=K1")).contains("Nothing found");
    assertThat(seller.text("/search?q=E1")).contains("Nothing found");
    assertThat(seller.text("/receivables")).doesNotContain("receivables in this list");
    String debtor = desk.debtor("K7").replaceFirst(".*deb_", "deb_");
    assertThat(seller.get("/receivables.csv?debtor=" + debtor).status()).isEqualTo(404);
    assertThat(client.as("").get("/receivables.csv").status()).isEqualTo(302);
  }

  private PageClient seller() {
    String email = "lists" + System.nanoTime() + "@test.example";
    String page = pages.form("/settings/invitations", "email", email, "role", "sales").body();
    Matcher link = Pattern.compile("/join\\?secret=([A-Za-z0-9_-]+)").matcher(page);
    assertThat(link.find()).isTrue();
    new PageClient(client)
        .done("/join", "secret", link.group(1), "name", "Ivan", "password", PageClient.PASSWORD);
    return PageClient.signedIn(client, email, PageClient.PASSWORD);
  }

  @Test
  void a_view_is_kept_for_one_person_and_leads_nowhere_else() {
    String query = "overdue=true&currency=EUR&sort=-open";
    String to = pages.done("/views", "page", "receivables", "name", "Big & late", "query", query);
    assertThat(to).isEqualTo("/receivables?" + query + "&done=view-saved");
    String page = pages.get("/receivables").body();
    assertThat(page).contains("Big &amp; late", "/receivables?" + query.replace("&", "&amp;"));
    assertThat(pages.get("/debtors").body()).doesNotContain("Big &amp; late");
    PageClient other = seller();
    assertThat(other.get("/receivables").body()).doesNotContain("Big &amp; late");
    Matcher remove = Pattern.compile("action=\"(/views/vew_[0-9a-z]+/remove)\"").matcher(page);
    assertThat(remove.find()).isTrue();
    assertThat(other.form(remove.group(1)).status()).isEqualTo(404);
    for (String evil : List.of("to=//evil.example", "//evil.example", "after=x", "sort=due&q=1")) {
      assertThat(pages.form("/views", "page", "debtors", "name", "x", "query", evil).status())
          .as(evil)
          .isEqualTo(422);
    }
    assertThat(pages.form("/views", "page", "//evil", "name", "x", "query", "").status())
        .isEqualTo(422);
    assertThat(pages.done(remove.group(1))).isEqualTo("/receivables?done=view-removed");
    assertThat(pages.get("/receivables").body()).doesNotContain("Big &amp; late");
  }

  @Test
  void a_search_finds_names_in_any_script_numbers_amounts_and_what_the_bank_wrote() {
    Client own = RunningServer.get().organisation();
    new Desk(own)
        .with(
            "INV-77,H1,深圳市华强,2026-10-01,2026-10-31,1234.50,EUR,,\n"
                + "INV-78,R1,ООО Ромашка,2026-10-01,2026-10-31,55.00,EUR,,\n");
    PageClient theirs = PageClient.of(own);
    assertThat(theirs.sent("/search?q=huaqiang")).startsWith("/debtors/deb_");
    String debtor = theirs.sent("/search?q=romashka").replace("/debtors/", "");
    assertThat(theirs.sent("/search?q=inv-77")).startsWith("/receivables/inv_");
    for (String paid : List.of("77000.25|REF 5588/A", "41.10|salary")) {
      String[] part = paid.split("\\|");
      Answer received =
          own.post(
              "/api/v1/receipts",
              """
              {"kind":"payment","debtor":"%s","number":"P-%s","on":"2026-11-02","text":"%s",
               "amount":{"amount":"%s","currency":"EUR"}}
              """
                  .formatted(debtor, part[1].substring(0, 3), part[1], part[0]));
      assertThat(received.status()).as(received.body()).isEqualTo(201);
    }
    assertThat(theirs.sent("/search?q=ref+5588")).startsWith("/receipts/rcp_");
    assertThat(theirs.sent("/search?q=77%2C000.25")).startsWith("/receipts/rcp_");
    assertThat(theirs.sent("/search?q=77000.25+EUR")).startsWith("/receipts/rcp_");
    assertThat(theirs.text("/search?q=77000.25+USD")).contains("Nothing found");
    assertThat(theirs.sent("/search?q=1%2C234.50")).startsWith("/receivables/inv_");
    assertThat(theirs.sent("/search?q=P-sal")).startsWith("/receipts/rcp_");
    Answer iban =
        own.send(
            "PUT",
            "/api/v1/debtors/" + debtor + "/identifiers",
            """
            {"identifiers":[{"scheme":"other","value":"DE89 3704 0044 0532 0139 42"}]}
            """,
            Map.of("If-Match", own.get("/api/v1/debtors/" + debtor).header("ETag")));
    assertThat(iban.status()).as(iban.body()).isEqualTo(200);
    assertThat(theirs.sent("/search?q=3942")).isEqualTo("/debtors/" + debtor);
    String both = theirs.text("/search?q=INV-7");
    assertThat(both).contains("INV-77", "INV-78", "深圳市华强").doesNotContain("Payments");
    assertThat(theirs.get("/search?q=" + "x".repeat(400)).status()).isEqualTo(422);
  }
}
