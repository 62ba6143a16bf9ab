package dunnage.app.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A request with an `Idempotency-Key` is done once, however often it is sent. Its answer is kept
/// in the transaction of what it did, so that there is never one without the other.
@Component
class Idempotency {

  static final String HEADER = "Idempotency-Key";

  /// How long answers are kept.
  static final Duration KEPT = Duration.ofDays(31);

  private static final int LONGEST_KEY = 255;

  /// An answer given before.
  ///
  /// @param location header `Location`, or empty
  record Answer(int status, String contentType, String location, String etag, byte[] body) {}

  /// What is kept besides the body.
  private record Head(String contentType, String location, String etag) {}

  private record Kept(byte[] hash, Answer answer) {}

  private static final String WAIT_LITTLE =
      "SELECT set_config('lock_timeout', '100ms', true), :org";
  private static final String WAIT = "SELECT set_config('lock_timeout', '0', true), :org";

  private static final String CLAIM =
      """
      INSERT INTO idempotency (org_id, key, request_hash, created_at)
      VALUES (:org, :key, :hash, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT request_hash, status, head, response FROM idempotency
       WHERE org_id = :org AND key = :key
      """;

  private static final String KEEP =
      """
      UPDATE idempotency SET status = :status, head = :head, response = :response
       WHERE org_id = :org AND key = :key
      """;

  private static final String FORGET =
      "DELETE FROM idempotency WHERE org_id = :org AND created_at < :before";

  private final Tenancy tenancy;
  private final Clock clock;
  private final JsonMapper json;

  Idempotency(Tenancy tenancy, Clock clock, JsonMapper json) {
    this.tenancy = tenancy;
    this.clock = clock;
    this.json = json;
  }

  /// Takes the key for this request, or gives the answer it had before.
  ///
  /// @throws Problem 409 while the first is still being answered, 422 for a key used for another
  ///   request
  Optional<Answer> begin(String key, byte[] hash) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.invalid(
          HEADER, "the key is empty or too long", "Give 1 to 255 characters, like a UUID.");
    }
    if (claimed(key, hash)) {
      return Optional.empty();
    }
    Kept kept = find(key);
    if (!Arrays.equals(kept.hash(), hash)) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency_key_reused",
          "This Idempotency-Key was used for another request. Give each request a key of its own.");
    }
    return Optional.of(kept.answer());
  }

  /// Waits for whoever holds the key, but not long.
  private boolean claimed(String key, byte[] hash) {
    tenancy.sql(WAIT_LITTLE).query().singleRow();
    try {
      int rows =
          tenancy
              .sql(CLAIM)
              .param("key", key)
              .param("hash", hash)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
      tenancy.sql(WAIT).query().singleRow();
      return rows == 1;
    } catch (CannotAcquireLockException held) {
      throw Problem.conflict(
          "request_in_flight",
          "A request with this Idempotency-Key is still being answered. Ask again in a moment.");
    }
  }

  private Kept find(String key) {
    return tenancy
        .sql(FIND)
        .param("key", key)
        .query(
            (row, n) -> {
              Head head = json.readValue(row.getString("head"), Head.class);
              return new Kept(
                  row.getBytes("request_hash"),
                  new Answer(
                      row.getInt("status"),
                      head.contentType(),
                      head.location(),
                      head.etag(),
                      row.getBytes("response")));
            })
        .single();
  }

  /// Keeps the answer.
  void end(String key, Answer answer) {
    Head head = new Head(answer.contentType(), answer.location(), answer.etag());
    tenancy
        .sql(KEEP)
        .param("key", key)
        .param("status", answer.status())
        .param("head", json.writeValueAsString(head))
        .param("response", answer.body())
        .update();
  }

  /// Forgets old answers of the organisation whose transaction is open.
  void forget() {
    Instant before = clock.instant().minus(KEPT);
    tenancy.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }

  /// What makes two requests the same: who asks, method, address, query and body.
  static byte[] hash(String actor, String method, String address, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (actor + "\n" + method + "\n" + address + "\n").getBytes(StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
