package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.debtors.Ask.Member;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Debtors entered, changed and seen over the API.
class DebtorsTest {

  private static final String WHOLE =
      """
      {"number":"K-100","name":"深圳市华强电子有限公司","country":"cn","language":"zh",
       "time_zone":"Asia/Shanghai","terms":"30% deposit, 70% O/A 60","group":"Huaqiang",
       "note":"first line\\nsecond"}
      """;

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();

  private static String path(String id) {
    return "/api/v1/debtors/" + id;
  }

  @Test
  void a_debtor_is_entered_read_and_its_terms_are_understood_or_not() {
    Answer added = owner.post("/api/v1/debtors", WHOLE);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo(path(added.text("id")));
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    Answer read = owner.get(path(added.text("id")));
    assertThat(read.json()).isEqualTo(added.json());
    assertThat(read.text("name")).isEqualTo("深圳市华强电子有限公司");
    assertThat(read.text("country")).isEqualTo("CN");
    assertThat(read.text("note")).isEqualTo("first line\nsecond");
    assertThat(read.json().path("terms_read").findValuesAsString("percent"))
        .containsExactly("30", "70");
    Answer unread = Ask.patch(owner, path(added.text("id")), "{\"terms\":\"as we said\"}", 1);
    assertThat(unread.text("terms")).isEqualTo("as we said");
    assertThat(unread.json().path("terms_read").isNull()).isTrue();
    assertThat(owner.get("/api/v1/groups").json().path("data").get(0).path("debtors").asInt())
        .isEqualTo(1);
  }

