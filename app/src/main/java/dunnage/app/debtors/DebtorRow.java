package dunnage.app.debtors;

import dunnage.app.platform.TypeId;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A debtor as it is kept.
///
/// @param number as files name them: the customer number, or the name where they have none
/// @param zone IANA
/// @param terms as agreed, in words
/// @param owner the person responsible
record DebtorRow(
    UUID id,
    @Nullable String number,
    String name,
    String country,
    String language,
    String zone,
    String terms,
    @Nullable UUID owner,
    String group,
    String note,
    @Nullable UUID mergedInto,
    int version,
    OffsetDateTime createdAt) {

  /// One of which nothing is known yet.
  static DebtorRow empty(UUID id, OffsetDateTime createdAt) {
    return new DebtorRow(id, null, "", "", "", "", "", null, "", "", null, 1, createdAt);
  }

  /// What is recorded of it, by the names of the API.
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("number", number == null ? "" : number);
    told.put("name", name);
    told.put("country", country);
    told.put("language", language);
    told.put("time_zone", zone);
    told.put("terms", terms);
    told.put("owner", owner == null ? "" : TypeId.of("per", owner));
    told.put("group", group);
    told.put("note", note);
    return told;
  }

  /// What is otherwise than before: each field with `from` and `to`.
  Map<String, Object> changedFrom(DebtorRow before) {
    Map<String, Object> earlier = before.told();
    Map<String, Object> changed = new LinkedHashMap<>();
    told()
        .forEach(
            (field, now) -> {
              Object then = Objects.requireNonNull(earlier.get(field));
              if (!now.equals(then)) {
                changed.put(field, Map.of("from", then, "to", now));
              }
            });
    return changed;
  }
}
