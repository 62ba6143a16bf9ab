package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The settings over HTTP: every form, who may not, and what is shown once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsPagesTest {

  private static final String NEW_PASSWORD = "seven paper lanterns drift";
  private static final Map<String, String> HTML = Map.of("Accept", "text/html");

  private final Client client = RunningServer.get().organisation();
  private PageClient owner = new PageClient(client);
  private PageClient seller = new PageClient(client);
  private String sellerEmail = "";

  @BeforeAll
  void signIn() {
    RunningServer.get().setDay(LocalDate.of(2026, 11, 25));
    owner = PageClient.of(client);
    sellerEmail = "seller" + System.nanoTime() + "@test.example";
    seller = joined(owner, client, sellerEmail, "sales");
  }

  private static PageClient joined(PageClient by, Client client, String email, String role) {
    String secret =
        found(
            "secret=([A-Za-z0-9_-]+)",
            by.form("/settings/invitations", "email", email, "role", role).body());
    Answer in =
        new PageClient(client)
            .form("/join", "secret", secret, "name", "Ivan", "password", PageClient.PASSWORD);
    assertThat(in.status()).as(in.body()).isEqualTo(302);
    return PageClient.signedIn(client, email, PageClient.PASSWORD);
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
    return matcher.group(1);
  }

  @Test
  void people_get_another_role_and_are_ended() {
    String email = "collector" + System.nanoTime() + "@test.example";
    PageClient theirs = joined(owner, client, email, "collector");
    String page = owner.get("/settings").body();
    String form = found("(/settings/people/per_[0-9a-z]+)\"", page.substring(page.indexOf(email)));
    assertThat(owner.refused(form, "seen", "1", "name", "", "role", "analyst")).contains("Name");
    owner.refused(form, "seen", "9", "name", "Ivan", "role", "analyst");
    assertThat(owner.done(form, "seen", "1", "name", "Ivan P.", "role", "analyst"))
        .isEqualTo("/settings?done=saved");
    assertThat(owner.text("/settings")).contains("Ivan P. analyst");
    assertThat(theirs.text("/settings")).contains("Ivan P.").doesNotContain("Ask someone to join");
    assertThat(owner.done(form + "/end")).isEqualTo("/settings?done=person-ended");
    assertThat(theirs.get("/settings").status()).isEqualTo(302);
    String last = "/settings/people/" + client.owner();
    assertThat(owner.refused(last, "seen", "1", "name", "Owner", "role", "sales"))
        .contains("only owner");
  }

  @Test
  void an_invitation_is_shown_once_and_withdrawn() {
    String email = "late" + System.nanoTime() + "@test.example";
    Answer made = owner.form("/settings/invitations", "email", email, "role", "auditor");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    String secret = found("secret=([A-Za-z0-9_-]+)", made.body());
    String page = owner.get("/settings").body();
    assertThat(page).contains(email).doesNotContain(secret);
    int at = page.indexOf(email);
    String withdraw = found("(/settings/invitations/ivt_[0-9a-z]+/withdraw)", page.substring(at));
    assertThat(owner.done(withdraw)).contains("done=invitation-withdrawn");
    assertThat(owner.get("/settings").body()).doesNotContain(email);
    assertThat(
            new PageClient(client)
                .form("/join", "secret", secret, "name", "N", "password", PageClient.PASSWORD)
                .status())
        .isGreaterThanOrEqualTo(400);
    owner.refused("/settings/invitations", "email", "nobody", "role", "auditor");
  }

  @Test
  void the_organisation_gets_a_name_a_currency_and_a_clock() {
    String at = "/settings/organisation";
    String seen = found("name=\"seen\" value=\"(\\d+)\"", owner.get(at).body());
    assertThat(
            owner.refused(
                at, "seen", seen, "name", "Kontor", "currency", "XXZ", "zone", "Mars/Base"))
        .contains("Base currency", "Time zone");
    assertThat(
            owner.done(
                at, "seen", seen, "name", "Kontor", "currency", "usd", "zone", "Asia/Shanghai"))
        .isEqualTo("/settings/organisation?done=saved");
    assertThat(owner.text(at)).contains("Kontor");
    owner.refused(at, "seen", seen, "name", "Other", "currency", "EUR", "zone", "UTC");
    assertThat(seller.get(at).body()).contains("Kontor").doesNotContain("action=\"" + at);
  }

  @Test
  void a_rate_is_stated_by_hand_and_replaces_that_of_the_day() {
    String at = "/settings/rates";
    assertThat(owner.text(at)).contains("No rate is known yet");
    String[] wrong = {
      "on", "2026-11-24", "from", "eur", "to", "EUR", "rate", "1,000", "source", ""
    };
    assertThat(owner.refused(at, wrong)).contains("1,000", "Source");
    owner.refused(at, "on", "soon", "from", "EUR", "to", "CNY", "rate", "7", "source", "ECB");
    String[] first = {
      "on", "2026-11-24", "from", "eur", "to", "cny", "rate", "7,81", "source", "ECB"
    };
    assertThat(owner.done(at, first)).isEqualTo("/settings/rates?done=rate");
    assertThat(owner.text(at)).contains("1 EUR → CNY 7.81 24 Nov 2026 ECB");
    first[7] = "7.9";
    owner.done(at, first);
    assertThat(owner.text(at)).contains("1 EUR → CNY 7.9 ").doesNotContain("7.81");
    assertThat(seller.text(at)).contains("7.9").doesNotContain("Enter a rate");
  }

  @Test
  void a_token_is_shown_once_works_and_is_revoked() {
    String at = "/settings/tokens";
    owner.refused(at, "name", "", "scopes", "read");
    assertThat(owner.refused(at, "name", "shop")).contains("What it may do", "value=\"shop\"");
    Answer made =
        owner.form(at, "name", "shop", "scopes", "read", "scopes", "orders", "days", "30");
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    String token = found("(dun_[A-Za-z0-9_-]+)", made.body());
    assertThat(client.as("Bearer " + token).get("/api/v1/me").status()).isEqualTo(200);
    String page = owner.get(at).body();
    assertThat(page).contains("shop", "25 Dec 2026").doesNotContain(token);
    assertThat(seller.get(at).body())
        .doesNotContain("shop<", "value=\"admin\"", "value=\"import\"");
    String revoke =
        found("(/settings/tokens/tok_[0-9a-z]+/revoke)", page.substring(page.indexOf(">shop<")));
    assertThat(seller.form(revoke).status()).isEqualTo(422);
    assertThat(owner.done(revoke)).contains("done=token-revoked");
    assertThat(client.as("Bearer " + token).get("/api/v1/me").status()).isEqualTo(401);
    assertThat(seller.form(at, "name", "t", "scopes", "admin").status()).isEqualTo(422);
  }

  @Test
  void one_has_a_name_a_language_and_a_password_of_ones_own() {
    String email = "me" + System.nanoTime() + "@test.example";
    PageClient mine = joined(owner, client, email, "analyst");
    String at = "/settings/me";
    mine.refused(at, "seen", "1", "name", "", "language", "ru");
    Answer saved = mine.form(at, "seen", "1", "name", "Wang Fang", "language", "zh-CN");
    assertThat(saved.header("Location")).endsWith("/settings/me?done=saved");
    assertThat(saved.header("Set-Cookie")).contains("dunnage-language=zh-CN");
    assertThat(mine.get("/").body()).contains("lang=\"zh-CN\"", "Wang Fang", "今日");
    assertThat(owner.text("/settings")).contains("Wang Fang");

    PageClient elsewhere = PageClient.signedIn(client, email, PageClient.PASSWORD);
    PageClient third = PageClient.signedIn(client, email, PageClient.PASSWORD);
    String there = found("(/settings/me/sessions/ses_[0-9a-z]+/end)", mine.get(at).body());
    assertThat(mine.done(there)).contains("done=session-ended");
    assertThat(mine.done(at + "/sessions/end")).contains("done=sessions-ended");
    assertThat(elsewhere.get("/").status() + third.get("/").status()).isEqualTo(604);

    String word = at + "/password";
    mine.refused(word, "current", PageClient.PASSWORD, "password", "short");
    mine.refused(word, "current", "not the one until now", "password", NEW_PASSWORD);
    elsewhere = PageClient.signedIn(client, email, PageClient.PASSWORD);
    assertThat(mine.done(word, "current", PageClient.PASSWORD, "password", NEW_PASSWORD))
        .isEqualTo("/settings/me?done=password");
    assertThat(elsewhere.get("/").status()).isEqualTo(302);
    assertThat(mine.get("/").status()).isEqualTo(200);
    assertThat(PageClient.signedIn(client, email, NEW_PASSWORD).get("/").status()).isEqualTo(200);
  }

  @Test
  void single_keys_are_switched_off_in_a_browser() {
    assertThat(owner.get("/settings/me").body()).contains("data-keys=\"on\"");
    Answer off = owner.form("/keys", "to", "off", "back", "/settings/me?done=saved");
    assertThat(off.header("Location")).endsWith("/settings/me?done=saved");
    assertThat(off.header("Set-Cookie")).contains("dunnage-keys=off");
    Answer page =
        client
            .as("")
            .send(
                "GET",
                "/settings/me",
                "",
                new byte[0],
                Map.of("Cookie", owner.cookie() + "; dunnage-keys=off"));
    assertThat(page.body()).contains("data-keys=\"off\"", "Switch single keys on");
  }

  @Test
  void who_may_not_finds_no_button_and_is_refused_on_a_page() {
    assertThat(seller.get("/settings").body())
        .doesNotContain("action=\"/settings/invitations\"", "/settings/people/", "ivt_");
    for (String form :
        new String[] {
          "/settings/invitations",
          "/settings/invitations/ivt_01mb91gjbfegb9wc5eacemqr41/withdraw",
          "/settings/people/" + client.owner(),
          "/settings/people/" + client.owner() + "/end",
          "/settings/organisation",
          "/settings/rates"
        }) {
      Answer refused = seller.form(form, "seen", "1", "name", "x", "role", "owner");
      assertThat(refused.status()).as(form).isEqualTo(403);
      assertThat(refused.body()).contains("<h1>", "Your role does not allow this.");
    }
  }

  @Test
  void one_goes_on_in_another_organisation_and_back() {
    Client other = RunningServer.get().organisation();
    PageClient theirs = PageClient.of(other);
    String email = "both" + System.nanoTime() + "@test.example";
    PageClient person = joined(owner, client, email, "controller");
    assertThat(person.get("/").body()).doesNotContain("/settings/organisations\"");
    String secret =
        found(
            "secret=([A-Za-z0-9_-]+)",
            theirs.form("/settings/invitations", "email", email, "role", "auditor").body());
    new PageClient(other).done("/join", "secret", secret, "password", PageClient.PASSWORD);
    theirs.done("/debtors/new", "name", "Only Theirs Ltd", "country", "GB");

    assertThat(person.get("/").body()).contains("/settings/organisations\"");
    assertThat(person.text("/settings/organisations")).contains("you are here", "auditor");
    Answer wrong =
        person.form(
            "/settings/organisations", "to", RunningServer.get().organisation().organisation());
    assertThat(wrong.status()).isEqualTo(404);
    Answer moved = person.form("/settings/organisations", "to", other.organisation());
    assertThat(moved.header("Location")).endsWith("/?done=moved");
    PageClient there = PageClient.with(other, moved.header("Set-Cookie").split(";")[0]);
    assertThat(there.get("/search.json?q=only").body()).contains("Only Theirs Ltd");
    assertThat(person.get("/").status()).as("the cookie of before").isEqualTo(302);
    assertThat(there.form("/debtors/new", "name", "No", "country", "GB").body())
        .contains("Your role does not allow this.");
    assertThat(owner.get("/search.json?q=only").body()).isEqualTo("[]");
  }

  @Test
  void the_palette_finds_ones_own_debtors_alone() {
    for (int i = 0; i < 10; i++) {
      owner.done("/debtors/new", "name", "Palette " + i + " <b>", "country", "DE");
    }
    Answer all = owner.get("/search.json?q=palette");
    assertThat(all.json().size()).isEqualTo(8);
    assertThat(all.header("Content-Type")).startsWith("application/json");
    assertThat(owner.get("/search.json?q=").body()).isEqualTo("[]");
    assertThat(owner.get("/search.json?q=" + "x".repeat(301)).status()).isEqualTo(422);
    assertThat(seller.get("/search.json?q=palette").body()).as("nobody's of hers").isEqualTo("[]");
    PageClient stranger = PageClient.of(RunningServer.get().organisation());
    assertThat(stranger.get("/search.json?q=palette").body()).isEqualTo("[]");
    assertThat(new PageClient(client).get("/search.json?q=palette").status()).isEqualTo(302);
  }

  @Test
  void an_address_that_is_not_there_has_the_rail_for_who_is_signed_in() {
    Answer lost =
        client
            .as("")
            .send(
                "GET",
                "/no/such/page",
                "",
                new byte[0],
                Map.of("Cookie", owner.cookie(), "Accept", "text/html,*/*;q=0.8"));
    assertThat(lost.status()).isEqualTo(404);
    assertThat(lost.body()).contains("class=\"rail\"", "Not there", "id=\"palette\"");
    assertThat(lost.header("Content-Security-Policy")).contains("script-src 'self'");
    Answer alone = client.as("").send("GET", "/no/such/page", "", new byte[0], HTML);
    assertThat(alone.body()).contains("Not there").doesNotContain("class=\"rail\"", "palette");
    Answer program = client.get("/no/such/page");
    assertThat(program.code()).isEqualTo("not_found");
  }

  @Test
  void help_says_how_to_begin_and_the_sample_has_a_way_out() {
    assertThat(owner.get("/help").body())
        .contains("id=\"own\"", "./dunnage serve", "DBT", "尾款", "href=\"/v3/api-docs\"");
    assertThat(owner.get("/").body()).contains("href=\"/help\"").doesNotContain("/help#own");
    PageClient sample = PageClient.of(RunningServer.get().organisation());
    String seen =
        found("name=\"seen\" value=\"(\\d+)\"", sample.get("/settings/organisation").body());
    sample.done(
        "/settings/organisation",
        "seen",
        seen,
        "name",
        "Shoes (sample)",
        "currency",
        "CNY",
        "zone",
        "Asia/Shanghai");
    assertThat(sample.get("/").body()).contains("/help#own", "Leave the sample");
    // whoever has nothing else is told how to begin
    assertThat(sample.done("/sample/leave")).isEqualTo("/help#own");
    sample.done("/style", "days", "iso", "numbers", "comma", "back", "/settings/me");
    assertThat(sample.get("/settings/me").body()).contains("1.234,50");
  }
}
