package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.app.wording.Headline;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.ledger.Book;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// The page from top to bottom: head, brand line, headline, sections, how it was computed.
final class Page {

  private static final int FILES_SHOWN = 12;

  private final Html html;
  private final Assessment a;
  private final Book book;
  private final List<Finding> findings;
  private final List<String> files;

  Page(Html html, Assessment a, Book book, List<Finding> findings, List<String> files) {
    this.html = html;
    this.a = a;
    this.book = book;
    this.findings = findings;
    this.files = files;
  }

  void write() throws IOException {
    html.doctype().open("html", "lang", "en", "dir", "ltr");
    head();
    html.open("body");
    html.leaf("a", "Skip to the report", "class", "skip", "href", "#report");
    Decals.write(html);
    brand();
    html.open("main", "id", "report", "class", "sheet");
    headline();
    html.open("div", "class", "cols");
    if (!a.debtors().isEmpty()) {
      AgingChart.write(html, a);
      KeyFigures.write(html, a);
      CashChart.write(html, a);
      ConcentrationChart.write(html, a);
      ProvisionTable.write(html, a);
      DebtorCards.write(html, a, book);
      WorseTable.write(html, a);
      DebtorTable.write(html, a);
      GrowthTable.write(html, a);
      ReceivableTable.write(html, a);
    }
    UnmatchedTable.write(html, a);
    FindingGroups.write(html, findings);
    html.close("div").close("main");
    footer();
    html.close("body").close("html");
  }

  private void head() throws IOException {
    String css = css();
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-"
            + sha256(css)
            + "'; img-src data:; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("link", "rel", "icon", "href", "data:,");
    html.leaf("title", "Risk desk report, " + Figures.day(a.asOf()) + " · Dunnage");
    html.style(css).close("head");
  }

  private void brand() throws IOException {
    html.open("header", "class", "brandline").open("div", "class", "brandline-in");
    html.open("p", "class", "brand");
    html.open("svg", "viewBox", "0 0 20 20", "aria-hidden", "true", "focusable", "false");
    html.empty(
        "path",
        "d",
        "M2 3h9v3H2zM13 3h5v3h-5zM2 8.5h5v3H2zM9 8.5h9v3H9zM2 14h11v3H2zM15 14h3v3h-3z");
    html.close("svg").leaf("strong", "Dunnage").leaf("span", " · risk desk report").close("p");
    html.open("p", "class", "asof").text("As of the end of ");
    html.leaf("time", Figures.weekday(a.asOf()), "datetime", a.asOf().toString());
    html.close("p").close("div").close("header");
  }

  private void headline() throws IOException {
    html.open("div", "class", "page-head").open("h1", "class", "headline");
    Headline headline = Headline.of(a);
    html.text(headline.book());
    if (headline.needing() > 0) {
      html.text("; ").leaf("a", headline.needs(), "href", "#needs", "class", "alarm");
    } else if (headline.anythingOpen()) {
      html.text("; " + headline.needs());
    }
    for (String clause : headline.outlook()) {
      html.text("; " + clause);
    }
    html.text(".").close("h1");
    html.leaf("p", CurrencyNote.of(a), "class", "headline-sub");
    html.open("p", "class", "headline-sub").text("Read from ");
    for (int i = 0; i < Math.min(files.size(), FILES_SHOWN); i++) {
      html.text(i == 0 ? "" : ", ").leaf("bdi", Figures.cut(files.get(i), 120), "class", "file");
    }
    if (files.isEmpty()) {
      html.text("no file");
    }
    if (files.size() > FILES_SHOWN) {
      html.text(" and " + Figures.count(files.size() - FILES_SHOWN, "more file"));
    }
    html.text(
        "; " + Figures.count(a.portfolio().receivables(), "receivable") + " issued by then, ");
    html.text(Figures.count(a.portfolio().open(), "of them open").replace("opens", "open") + ".");
    html.close("p").close("div");
  }

  private void footer() throws IOException {
    html.open("footer", "class", "foot").open("div", "class", "foot-in");
    html.leaf("h2", "How this was computed");
    html.leaf(
        "p",
        "Everything here is computed from the facts in the files as they stood at the end of the day named above; facts with a later date do not exist yet. "
            + "Days late are calendar days after the due date. Days beyond terms and the payment index are weighted by amount; parts still unpaid count up to the day, so that a debtor who stops paying does not look punctual.");
    html.leaf(
        "p",
        "Typically late, in the charts, is the middle of what was paid in the last three months or was overdue, as seen at the end of each month. "
            + "Expected dates and cash are estimates from how the debtors have paid so far; eight times in ten the truth should lie within the range given. "
            + "A trend compares a debtor with its own past only; how sure it is says how strong the evidence is, not how likely a default is.");
    html.leaf(
        "p",
        "Methods: payment index, DSO (countback), ADD, CEI, provision matrix after IFRS 9, Herfindahl index, payment forecast, change detection, grade from payment experience, credit limit as the least of its bounds, terms. "
            + "Each is written down with worked examples in the methodology pages that come with Dunnage.");
    html.leaf(
        "p",
        "Nothing was sent to anyone. This page holds no script and asks for nothing over the network.");
    html.close("div").close("footer");
  }

  private static String css() {
    try (InputStream in = Page.class.getResourceAsStream("/dunnage/report/report.css")) {
      if (in == null) {
        throw new IllegalStateException("the style sheet of the report is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String sha256(String css) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(css.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