  @Test
  void each_field_that_is_wrong_is_named_with_its_remedy() {
    Answer answer =
        owner.post(
            "/api/v1/debtors",
            """
            {"number":"a\\u0007b","name":"","country":"XX","language":"klingon",
             "time_zone":"Moon/Base","group":"a\\nb"}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/number", "/name", "/country", "/language", "/time_zone", "/group");
    assertThat(answer.json().path("errors").findValuesAsString("hint")).noneMatch(String::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\\u0000b",
        "\\u202egpj.exe",
        "\\u2066hidden\\u2069",
        "\\ud800",
        "   ",
        "\\u200b\\u200e",
        "two\\nlines"
      })
  void a_name_that_deceives_or_cannot_be_kept_is_refused(String name) {
    Answer answer = owner.post("/api/v1/debtors", "{\"name\":\"" + name + "\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("invalid");
  }

  @Test
  void a_name_of_a_hundred_thousand_characters_is_refused_and_told_its_length() {
    Answer answer = owner.post("/api/v1/debtors", "{\"name\":\"" + "x".repeat(100_000) + "\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").get(0).path("message").asString()).contains("100000");
    assertThat(Ask.names(owner, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robert'; DROP TABLE debtor; --",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "100%_\\\\ GmbH",
        "شركة النور \u200fللتجارة",
        "👩‍👩‍👧 Toys"
      })
  void a_name_is_kept_to_the_letter_and_found_again(String name) {
    String id = Ask.named(owner, name);
    String kept = name.replace("\\\\", "\\");
    assertThat(owner.get(path(id)).text("name")).isEqualTo(kept);
    assertThat(Ask.found(owner, kept)).containsExactly(kept);
  }

  @Test
  void of_two_who_give_one_number_at_once_exactly_one_gets_it() throws Exception {
    for (int round = 0; round < 5; round++) {
      String number = "N" + round;
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String body = "{\"name\":\"Firm %d\",\"number\":\"%s\"}".formatted(i, number);
        calls.add(() -> owner.post("/api/v1/debtors", body));
      }
      List<Answer> answers = Ask.together(calls);
      assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(a -> a.code().equals("number_taken"))).hasSize(3);
    }
    assertThat(Ask.names(owner, "")).hasSize(5);
    String other = Ask.named(owner, "Other");
    Answer taken = Ask.patch(owner, path(other), "{\"number\":\"N0\"}", 1);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("number_taken");
  }

  @Test
  void an_edit_counts_from_the_version_it_was_made_from() throws Exception {
    String id = Ask.named(owner, "Müller GmbH");
    assertThat(owner.send("PATCH", path(id), "{}", java.util.Map.of()).status()).isEqualTo(428);
    assertThat(Ask.patch(owner, path(id), "{\"country\":\"DE\"}", 7).status()).isEqualTo(412);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (String country : List.of("DE", "AT", "CH")) {
      calls.add(() -> Ask.patch(owner, path(id), "{\"country\":\"" + country + "\"}", 1));
    }
    List<Answer> answers = Ask.together(calls);
    assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412, 412);
    assertThat(owner.get(path(id)).header("ETag")).isEqualTo("\"2\"");
    assertThat(Ask.patch(owner, path(id), "{}", 2).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void every_change_is_a_fact_with_what_was_before_and_its_entry_in_the_log() {
    String id = Ask.debtor(owner, WHOLE);
    Ask.patch(owner, path(id), "{\"name\":\"华强\",\"number\":\"\"}", 1);
    Ask.put(owner, path(id) + "/names", "{\"names\":[\"Huaqiang Electronics\"]}", 2);
    Answer facts = owner.get(path(id) + "/facts");
    assertThat(facts.json().path("data").findValuesAsString("kind"))
        .containsExactly("debtor.named", "debtor.changed", "debtor.added");
    var changed = facts.json().path("data").get(1).path("body");
    assertThat(changed.path("name").path("to").asString()).isEqualTo("华强");
    assertThat(changed.path("number").path("from").asString()).isEqualTo("K-100");
    assertThat(changed.size()).isEqualTo(2);
    assertThat(facts.json().path("data").get(0).path("id").asString()).startsWith("evt_");
    Answer first = owner.get(path(id) + "/facts?limit=2");
    assertThat(first.json().path("has_more").asBoolean()).isTrue();
    assertThat(
            owner
                .get(path(id) + "/facts?limit=2&after=" + first.text("next"))
                .json()
                .path("data")
                .findValuesAsString("kind"))
        .containsExactly("debtor.added");
  }

  @Test
  void sales_people_see_and_touch_their_own_debtors_alone() {
    Member seller = Ask.member(owner, "sales");
    String theirs =
        Ask.debtor(owner, "{\"name\":\"Theirs\",\"owner\":\"%s\"}".formatted(seller.person()));
    String other = Ask.named(owner, "Other");
    assertThat(
            seller
                .send("GET", "/api/v1/debtors", "")
                .json()
                .path("data")
                .findValuesAsString("name"))
        .containsExactly("Theirs");
    assertThat(seller.send("GET", "/api/v1/debtors?q=other", "").json().path("data").size())
        .isZero();
    assertThat(seller.send("GET", path(theirs), "").status()).isEqualTo(200);
    for (String part : List.of("", "/contacts", "/identifiers", "/names", "/facts", "/merged")) {
      assertThat(seller.send("GET", path(theirs) + part, "").status()).as(part).isEqualTo(200);
      assertThat(seller.send("GET", path(other) + part, "").status()).as(part).isEqualTo(404);
    }
    var headers = new java.util.HashMap<>(seller.headers());
    headers.put("If-Match", "\"1\"");
    String note = "{\"note\":\"called\"}";
    assertThat(seller.nobody().send("PATCH", path(other), note, headers).status()).isEqualTo(404);
    assertThat(seller.nobody().send("PATCH", path(theirs), note, headers).status()).isEqualTo(200);
    headers.put("If-Match", "\"2\"");
    assertThat(seller.nobody().send("PATCH", path(theirs), "{\"name\":\"Mine\"}", headers).status())
        .isEqualTo(403);
    assertThat(seller.send("POST", "/api/v1/debtors", "{\"name\":\"New\"}").status())
        .isEqualTo(403);
    assertThat(Ask.merge(owner, theirs, other).status()).isEqualTo(200);
    assertThat(seller.send("GET", path(theirs), "").status())
        .as("part of another's debtor by now")
        .isEqualTo(404);
  }

  @Test
  void what_is_not_there_and_what_is_another_organisations_is_answered_alike() {
    Client stranger = server.organisation();
    String id = Ask.debtor(owner, WHOLE);
    String mine = Ask.named(stranger, "Mine");
    List<Answer> answers = new ArrayList<>();
    for (String part : List.of("", "/contacts", "/identifiers", "/names", "/facts", "/merged")) {
      answers.add(stranger.get(path(id) + part));
    }
    answers.add(Ask.patch(stranger, path(id), "{\"name\":\"x\"}", 1));
    answers.add(Ask.merge(stranger, id, mine));
    answers.add(Ask.merge(stranger, mine, id));
    answers.add(Ask.unmerge(stranger, id));
    answers.add(stranger.post(path(id) + "/contacts", "{\"name\":\"x\",\"role\":\"other\"}"));
    answers.add(Ask.put(stranger, path(id) + "/names", "{\"names\":[]}", 1));
    answers.add(Ask.put(stranger, path(id) + "/identifiers", "{\"identifiers\":[]}", 1));
    answers.add(
        stranger.post(
            "/api/v1/debtors", "{\"name\":\"x\",\"owner\":\"%s\"}".formatted(owner.owner())));
    answers.add(stranger.get(path("deb_00000000000000000000000000")));
    answers.add(stranger.get(path("nonsense")));
    assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(404));
    assertThat(Ask.found(stranger, "huaqiang")).isEmpty();
    Ask.debtor(stranger, WHOLE); // the number is free with them
  }

  @ParameterizedTest
  @CsvSource({
    "lei, 529900T8BM49AURSDO55, true",
    "lei, 5299 00T8 BM49 AURS DO55, true",
    "lei, 529900T8BM49AURSDO56, false",
    "lei, 529900T8BM49AURSDO5, false",
    "vat, DE 123.456.789, true",
    "vat, FRXX999999999, true",
    "vat, 91440300MA5DXXXX0X, true",
    "vat, 7707083893, true",
    "vat, DE, false",
    "vat, not a number, false",
    "registration, HRB 12345, true",
    "iban, DE00, false",
    "alias, Other name, false",
  })
  void identifiers_are_checked(String scheme, String value, boolean taken) {
    String id = Ask.named(owner, "Firm");
    Answer put =
        Ask.put(
            owner,
            path(id) + "/identifiers",
            "{\"identifiers\":[{\"scheme\":\"%s\",\"value\":\"%s\"}]}".formatted(scheme, value),
            1);
    assertThat(put.status()).as(put.body()).isEqualTo(taken ? 200 : 422);
    if (taken) {
      assertThat(put.header("ETag")).isEqualTo("\"2\"");
      assertThat(Ask.found(owner, value.split(" ")[0])).containsExactly("Firm");
      assertThat(Ask.put(owner, path(id) + "/identifiers", "{\"identifiers\":[]}", 1).status())
          .isEqualTo(412);
      Ask.put(owner, path(id) + "/identifiers", "{\"identifiers\":[]}", 2);
      assertThat(Ask.found(owner, value.split(" ")[0])).isEmpty();
    }
  }
}
