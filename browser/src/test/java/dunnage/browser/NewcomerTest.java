package dunnage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A newcomer's first ten minutes, then every page in every language, theme and width: nothing that
/// axe finds, nothing that the policy forbids, nothing asked of another host.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerTest {

  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");

  private Desk desk;
  private Playwright playwright;
  private Browser browser;
  private BrowserContext context;
  private Page page;
  private final List<String> wrongs = new ArrayList<>();
  private String debtor = "";
  private String imported = "";
  private String receivable = "";

  @BeforeAll
  void start() throws Exception {
    desk = new Desk();
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    page = watched(context);
  }

  private Page watched(BrowserContext in) {
    Page made = in.newPage();
    made.onConsoleMessage(
        said -> {
          if (said.type().equals("error")) {
            wrongs.add(made.url() + ": " + said.text());
          }
        });
    made.onPageError(error -> wrongs.add(made.url() + ": " + error));
    made.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(desk.address) && !url.startsWith("data:")) {
            wrongs.add(made.url() + " asks " + url);
          }
        });
    return made;
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  /// In the layout of a well-known public file: American days, amounts without a currency.
  private static byte[] file() {
    StringBuilder rows =
        new StringBuilder(
            "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,"
                + "Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate\n");
    LocalDate today = LocalDate.now();
    for (int customer = 1; customer <= 8; customer++) {
      for (int month = 14; month >= 1; month--) {
        LocalDate issued = today.minusMonths(month).withDayOfMonth(5);
        LocalDate due = issued.plusDays(30);
        LocalDate paid = due.plusDays(customer * 3L);
        boolean open = paid.isAfter(today.minusDays(1)) || customer == 8 && month < 7;
        rows.append(
            "391,%04d-CUST,1/1/2025,%d%02d,%s,%s,%d.50,No,%s,Paper,0,0%n"
                .formatted(
                    customer,
                    customer,
                    month,
                    AMERICAN.format(issued),
                    AMERICAN.format(due),
                    100 * customer + month,
                    open ? "" : AMERICAN.format(paid)));
      }
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @Order(1)
  void a_newcomer_gets_from_a_file_to_a_call_and_back() throws IOException {
    page.navigate(desk.address + "/");
    page.getByLabel("E-mail").fill(Desk.EMAIL);
    page.getByLabel("Password").fill(Desk.PASSWORD);
    page.locator("button.main").click();
    assertThat(page.locator("h1").innerText()).isEqualTo("Nothing here yet");
    page.locator("main a.btn.main").click();
    page.locator("main input[type=file]")
        .setInputFiles(new FilePayload("receivables.csv", "text/csv", file()));
    page.locator("main button.main").click();
    page.waitForSelector("text=Nothing has been written yet");
    page.locator("summary:has-text('Read it otherwise')").click();
    page.locator("select[name=dates]").selectOption("mdy");
    page.locator("input[name=currency]").fill("USD");
    page.locator("form[action$='/options'] button").click();
    page.waitForSelector("text=Nothing has been written yet");
    imported = page.url().substring(desk.address.length());
    page.locator(".bar button.main").click();
    page.waitForSelector("text=Take it back");
    awaitToday();
    page.locator(".task a.strong").first().click();
    debtor = page.url().substring(desk.address.length());
    assertThat(page.locator("h1").innerText()).contains("0008-CUST");
    assertThat(page.locator(".reasons li").count()).isPositive();
    page.locator(".reasons a").first().click();
    assertThat(page.locator("main tbody tr, .tl li").count()).isPositive();
    page.navigate(desk.address + debtor);
    receivable = page.locator("a[href^='/receivables/inv_']").first().getAttribute("href");
    page.locator("a[href^='/check?debtor=']").click();
    page.locator("input[name=amount]").fill("5000 USD");
    page.locator("form button.main").first().click();
    assertThat(page.locator(".light-big").innerText()).isNotBlank();
    page.navigate(desk.address + "/receivables");
    Download book = page.waitForDownload(() -> page.locator("a[href='/book.zip']").click());
    assertThat(Files.size(book.path())).isGreaterThan(1_000);
    assertThat(wrongs).isEmpty();
  }

  /// The desk assesses a second later.
  private void awaitToday() {
    for (int i = 0; i < 60; i++) {
      page.navigate(desk.address + "/");
      if (page.locator(".task").count() > 0) {
        return;
      }
      page.waitForTimeout(500);
    }
    throw new AssertionError("nobody needs anybody: " + page.content());
  }

  @Test
  @Order(2)
  void every_page_in_every_language_theme_and_width_is_sound() {
    List<String> pages =
        List.of(
            "/",
            debtor,
            debtor + "/letter",
            debtor + "/enter",
            debtor + "/edit",
            receivable,
            "/documents/new?debtor=" + debtor.replace("/debtors/", ""),
            "/calls",
            "/receivables?overdue=true&sort=-amount",
            "/debtors",
            "/receivables",
            "/check",
            "/alerts",
            "/imports",
            imported,
            "/settings",
            "/settings/organisation",
            "/settings/desk",
            "/settings/rates",
            "/settings/tokens",
            "/settings/me",
            "/help",
            "/no/such/page",
            "/debtors/new",
            "/search?q=zzz",
            "/debtors/deb_01mb91gjbfegb9wc5eacemqr41");
    for (String language : List.of("en", "zh-CN", "ru")) {
      for (String theme : List.of("light", "dark")) {
        context.addCookies(
            List.of(cookie("dunnage-language", language), cookie("dunnage-theme", theme)));
        for (int width : new int[] {1440, 390}) {
          page.setViewportSize(width, 900);
          for (String path : pages) {
            sound(path, language + " " + theme + " " + width);
          }
        }
      }
    }
    // a page that is not there is told to the console by the browser itself
    wrongs.removeIf(wrong -> wrong.contains("404"));
    assertThat(wrongs).isEmpty();
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl(desk.address);
  }

  private void sound(String path, String how) {
    page.navigate(desk.address + path);
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(path + " is wider than the window, " + how)
        .isEqualTo(true);
    assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Object::toString))
        .as(path + " " + how)
        .isEmpty();
  }

  @Test
  @Order(3)
  void the_keys_walk_through_the_morning() {
    page.setViewportSize(1440, 900);
    page.navigate(desk.address + "/");
    page.keyboard().press("j");
    assertThat(page.locator(".task.current").count()).isEqualTo(1);
    page.keyboard().press("Enter");
    page.waitForURL("**/debtors/deb_*");
    page.keyboard().press("/");
    page.keyboard().type("0007");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("deb_") || url.contains("search"));
    assertThat(page.locator("h1").innerText()).contains("0007");
  }

  @Test
  @Order(3)
  void the_palette_and_the_sheet_of_keys_are_opened_and_closed_by_keys() {
    page.navigate(desk.address + "/");
    page.keyboard().press("Control+k");
    accessible("the palette");
    page.keyboard().type("0007");
    page.locator("#palette li[data-href^='/debtors/deb_'] >> visible=true").first().waitFor();
    accessible("what the palette found");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]").count()).isZero();
    page.keyboard().press("?");
    assertThat(page.locator("#key-sheet").isVisible()).isTrue();
    accessible("the sheet of keys");
    page.keyboard().press("Escape");
    page.keyboard().press("Control+k");
    page.keyboard().type("0007");
    page.locator("#palette li[data-href^='/debtors/deb_'] >> visible=true").first().waitFor();
    page.keyboard().press("Enter");
    page.waitForURL("**/debtors/deb_*");
    assertThat(page.locator("h1").innerText()).contains("0007");

    page.navigate(desk.address + "/settings/me");
    page.locator("form[action='/keys'] button").click();
    page.navigate(desk.address + "/");
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open]").count()).isZero();
    page.navigate(desk.address + "/settings/me");
    page.locator("form[action='/keys'] button").click();
  }

  private void accessible(String what) {
    assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Object::toString))
        .as(what)
        .isEmpty();
  }

  @Test
  @Order(4)
  void without_a_script_a_file_is_taken_back() {
    try (BrowserContext bare =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(context.storageState()))) {
      bare.addCookies(List.of(cookie("dunnage-language", "en")));
      Page plain = bare.newPage();
      plain.navigate(desk.address + imported);
      plain.locator("input[name=reason]").fill("only tried");
      plain.locator("form[action$='/undo'] button").click();
      assertThat(plain.content()).contains("taken back");
      plain.navigate(desk.address + "/receivables");
      assertThat(plain.content()).contains("Nothing fits");
    }
  }
}
