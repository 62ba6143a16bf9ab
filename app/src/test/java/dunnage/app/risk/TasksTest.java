package dunnage.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The list of today is worked off: done, put off to the next working day there, given away.
class TasksTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private Desk desk = new Desk(RunningServer.get().organisation());
  private String debtor = "";

  @BeforeEach
  void someoneOwes() {
    desk =
        new Desk(RunningServer.get().organisation())
            .with(Desk.unpaid("Late Ltd", "90000.00", "EUR", LocalDate.of(2026, 6, 20)))
            .assessed();
    debtor = desk.debtor("Late Ltd");
    RunningServer.get().setDay(FRIDAY);
  }

  private int tasks(String show) {
    return desk.client.get("/api/v1/tasks?show=" + show).json().path("data").size();
  }

  private Answer mark(String body) {
    return desk.client.send("PUT", "/api/v1/debtors/" + debtor + "/task", body, Map.of());
  }

  @Test
  void what_is_done_is_off_the_list_for_a_week_and_can_be_brought_back() {
    assertThat(tasks("open")).isEqualTo(1);
    Answer done = mark("{\"state\":\"done\"}");
    assertThat(done.json().path("mark").path("until").asString()).isEqualTo("2026-12-04");
    assertThat(tasks("open")).isZero();
    assertThat(tasks("marked")).isEqualTo(1);
    assertThat(
            desk.client
                .send("DELETE", "/api/v1/debtors/" + debtor + "/task", "", Map.of())
                .status())
        .isEqualTo(204);
    assertThat(tasks("open")).isEqualTo(1);
    mark("{\"state\":\"done\"}");
    RunningServer.get().setDay(FRIDAY.plusDays(7));
    assertThat(tasks("open")).isEqualTo(1);
  }

  @Test
  void put_off_means_the_next_working_day_there() {
    desk.client.send(
        "PATCH", "/api/v1/debtors/" + debtor, "{\"country\":\"SA\"}", Map.of("If-Match", "\"1\""));
    // In Saudi Arabia Friday and Saturday are the weekend.
    assertThat(mark("{\"state\":\"snoozed\"}").json().path("mark").path("until").asString())
        .isEqualTo("2026-11-29");
    assertThat(mark("{\"state\":\"snoozed\",\"until\":\"2026-11-27\"}").status()).isEqualTo(422);
    assertThat(mark("{\"state\":\"snoozed\",\"until\":\"2028-01-01\"}").status()).isEqualTo(422);
    assertThat(mark("{\"state\":\"later\"}").status()).isEqualTo(422);
  }

  @Test
  void given_to_oneself_it_stays_and_to_nobody_it_is_refused() {
    assertThat(
            mark("{\"state\":\"delegated\",\"person\":\"%s\"}".formatted(desk.client.owner()))
                .status())
        .isEqualTo(200);
    assertThat(tasks("open")).isEqualTo(1);
    assertThat(
            mark("{\"state\":\"delegated\",\"person\":\"per_01mb91gjbfegb9wc5eacemqr41\"}")
                .status())
        .isEqualTo(404);
    assertThat(mark("{\"state\":\"delegated\"}").status()).isIn(404, 422);
  }

  @Test
  void a_reminder_is_a_task_from_the_day_that_the_organisation_says() {
    desk.with(Desk.unpaid("Soon Ltd", "500.00", "EUR", Desk.TODAY.minusDays(32))).assessed();
    int before = tasks("open");
    String soon = desk.debtor("Soon Ltd");
    assertThat(desk.client.get("/api/v1/debtors/" + soon + "/task").text("step"))
        .isEqualTo("remind");
    assertThat(rules("{\"remind_after_days\":30}", 0).text("version")).isEqualTo("1");
    assertThat(tasks("open")).isEqualTo(before - 1);
    assertThat(rules("{\"remind_after_days\":61}", 1).status()).isEqualTo(422);
    assertThat(rules("{\"remind_after_days\":1}", 0).status()).isEqualTo(412);
    assertThat(rules("{\"remind_after_days\":1,\"mail\":false}", 1).status()).isEqualTo(200);
    assertThat(tasks("open")).isEqualTo(before);
  }

  private Answer rules(String body, int seen) {
    return desk.client.send(
        "PUT", "/api/v1/desk-rules", body, Map.of("If-Match", "\"" + seen + "\""));
  }

  @Test
  void an_alarm_that_is_put_off_stays_in_the_list() {
    String alarm =
        desk.client.get("/api/v1/alarms").json().path("data").path(0).path("id").asString();
    Answer later = desk.client.post("/api/v1/alarms/" + alarm + "/snooze", "{}");
    assertThat(later.json().path("snoozed_until").asString()).isEqualTo("2026-11-30");
    assertThat(desk.client.get("/api/v1/alarms").json().path("data").size()).isPositive();
    Answer awake = desk.client.post("/api/v1/alarms/" + alarm + "/wake", "{}");
    assertThat(awake.json().path("snoozed_until").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', DE, 2026-11-25T08:30:00Z, 09:30, true",
    "'', DE, 2026-11-25T16:30:00Z, 17:30, false",
    "'', CN, 2026-11-25T02:00:00Z, 10:00, true",
    "'', GB, 2026-11-28T11:00:00Z, 11:00, false",
    "'', AE, 2026-11-29T08:00:00Z, 12:00, false",
    "America/Chicago, US, 2026-11-25T16:00:00Z, 10:00, true"
  })
  void the_hour_there_is_known_where_the_country_has_one_clock(
      String zone, String country, Instant now, String time, boolean good) {
    There there = There.of(zone, country, now).orElseThrow();
    assertThat(there.time()).hasToString(time);
    assertThat(there.good()).isEqualTo(good);
  }

  @Test
  void the_hour_is_not_guessed() {
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    assertThat(There.of("", "US", now)).isEmpty();
    assertThat(There.of("", "", now)).isEmpty();
    assertThat(There.of("", "Deutschland", now)).isEmpty();
  }
}
