package dunnage.app.access;

import dunnage.app.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows guessing down (ASVS 5.0 V6.3.1): per address of a person, whether it is known or not, and
/// per network address. An attempt counts before the password is looked at, so that many at once
/// are no more than many one after the other; a success takes it back.
@Component
class SignInAttempts {

  /// So many are free.
  private static final int FREE = 5;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /// After a day without attempts the count starts anew.
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /// Failures of one network address within [#LONGEST_WAIT]; many people may share one.
  static final int PER_NETWORK_ADDRESS = 50;

  private static final int MOST_ADDRESSES = 20_000;

  /// Counts the attempt, if it may be made. What is not locked is locked until long ago, and not
  /// until now: of two at the same moment, the one whose now is the earlier must not find a lock.
  private static final String COUNT =
      """
      INSERT INTO sign_in_attempt AS a (email_hash, failures, locked_until, last_at)
      VALUES (:hash, 1, :forgotten, :now)
      ON CONFLICT (email_hash) DO UPDATE
         SET failures = CASE WHEN a.last_at < :forgotten THEN 1 ELSE a.failures + 1 END,
             locked_until = CASE
               WHEN a.last_at < :forgotten OR a.failures + 1 < :free THEN :forgotten
               ELSE CAST(:now AS timestamptz)
                    + LEAST(:longest, :first * power(2, LEAST(a.failures + 1 - :free, 20)))
                      * interval '1 second'
             END,
             last_at = :now
       WHERE a.locked_until <= :now
      """;

  private static final String LOCKED =
      "SELECT locked_until FROM sign_in_attempt WHERE email_hash = :hash";

  private static final String SUCCESS = "DELETE FROM sign_in_attempt WHERE email_hash = :hash";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, Deque<Instant>> byNetworkAddress = new LinkedHashMap<>();

  SignInAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Counts an attempt. Outside of any transaction that may be undone.
  ///
  /// @throws Problem 429 while one has to wait
  void begin(String email, String networkAddress) {
    Instant now = clock.instant();
    Duration crowded = count(networkAddress, now);
    if (crowded.isPositive()) {
      throw wait(crowded);
    }
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    int counted =
        jdbc.sql(COUNT)
            .param("hash", hash(email))
            .param("now", at)
            .param("forgotten", at.minus(FORGOTTEN))
            .param("free", FREE)
            .param("first", FIRST_WAIT.toSeconds())
            .param("longest", LONGEST_WAIT.toSeconds())
            .update();
    if (counted == 0) {
      Instant until =
          jdbc.sql(LOCKED)
              .param("hash", hash(email))
              .query((row, n) -> Tokens.instant(row, "locked_until").orElseThrow())
              .optional()
              .orElse(now);
      throw wait(Duration.between(now, until));
    }
  }

  /// Takes the attempts for this person back: they knew the password.
  void succeeded(String email, String networkAddress) {
    jdbc.sql(SUCCESS).param("hash", hash(email)).update();
    synchronized (byNetworkAddress) {
      Deque<Instant> times = byNetworkAddress.get(networkAddress);
      if (times != null) {
        times.pollLast();
      }
    }
  }

  private static Problem wait(Duration left) {
    return Problem.tooMany("Too many attempts to sign in. Wait, then try again.", left);
  }

  /// @return how long this network address has to wait, or nothing
  private Duration count(String networkAddress, Instant now) {
    synchronized (byNetworkAddress) {
      Deque<Instant> times =
          byNetworkAddress.computeIfAbsent(networkAddress, unknown -> new ArrayDeque<>());
      while (!times.isEmpty() && !times.getFirst().plus(LONGEST_WAIT).isAfter(now)) {
        times.removeFirst();
      }
      if (times.size() >= PER_NETWORK_ADDRESS) {
        return Duration.between(now, times.getFirst().plus(LONGEST_WAIT));
      }
      times.addLast(now);
      if (byNetworkAddress.size() > MOST_ADDRESSES) {
        // the one that came first; memory is bounded whoever asks
        byNetworkAddress.remove(byNetworkAddress.keySet().iterator().next());
      }
      return Duration.ZERO;
    }
  }

  private static byte[] hash(String email) {
    return Secret.hash(email.toLowerCase(Locale.ROOT));
  }
}
