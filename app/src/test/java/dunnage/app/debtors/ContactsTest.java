package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// The people at a debtor.
class ContactsTest {

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();
  private final String debtor = Ask.named(owner, "Müller GmbH");
  private final String path = "/api/v1/debtors/" + debtor + "/contacts";

  private Answer add(String name, String email, String role) {
    return owner.post(
        path,
        "{\"name\":\"%s\",\"email\":\"%s\",\"role\":\"%s\",\"language\":\"de\"}"
            .formatted(name, email, role));
  }

  @Test
  void a_contact_is_entered_changed_and_leaves() {
    Answer added = add("Anna Weiß", "Anna@Mueller.example", "accounts_payable");
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.text("email")).isEqualTo("Anna@mueller.example");
    String contact = added.header("Location");
    assertThat(Ask.names(owner, "?contact_missing=accounts_payable")).isEmpty();
    assertThat(Ask.names(owner, "?contact_missing=approver")).containsExactly("Müller GmbH");
    assertThat(Ask.found(owner, "weiss")).containsExactly("Müller GmbH");
    assertThat(Ask.found(owner, "anna@mueller.example")).containsExactly("Müller GmbH");
    Answer changed = Ask.patch(owner, contact, "{\"role\":\"approver\",\"phone\":\"+49 30 1\"}", 1);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Anna Weiß");
    assertThat(Ask.patch(owner, contact, "{\"role\":\"owner\"}", 1).status()).isEqualTo(412);
    assertThat(owner.post(contact + "/left", "{\"on\":\"2999-01-01\"}").status()).isEqualTo(422);
    Answer left = owner.post(contact + "/left", "{\"on\":\"2026-01-31\"}");
    assertThat(left.text("left_on")).isEqualTo("2026-01-31");
    assertThat(owner.post(contact + "/left", "{}").code()).isEqualTo("contact_left");
    assertThat(Ask.names(owner, "?contact_missing=approver")).containsExactly("Müller GmbH");
    assertThat(Ask.found(owner, "weiss")).isEmpty();
    assertThat(
            owner
                .get("/api/v1/debtors/" + debtor + "/facts")
                .json()
                .path("data")
                .findValuesAsString("kind"))
        .containsExactly("contact.left", "contact.changed", "contact.added", "debtor.added");
  }

  @Test
  void an_address_of_a_domain_not_seen_with_the_debtor_before_is_flagged() {
    assertThat(add("A", "a@mueller.example", "owner").json().path("domain_strange").asBoolean())
        .isFalse();
    assertThat(add("B", "b@MUELLER.example", "other").json().path("domain_strange").asBoolean())
        .isFalse();
    assertThat(add("C", "c@muel1er.example", "other").json().path("domain_strange").asBoolean())
        .isTrue();
    assertThat(add("D", "", "other").json().path("domain_strange").asBoolean()).isFalse();
  }

  @Test
  void what_is_wrong_is_named() {
    Answer wrong =
        owner.post(
            path,
            """
            {"name":" ","role":"boss","email":"a@b","phone":"call me","language":"xx-","wechat":"a\\u0000"}
            """);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/name", "/role", "/email", "/phone", "/language", "/wechat");
    assertThat(add("A", "a@b.example\\r\\nBcc: x@y.example", "other").status()).isEqualTo(422);
    assertThat(add("A", "a@b.example,c@d.example", "other").status()).isEqualTo(422);
  }

  @Test
  void contacts_entered_at_once_are_all_found_by_a_search() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<String> names = new ArrayList<>();
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String name = "Person" + (char) ('a' + round) + (char) ('p' + i);
        names.add(name);
        calls.add(() -> add(name, "", "other"));
      }
      assertThat(Ask.together(calls)).allMatch(answer -> answer.status() == 201);
      for (String name : names) {
        assertThat(Ask.found(owner, name)).as(name).hasSize(1);
      }
    }
  }

  @Test
  void another_organisations_contact_is_not_there() {
    String contact = add("A", "a@mueller.example", "owner").header("Location");
    Client stranger = server.organisation();
    assertThat(stranger.get(contact).status()).isEqualTo(404);
    assertThat(Ask.patch(stranger, contact, "{\"name\":\"x\"}", 1).status()).isEqualTo(404);
    assertThat(stranger.post(contact + "/left", "{}").status()).isEqualTo(404);
  }
}
