package dunnage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Draws the pictures of the main pages in `docs/pages`, from the sample exporter:
///
/// `mvn -Pbrowser -pl browser verify -Dtest=Pictures`
///
/// Each is the page itself, its text and style set into an SVG, so that it stays text that can be
/// compared and needs no tool to be seen.
class Pictures {

  private static final Path INTO = Path.of("..", "docs", "pages");

  private static final String SERIALISED =
      """
      () => {
        for (const one of document.querySelectorAll('script, dialog')) one.remove();
        for (const one of document.querySelectorAll('[hidden]')) one.remove();
        const css = [...document.styleSheets]
            .flatMap(sheet => [...sheet.cssRules])
            .filter(rule => !(rule instanceof CSSFontFaceRule) && !(rule instanceof CSSMediaRule))
            .map(rule => rule.cssText)
            .join('\\n');
        return { body: new XMLSerializer().serializeToString(document.body), css };
      }
      """;

  /// @param top how much of the page is shown
  private record Picture(String name, String path, String language, String theme, int top) {}

  @Test
  void of_the_main_pages() throws Exception {
    Path folder = Files.createTempDirectory("dunnage-pictures-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Process demo =
        Desk.command(folder.resolve("home"), "demo", "--no-browser", "--port", "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright);
        BufferedReader said = new BufferedReader(demo.inputReader(StandardCharsets.UTF_8))) {
      Map<String, String> told = told(said);
      try (BrowserContext context =
          browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 1000))) {
        Page page = context.newPage();
        page.navigate(told.get("address") + "/");
        page.locator("input[name=email]").fill(told.get("email"));
        page.locator("input[name=password]").fill(told.get("password"));
        page.locator("button.main").click();
        page.locator(".task a.strong").nth(1).click();
        String debtor = page.url().replaceFirst("https?://[^/]+", "");
        Files.createDirectories(INTO);
        for (Picture picture :
            List.of(
                new Picture("today", "/", "en", "light", 1000),
                new Picture("debtor", debtor, "en", "light", 1120),
                new Picture("today-zh-dark", "/", "zh-CN", "dark", 900),
                new Picture("debtors-ru", "/debtors", "ru", "light", 900))) {
          context.addCookies(
              List.of(
                  cookie("dunnage-language", picture.language(), told),
                  cookie("dunnage-theme", picture.theme(), told)));
          page.navigate(told.get("address") + picture.path());
          draw(page, picture);
        }
      }
    } finally {
      demo.destroy();
    }
  }

  private static Cookie cookie(String name, String value, Map<String, String> told) {
    return new Cookie(name, value).setUrl(told.get("address"));
  }

  private static Map<String, String> told(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher signIn = Pattern.compile("Sign in:\\s+(\\S+)\\s+password (\\S+)").matcher(line);
      if (signIn.find()) {
        Matcher desk = Pattern.compile("The desk:\\s+(\\S+)").matcher(all);
        assertThat(desk.find()).isTrue();
        return Map.of(
            "address", desk.group(1), "email", signIn.group(1), "password", signIn.group(2));
      }
    }
    throw new IllegalStateException("the demo did not start: " + all);
  }

  @SuppressWarnings("unchecked")
  private static void draw(Page page, Picture picture) throws IOException {
    var parts = (Map<String, String>) page.evaluate(SERIALISED);
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 %d" width="1440" height="%d" data-theme="%s">
        <style><![CDATA[
        %s
        ]]></style>
        <foreignObject width="1440" height="%d">
        %s
        </foreignObject>
        </svg>
        """
            .formatted(
                picture.top(),
                picture.top(),
                picture.theme(),
                parts.get("css"),
                picture.top(),
                parts.get("body"));
    Files.writeString(INTO.resolve(picture.name() + ".svg"), svg.replaceAll("[ \\t]+\\n", "\n"));
  }
}
