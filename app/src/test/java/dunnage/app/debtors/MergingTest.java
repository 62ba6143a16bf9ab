package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.access.Access;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.party.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Two records of one debtor made one, and that undone.
class MergingTest {

  private final RunningServer server = RunningServer.get();
  private final Debtors door = server.part(Debtors.class);
  private final Client owner = server.organisation();
  private final UUID organisation = TypeId.read("org", owner.organisation()).orElseThrow();
  private final UUID person = TypeId.read("per", owner.owner()).orElseThrow();

  private <T> T inside(Supplier<T> work) {
    return server
        .part(Access.class)
        .actingAs(organisation, person, () -> server.part(Tenancy.class).in(organisation, work));
  }

  private static UUID id(String debtor) {
    return TypeId.read("deb", debtor).orElseThrow();
  }

  private String current(String debtor) {
    return TypeId.of("deb", inside(() -> door.require(id(debtor))));
  }

  @Test
  void what_was_merged_is_found_and_read_through_the_one_that_stays() {
    String one = Ask.debtor(owner, "{\"name\":\"Romashka Ltd\",\"number\":\"A1\"}");
    String other = Ask.debtor(owner, "{\"name\":\"ООО Ромашка\",\"number\":\"B2\"}");
    owner.post("/api/v1/debtors/" + other + "/contacts", "{\"name\":\"Ольга\",\"role\":\"owner\"}");
    Answer merged = Ask.merge(owner, other, one);
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(merged.text("merged_into")).isEqualTo(one);
    assertThat(Ask.names(owner, "")).containsExactly("Romashka Ltd");
    assertThat(Ask.found(owner, "ромашка")).containsExactly("Romashka Ltd");
    assertThat(Ask.found(owner, "olga")).containsExactly("Romashka Ltd");
    assertThat(
            owner
                .get("/api/v1/debtors/" + one + "/contacts")
                .json()
                .path("data")
                .findValuesAsString("name"))
        .containsExactly("Ольга");
    assertThat(
            owner
                .get("/api/v1/debtors/" + one + "/merged")
                .json()
                .path("data")
                .findValuesAsString("id"))
        .containsExactly(other);
    assertThat(owner.get("/api/v1/debtors/" + other).text("merged_into")).isEqualTo(one);
    assertThat(Ask.patch(owner, "/api/v1/debtors/" + other, "{\"name\":\"x\"}", 2).code())
        .isEqualTo("debtor_merged");
    var known = inside(() -> door.resolve(List.of(new Party("B2", "ООО Ромашка", ""))));
    assertThat(known.get("B2").id()).isEqualTo(id(other));
    assertThat(known.get("B2").current()).isEqualTo(id(one));
    assertThat(known.get("B2").name()).isEqualTo("Romashka Ltd");
    assertThat(Ask.unmerge(owner, other).status()).isEqualTo(200);
    assertThat(Ask.names(owner, "")).containsExactlyInAnyOrder("Romashka Ltd", "ООО Ромашка");
    assertThat(Ask.unmerge(owner, other).code()).isEqualTo("debtor_not_merged");
    assertThat(owner.get("/api/v1/debtors/" + one + "/contacts").json().path("data").size())
        .isZero();
  }

  @Test
  void a_record_is_not_merged_into_itself_nor_in_a_circle_nor_twice() {
    String a = Ask.named(owner, "A");
    String b = Ask.named(owner, "B");
    String c = Ask.named(owner, "C");
    assertThat(Ask.merge(owner, a, a).status()).isEqualTo(422);
    assertThat(Ask.merge(owner, a, b).status()).isEqualTo(200);
    assertThat(Ask.merge(owner, b, a).code()).isEqualTo("debtor_merged");
    assertThat(Ask.merge(owner, a, c).code()).isEqualTo("debtor_merged");
    assertThat(Ask.merge(owner, c, a).code()).isEqualTo("debtor_merged");
    assertThat(
            owner
                .post("/api/v1/debtors/" + b + "/merge", "{\"into\":\"" + c + "\"}")
                .json()
                .path("errors")
                .findValuesAsString("pointer"))
        .containsExactly("/reason");
  }

  @Test
  void merged_at_once_in_both_directions_one_stays() throws Exception {
    for (int round = 0; round < 20; round++) {
      String a = Ask.named(owner, "A" + round);
      String b = Ask.named(owner, "B" + round);
      List<Answer> answers =
          Ask.together(List.of(() -> Ask.merge(owner, a, b), () -> Ask.merge(owner, b, a)));
      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
      assertThat(current(a)).isEqualTo(current(b)).isIn(a, b);
    }
  }

  @Test
  void merged_at_once_in_a_ring_nothing_goes_round() throws Exception {
    for (int round = 0; round < 10; round++) {
      String a = Ask.named(owner, "A" + round);
      String b = Ask.named(owner, "B" + round);
      String c = Ask.named(owner, "C" + round);
      List<Answer> answers =
          Ask.together(
              List.of(
                  () -> Ask.merge(owner, a, b),
                  () -> Ask.merge(owner, b, c),
                  () -> Ask.merge(owner, c, a)));
      assertThat(answers.stream().map(Answer::status)).contains(200, 409);
      for (String each : List.of(a, b, c)) {
        String now = current(each);
        assertThat(current(now)).isEqualTo(now);
        assertThat(owner.get("/api/v1/debtors/" + now).json().path("merged_into").isNull())
            .isTrue();
      }
    }
  }

  /// Against a plain following of the pointers, step by step.
  @Test
  void whatever_is_merged_and_parted_in_any_order_each_record_leads_to_the_end_of_its_chain() {
    long seed = 20261125;
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(Ask.named(owner, "D" + i));
    }
    Map<String, String> pointers = new HashMap<>();
    for (int step = 0; step < 80; step++) {
      String one = all.get(random.nextInt(all.size()));
      String other = all.get(random.nextInt(all.size()));
      if (random.nextInt(3) == 0) {
        boolean merged = pointers.remove(one) != null;
        assertThat(Ask.unmerge(owner, one).status())
            .as("seed %d step %d", seed, step)
            .isEqualTo(merged ? 200 : 409);
      } else if (!one.equals(other)) {
        boolean free = !pointers.containsKey(one) && !pointers.containsKey(other);
        assertThat(Ask.merge(owner, one, other).status())
            .as("seed %d step %d", seed, step)
            .isEqualTo(free ? 200 : 409);
        if (free) {
          pointers.put(one, other);
        }
      }
      for (String each : all) {
        String end = each;
        while (pointers.containsKey(end)) {
          end = pointers.get(end);
        }
        assertThat(current(each)).as("seed %d step %d", seed, step).isEqualTo(end);
      }
    }
  }
}
