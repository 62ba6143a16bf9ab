package dunnage.app.intake;

import dunnage.app.platform.TypeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An import as others see it.
///
/// @param duplicateOf the import that brought the same bytes before; then nothing was done
/// @param resumed how often a server took it up again after another was ended
record ImportView(
    String id,
    String name,
    long size,
    String sha256,
    String state,
    @Nullable String kind,
    @Nullable String duplicateOf,
    int resumed,
    Instant receivedAt,
    String by,
    long linesDone,
    @Nullable Error error,
    ImportOptions options,
    @Nullable JsonNode recognised,
    @Nullable JsonNode receipt) {

  record Error(String code, String detail) {}

  static ImportView of(ImportTable.Row row, boolean duplicate) {
    String id = ImportTable.id(row.id());
    String code = row.errorCode();
    return new ImportView(
        id,
        row.name(),
        row.size(),
        row.sha256(),
        row.state(),
        row.kind(),
        duplicate ? id : null,
        row.resumed(),
        row.receivedAt(),
        TypeId.of("per", row.person()),
        row.linesDone(),
        code == null ? null : new Error(code, String.valueOf(row.error())),
        row.options(),
        row.recognised(),
        row.receipt());
  }
}
