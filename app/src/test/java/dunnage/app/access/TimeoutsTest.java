package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.app.platform.Problem;
import dunnage.app.platform.RunningServer;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What time does to sessions and to whoever guesses, with a clock that is put forward.
class TimeoutsTest {

  private final RunningServer server = RunningServer.get();
  private final Clock clock = server.part(Clock.class);

  private Sessions sessionsIn(Duration later) {
    return new Sessions(
        server.part(JdbcClient.class),
        server.part(Tenancy.class),
        server.part(Organisations.class),
        server.part(Uuid7.class),
        Clock.offset(clock, later));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void a_session_of_an_owner_ends_after_an_hour_unused_and_after_a_week_used() {
    var owner = server.organisation();
    UUID organisation = TypeId.parse("org", owner.organisation());
    UUID person = TypeId.parse("per", owner.owner());
    Instant week = clock.instant().plus(Sessions.LONGEST);
    String secret =
        sessionsIn(Duration.ZERO)
            .begin(person, organisation, new Sessions.Place("", ""), week)
            .secret();
    assertThat(sessionsIn(minutes(59)).actor(secret)).isPresent();
    assertThat(sessionsIn(minutes(59 + 61)).actor(secret)).isEmpty();
    for (long at = 59; at < 7 * 24 * 60; at += 59) {
      assertThat(sessionsIn(minutes(at)).actor(secret)).as("minute " + at).isPresent();
    }
    assertThat(sessionsIn(Sessions.LONGEST.plusSeconds(1)).actor(secret)).isEmpty();
    assertThat(Sessions.idle(Role.SALES)).isGreaterThan(Sessions.idle(Role.CONTROLLER));
  }

  @Test
  void each_further_guess_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
    JdbcClient jdbc = server.part(JdbcClient.class);
    Duration later = Duration.ZERO;
    List<Long> waits = new ArrayList<>();
    for (int guess = 1; guess <= 12; guess++) {
      try {
        attemptIn(jdbc, later);
        attemptIn(jdbc, later);
        waits.add(0L);
        guess++;
      } catch (Problem locked) {
        // the first of the two was let in, and the second has to wait
        long wait = waitOf(jdbc, later);
        waits.add(wait);
        later = later.plusSeconds(wait + 1);
      }
    }
    assertThat(waits).containsSubsequence(30L, 60L, 120L, 240L, 480L, 900L);
    assertThat(waits.getLast()).isEqualTo(900L);
  }

  @Test
  void of_two_attempts_at_once_the_one_whose_clock_is_behind_is_not_refused() {
    JdbcClient jdbc = server.part(JdbcClient.class);
    for (int second : new int[] {0, -1, -2, -3, -4}) {
      new SignInAttempts(jdbc, Clock.offset(clock, Duration.ofSeconds(second)))
          .begin("behind@guess.example", "192.0.2.2");
    }
    assertThatThrownBy(
            () -> new SignInAttempts(jdbc, clock).begin("behind@guess.example", "192.0.2.2"))
        .hasMessageContaining("Too many attempts");
  }

  private void attemptIn(JdbcClient jdbc, Duration later) {
    new SignInAttempts(jdbc, Clock.offset(clock, later)).begin("slow@guess.example", "192.0.2.1");
  }

  /// Seconds from an attempt that was let in until the next one is.
  private long waitOf(JdbcClient jdbc, Duration later) {
    Instant until =
        jdbc.sql("SELECT locked_until FROM sign_in_attempt WHERE email_hash = :hash")
            .param("hash", Secret.hash("slow@guess.example"))
            .query((row, n) -> Tokens.instant(row, "locked_until").orElseThrow())
            .single();
    return Math.round(Duration.between(clock.instant().plus(later), until).toMillis() / 1000.0);
  }
}
