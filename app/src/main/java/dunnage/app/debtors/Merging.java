package dunnage.app.debtors;

import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Two records of one debtor become one, and two again. `debtor.merged_into` says what was merged
/// into what, as it was said; `debtor_current` follows it to the end, so that readers need one
/// step. Nothing that hangs on either record is touched.
@Component
class Merging {

  private static final String POINT =
      """
      UPDATE debtor SET merged_into = CAST(:into AS uuid), version = version + 1
       WHERE org_id = :org AND debtor_id = :id
      """;

  private static final String FOLLOW =
      "UPDATE debtor_current SET current_id = :into WHERE org_id = :org AND current_id = :id";

  private static final String PART =
      """
      UPDATE debtor_current SET current_id = :into
       WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))
      """;

  private static final String CURRENT =
      "SELECT current_id FROM debtor_current WHERE org_id = :org AND debtor_id = :id";

  private static final String UNDER =
      """
      SELECT d.debtor_id, d.merged_into FROM debtor_current c
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.debtor_id
       WHERE c.org_id = :org AND c.current_id = :id AND d.merged_into IS NOT NULL
      """;

  private final Tenancy tenancy;
  private final DebtorTable debtors;
  private final DebtorFacts facts;
  private final List<DebtorListener> listeners;

  Merging(Tenancy tenancy, DebtorTable debtors, DebtorFacts facts, List<DebtorListener> listeners) {
    this.tenancy = tenancy;
    this.debtors = debtors;
    this.facts = facts;
    this.listeners = List.copyOf(listeners);
  }

  /// Makes one record part of another. Of two people who merge the same two, in whichever
  /// direction, the second finds it done.
  ///
  /// @throws Problem 409 if either is part of another record already
  void merge(UUID id, UUID into, String reason) {
    if (id.equals(into)) {
      throw Problem.invalid("/into", "is the debtor itself", "Name the record that stays.");
    }
    debtors.lock(List.of(id, into));
    standing(id);
    standing(into);
    tenancy.sql(POINT).param("id", id).param("into", into).update();
    tenancy.sql(FOLLOW).param("id", id).param("into", into).update();
    facts.add("debtor.merged", id, Map.of("into", TypeId.of("deb", into), "reason", reason));
    tell(id, into);
  }

  private void standing(UUID id) {
    DebtorRow row = debtors.find(id).orElseThrow(() -> Problem.notFound("debtor"));
    if (row.mergedInto() != null) {
      throw Problem.conflict(
          "debtor_merged",
          "%s is part of %s already."
              .formatted(TypeId.of("deb", id), TypeId.of("deb", row.mergedInto())));
    }
  }

  /// Makes a record its own debtor again, with what had been merged into it before.
  ///
  /// @throws Problem 409 if it is no part of another
  void unmerge(UUID id, String reason) {
    UUID from = current(id);
    debtors.lock(List.of(id, from));
    DebtorRow row = debtors.find(id).orElseThrow(() -> Problem.notFound("debtor"));
    UUID into = row.mergedInto();
    if (into == null) {
      throw Problem.conflict("debtor_not_merged", "It is a debtor of its own.");
    }
    if (!current(id).equals(from)) {
      throw Debtors.busy(); // what it is part of was itself merged or parted while we waited
    }
    Set<UUID> part = partOf(id, from);
    tenancy.sql(POINT).param("id", id).param("into", null).update();
    tenancy.sql(PART).param("into", id).param("ids", Arrivals.texts(part)).update();
    facts.add("debtor.unmerged", id, Map.of("from", TypeId.of("deb", into), "reason", reason));
    tell(id, from);
  }

  private UUID current(UUID id) {
    return tenancy
        .sql(CURRENT)
        .param("id", id)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> Problem.notFound("debtor"));
  }

  /// The record and what was merged into it, directly or through others.
  private Set<UUID> partOf(UUID id, UUID current) {
    Map<UUID, List<UUID>> children = new HashMap<>();
    tenancy
        .sql(UNDER)
        .param("id", current)
        .query(
            row -> {
              children
                  .computeIfAbsent(
                      row.getObject("merged_into", UUID.class), parent -> new ArrayList<>())
                  .add(row.getObject("debtor_id", UUID.class));
            });
    Set<UUID> part = new HashSet<>();
    List<UUID> open = new ArrayList<>(List.of(id));
    while (!open.isEmpty()) {
      UUID next = open.removeLast();
      if (part.add(next)) {
        open.addAll(children.getOrDefault(next, List.of()));
      }
    }
    return part;
  }

  private void tell(UUID one, UUID other) {
    listeners.forEach(listener -> listener.merged(Set.of(one, other)));
  }
}
