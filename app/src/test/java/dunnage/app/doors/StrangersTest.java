package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two organisations, every operation of the served OpenAPI, with what belongs to the other: it is
/// not there. And still nothing is told or changed when the application's own filter is left out,
/// so that row-level security holds alone.
class StrangersTest {

  /// Reads that tell nothing of an organisation by which it could be known: numbers and hashes
  /// alone. That they are the same with row-level security alone is checked of every read.
  private static final Set<String> SILENT =
      Set.of(
          "/api/v1/desk-rules",
          "/api/v1/aging",
          "/api/v1/evidence/consistency",
          "/api/v1/expected-cash",
          "/api/v1/export");

  private final RunningServer server = RunningServer.get();
  private final World own = new World();
  private final World other = new World();
  private final JsonNode openApi = Operation.described(own.client);
  private final List<Operation> operations = Operation.all(openApi);

  private List<Asking> everything() {
    List<Asking> all = new ArrayList<>();
    for (Operation operation : operations) {
      Bodies.mustBeWhole(openApi, operation, own);
      all.addAll(Asking.ofAnother(operation, own, other));
    }
    assertThat(all).hasSizeGreaterThan(60);
    return all;
  }

  @Test
  void nothing_of_another_organisation_is_there() {
    SoftAssertions soft = new SoftAssertions();
    for (Asking asking : everything()) {
      Answer answer = asking.by(own);
      soft.assertThat(isNotThere(answer, asking))
          .as("%s: %d %s", asking, answer.status(), answer.body())
          .isTrue();
      soft.assertThat(other.isIn(asking.withoutEcho(answer)))
          .as("%s tells of it: %s", asking, answer.body())
          .isFalse();
      Asking nowhere = asking.ofNobody(other);
      soft.assertThat(asking.withoutEcho(answer))
          .as("%s is told from what nobody has", asking)
          .isEqualTo(nowhere.withoutEcho(nowhere.by(own)));
    }
    soft.assertAll();
  }

  /// 404; for an id in a body also 422, and a list of what belongs to something that is not there
  /// is empty.
  private static boolean isNotThere(Answer answer, Asking asking) {
    return answer.status() == 404
        || answer.status() == 422 && (asking.list() || asking.about().startsWith("body"))
        || answer.status() == 200 && asking.list() && answer.json().path("data").isEmpty();
  }

  @Test
  void lists_hold_nothing_of_another_organisation_and_do_hold_ones_own() {
    SoftAssertions soft = new SoftAssertions();
    for (Operation operation : operations) {
      if (operation.reads() && operation.inPath().isEmpty()) {
        Asking asking = Asking.ofOwn(operation, own);
        Answer answer = asking.by(own);
        soft.assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(200);
        soft.assertThat(other.isIn(answer.body()))
            .as("%s tells of another: %s", operation, answer.body())
            .isFalse();
        soft.assertThat(own.isIn(answer.body()) || SILENT.contains(operation.path()))
            .as("%s shows nothing of one's own, so its silence proves nothing", operation)
            .isTrue();
      }
    }
    soft.assertAll();
  }

  @Test
  void row_level_security_holds_alone() throws Exception {
    List<Asking> all = everything();
    own.settle();
    other.settle();
    Map<Asking, String> lists = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation.reads() && operation.inPath().isEmpty()) {
        Asking list = Asking.ofOwn(operation, own);
        lists.put(list, comparable(list.by(own)));
      }
    }
    try (Rows before = Rows.of(other)) {
      SoftAssertions soft = new SoftAssertions();
      server.withoutFilter(true);
      try {
        for (Asking asking : all) {
          Answer answer = asking.by(own);
          soft.assertThat(answer.status())
              .as("%s: %s", asking, answer.body())
              .matches(status -> status < 500 && (status >= 400 || asking.list()));
          soft.assertThat(other.isIn(asking.withoutEcho(answer)))
              .as("%s tells of it: %s", asking, answer.body())
              .isFalse();
        }
        lists.forEach(
            (list, filtered) ->
                soft.assertThat(comparable(list.by(own))).as("%s", list).isEqualTo(filtered));
      } finally {
        server.withoutFilter(false);
      }
      soft.assertAll();
      before.mustBeAsItWas();
    }
  }

  /// Without what changes with every request.
  private static String comparable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll("\"(?:last_used_at|pending)\":[^,}]*", "");
  }

  /// Else a wrong address or body would be refused to everybody, and the matrix would prove
  /// nothing.
  @Test
  void the_same_calls_are_answered_to_those_whose_it_is() {
    SoftAssertions soft = new SoftAssertions();
    for (Operation operation : operations) {
      if (!operation.inPath().isEmpty()) {
        World fresh = operation.reads() ? own : new World();
        Answer answer = Asking.ofOwn(operation, fresh).by(fresh);
        soft.assertThat(answer.status())
            .as("%s: %s", operation, answer.body())
            .matches(
                status -> status < 300 || !operation.reads() && (status == 409 || status == 412));
      }
    }
    soft.assertAll();
  }
}
