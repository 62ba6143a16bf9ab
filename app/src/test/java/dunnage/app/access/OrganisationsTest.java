package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Adding an organisation and getting in.
class OrganisationsTest {

  private final RunningServer server = RunningServer.get();

  @Test
  void an_organisation_is_added_with_the_key_of_the_data_folder_alone() {
    Client owner = server.organisation();
    Answer refused = owner.as("Setup wrong").post("/api/v1/organisations", "{}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("setup_key_wrong");
    assertThat(owner.post("/api/v1/organisations", "{}").status()).isEqualTo(401);
  }

  @Test
  void each_field_that_is_wrong_is_named_with_its_remedy() {
    Client setup = server.organisation().as("Setup " + server.setupKey());
    Answer answer =
        setup.post(
            "/api/v1/organisations",
            """
            {"name":"","base_currency":"XXX","time_zone":"Moon/Base",
             "owner":{"name":"A","email":"a@b","password":"short"}}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsString("pointer"))
        .containsExactly(
            "/name", "/base_currency", "/time_zone", "/owner/email", "/owner/password");
    Answer unknown = setup.post("/api/v1/organisations", "{\"nam\":\"x\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/nam");
  }

  @Test
  void without_a_token_nothing_of_the_api_answers() {
    Client nobody = server.organisation().as("");
    Answer answer = nobody.get("/api/v1/anything");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthorized");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(server.organisation().get("/api/v1/anything").status()).isEqualTo(404);
    assertThat(
            nobody
                .send("GET", "/api/v1/anything", "", Map.of("Authorization", "Bearer x"))
                .status())
        .isEqualTo(401);
  }
}
