package dunnage.app.intake;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Settings;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Files as they were received. Each piece is durable before the next is read from the caller, and
/// none is looked into before all are there.
@Component
class ImportFiles {

  private static final int CHUNK_BYTES = 1 << 20;

  /// @param sha256 of all of it
  record Received(UUID id, byte[] sha256, long size) {}

  private static final String BEGIN =
      """
      INSERT INTO import_file (org_id, file_id, name, size, state, received_at, by_person)
      VALUES (:org, :id, :name, 0, 'arriving', :now, :person)
      """;

  private static final String CHUNK =
      """
      INSERT INTO import_chunk (org_id, file_id, ordinal, bytes)
      VALUES (:org, :id, :ordinal, :bytes)
      """;

  private static final String END =
      """
      UPDATE import_file SET sha256 = :hash, size = :size, state = :state
       WHERE org_id = :org AND file_id = :id
      """;

  private static final String SAME =
      """
      SELECT i.import_id FROM import_file f
        JOIN import i ON i.org_id = :org AND i.file_id = f.file_id
       WHERE f.org_id = :org AND f.sha256 = :hash AND i.state IN ('committing', 'committed')
       ORDER BY i.import_id LIMIT 1
      """;

  private static final String READ =
      """
      SELECT bytes FROM import_chunk
       WHERE org_id = :org AND file_id = :id AND ordinal = :ordinal
      """;

  private final Tenancy tenancy;
  private final Uuid7 ids;
  private final Clock clock;
  private final long most;

  ImportFiles(Tenancy tenancy, Uuid7 ids, Clock clock, Settings settings) {
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.most = settings.importBytes();
  }

  /// Keeps what arrives, in transactions of its own.
  ///
  /// @throws Problem 413 when it is too large, 400 when it is cut off; what came stays, as broken
  Received receive(UUID organisation, UUID person, String name, InputStream bytes) {
    UUID id = ids.next();
    tenancy.in(
        organisation,
        () ->
            tenancy
                .sql(BEGIN)
                .param("id", id)
                .param("name", name)
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    MessageDigest digest = sha256();
    long size = 0;
    try {
      int ordinal = 0;
      byte[] chunk = bytes.readNBytes(CHUNK_BYTES);
      while (chunk.length > 0) {
        size += chunk.length;
        if (size > most) {
          throw new Problem(
              HttpStatus.CONTENT_TOO_LARGE,
              "body_too_large",
              "The file is larger than %d MB. Split it, or raise DUNNAGE_IMPORT_MB."
                  .formatted(most / CHUNK_BYTES));
        }
        digest.update(chunk);
        keep(organisation, id, ordinal++, chunk);
        chunk = bytes.readNBytes(CHUNK_BYTES);
      }
    } catch (IOException cut) {
      end(organisation, id, null, size, "broken");
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "upload_cut_off",
          "The file was cut off after %d bytes. Nothing was read; send it again.".formatted(size));
    } catch (Problem tooLarge) {
      end(organisation, id, null, size, "broken");
      throw tooLarge;
    }
    byte[] hash = digest.digest();
    end(organisation, id, hash, size, "whole");
    return new Received(id, hash, size);
  }

  private void keep(UUID organisation, UUID id, int ordinal, byte[] chunk) {
    tenancy.in(
        organisation,
        () ->
            tenancy
                .sql(CHUNK)
                .param("id", id)
                .param("ordinal", ordinal)
                .param("bytes", chunk)
                .update());
  }

  private void end(
      UUID organisation,
      UUID id,
      byte @org.jspecify.annotations.Nullable [] hash,
      long size,
      String state) {
    tenancy.in(
        organisation,
        () ->
            tenancy
                .sql(END)
                .param("id", id)
                .param("hash", hash)
                .param("size", size)
                .param("state", state)
                .update());
  }

  /// The import that brought the same bytes before, and counts.
  Optional<UUID> same(byte[] sha256) {
    return tenancy.sql(SAME).param("hash", sha256).query(UUID.class).optional();
  }

  /// The bytes, in a file of its own that the caller removes.
  Path spool(UUID organisation, UUID id) {
    try {
      Path file = Files.createTempFile("dunnage-import-", ".bytes");
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int ordinal = 0; ; ordinal++) {
          int next = ordinal;
          Optional<byte[]> chunk =
              tenancy.in(
                  organisation,
                  () ->
                      tenancy
                          .sql(READ)
                          .param("id", id)
                          .param("ordinal", next)
                          .query((row, n) -> row.getBytes("bytes"))
                          .optional());
          if (chunk.isEmpty()) {
            return file;
          }
          out.write(chunk.get());
        }
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
