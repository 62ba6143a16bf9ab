package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.access.Access;
import dunnage.app.debtors.Debtors.Known;
import dunnage.app.platform.Problem;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.party.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Debtors as other modules find and add them.
class DoorTest {

  private static final Party MULLER = new Party("C1", "Müller GmbH", "DE");

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

  private Known add(Party party) {
    return inside(() -> door.resolveOrAdd(List.of(party), UUID.randomUUID())).get(party.id());
  }

  private List<String> kinds(UUID debtor) {
    return owner
        .get("/api/v1/debtors/" + TypeId.of("deb", debtor) + "/facts")
        .json()
        .path("data")
        .findValuesAsString("kind");
  }

  @Test
  void who_is_known_is_found_by_number_by_our_id_and_by_name() {
    Known muller = add(MULLER);
    assertThat(add(new Party("C1", "Another spelling", ""))).isEqualTo(muller);
    assertThat(add(new Party("MÜLLER  gmbh", "MÜLLER  gmbh", "")).id()).isEqualTo(muller.id());
    String id = TypeId.of("deb", muller.id());
    assertThat(add(new Party(id, "Müller GmbH", "")).id()).isEqualTo(muller.id());
    assertThat(add(new Party("C2", "Müller GmbH", "")).id())
        .as("the same name with a number of its own is another customer")
        .isNotEqualTo(muller.id());
    assertThat(inside(() -> door.resolve(List.of(new Party("Müller GmbH", "Müller GmbH", "")))))
        .as("a name of two customers names none")
        .isEmpty();
    assertThat(kinds(muller.id())).containsExactly("debtor.added");
    assertThat(inside(() -> door.find(muller.id()))).contains(muller);
    assertThat(inside(() -> door.find(UUID.randomUUID()))).isEmpty();
    assertThat(inside(() -> door.current(List.of()))).isEmpty();
    assertThatThrownBy(() -> inside(() -> door.require(UUID.randomUUID())))
        .isInstanceOf(Problem.class);
  }

  @Test
  void what_a_later_file_knows_of_a_debtor_is_taken_over() {
    Known number = add(new Party("C7", "C7", ""));
    Known named = add(new Party("C7", "Ромашка", "RU"));
    assertThat(named.id()).isEqualTo(number.id());
    assertThat(named.name()).isEqualTo("Ромашка");
    assertThat(named.country()).isEqualTo("RU");
    assertThat(Ask.found(owner, "romashka")).containsExactly("Ромашка");
    assertThat(kinds(named.id())).containsExactly("debtor.learned", "debtor.added");
    String entered = Ask.named(owner, "华强");
    List<Party> two = List.of(new Party("H1", "华强", ""), new Party("H2", "华强", ""));
    Map<String, Known> both = inside(() -> door.resolveOrAdd(two, null));
    assertThat(TypeId.of("deb", both.get("H1").id())).isEqualTo(entered);
    assertThat(both.get("H1").number()).isEqualTo("H1");
    assertThat(both.get("H2").id()).isNotEqualTo(both.get("H1").id());
  }

  @Test
  void an_import_taken_back_takes_the_debtors_that_nobody_touched_and_frees_their_numbers() {
    Known untouched = add(MULLER);
    Known noted = add(new Party("C2", "B", ""));
    Known merged = add(new Party("C3", "C", ""));
    Known into = add(new Party("C4", "D", ""));
    String entered = Ask.named(owner, "By hand");
    owner.post(
        "/api/v1/debtors/" + TypeId.of("deb", noted.id()) + "/contacts",
        "{\"name\":\"x\",\"role\":\"other\"}");
    Ask.merge(owner, TypeId.of("deb", merged.id()), TypeId.of("deb", into.id()));
    inside(
        () -> {
          door.unadd(
              List.of(
                  untouched.id(),
                  noted.id(),
                  merged.id(),
                  into.id(),
                  TypeId.read("deb", entered).orElseThrow()));
          return 0;
        });
    assertThat(inside(() -> door.find(untouched.id()))).isEmpty();
    assertThat(Ask.names(owner, "")).containsExactly("B", "By hand", "D");
    assertThat(add(MULLER).id()).isNotEqualTo(untouched.id());
  }

  @Test
  void imports_that_bring_the_same_debtors_at_once_make_each_once() throws Exception {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      parties.add(new Party("K" + i, "Firm " + i, "DE"));
    }
    List<Callable<Map<String, Known>>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Party> shuffled = new ArrayList<>(parties);
      java.util.Collections.shuffle(shuffled, new java.util.Random(i));
      calls.add(() -> inside(() -> door.resolveOrAdd(shuffled, UUID.randomUUID())));
    }
    List<Map<String, Known>> all = Ask.together(calls);
    assertThat(all).allMatch(known -> known.equals(all.getFirst()));
    assertThat(all.getFirst()).hasSize(500);
    assertThat(Ask.names(owner, "?limit=500")).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void whatever_a_file_calls_a_debtor_it_is_kept_and_found_again() {
    List<Party> hostile =
        List.of(
            new Party("", "", ""),
            new Party("x".repeat(100_000), "x".repeat(100_000), ""),
            new Party("x".repeat(100_000) + "y", "x".repeat(100_000), ""),
            new Party("nul\u0000nul", "a\u0000b", "C\u0000N"),
            new Party("\ud83d\ude00".repeat(400), "\ud83d\ude00".repeat(400), ""),
            new Party("\ufdfa".repeat(300), "\ufdfa".repeat(300), ""),
            new Party("half \ud800", "half \ud800", ""),
            new Party("'; DROP TABLE debtor; --", "<b>", "=1+1"),
            new Party("a\u202eb", "\u202e", ""),
            new Party(" ", "\u0007", "x".repeat(5_000)));
    for (Party party : hostile) {
      Known added = add(party);
      assertThat(added.name()).isNotBlank().hasSizeLessThanOrEqualTo(300);
      assertThat(add(party).id()).isEqualTo(added.id());
    }
    Map<String, Known> together = inside(() -> door.resolveOrAdd(hostile, null));
    assertThat(together).hasSize(hostile.size());
    assertThat(together.get(hostile.get(1).id()).id())
        .as("numbers that differ behind the place where they are cut")
        .isNotEqualTo(together.get(hostile.get(2).id()).id());
  }

  @Test
  void another_organisations_debtors_are_unknown_also_without_the_first_fence() {
    Known muller = add(MULLER);
    Client stranger = server.organisation();
    UUID theirs = TypeId.read("org", stranger.organisation()).orElseThrow();
    UUID them = TypeId.read("per", stranger.owner()).orElseThrow();
    server.withoutFilter(true);
    try {
      Access access = server.part(Access.class);
      Tenancy tenancy = server.part(Tenancy.class);
      assertThat(
              access.actingAs(theirs, them, () -> tenancy.in(theirs, () -> door.find(muller.id()))))
          .isEmpty();
      assertThat(
              access.actingAs(
                  theirs, them, () -> tenancy.in(theirs, () -> door.resolve(List.of(MULLER)))))
          .isEmpty();
      assertThat(Ask.names(stranger, "?q=muller")).isEmpty();
      assertThat(stranger.get("/api/v1/debtors/" + TypeId.of("deb", muller.id())).status())
          .isEqualTo(404);
    } finally {
      server.withoutFilter(false);
    }
  }
}
