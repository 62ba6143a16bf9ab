package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.party.Party;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door: who owes. Everything happens in the caller's open transaction of the organisation.
///
/// Other modules keep the id they were given and read through the table `debtor_current`
/// (`debtor_id` → `current_id`), so that merging two debtors and undoing it rewrites nothing.
@Component
public class Debtors {

  /// @param id as it was asked for
  /// @param current who that is now
  public record Known(UUID id, UUID current, String name) {}

  private static final int LONGEST_NAME = 300;

  private static final String REQUIRE =
      """
      SELECT c.current_id FROM debtor_current c
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE c.org_id = :org AND c.debtor_id = :id
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """;

  /// By the number; else by our own id, which exports name; else by the exact name.
  private static final String FIND =
      """
      SELECT DISTINCT ON (p.n) p.n::int AS n, d.debtor_id, c.current_id, d.name
        FROM unnest(:n::text[], :number::text[], :id::text[], :folded::text[])
             AS p (n, number, id, folded)
        JOIN debtor d ON d.org_id = :org
         AND (d.number = p.number OR d.debtor_id = p.id::uuid
              OR (d.folded = p.folded AND (d.number IS NULL OR p.number IS NULL)))
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = d.debtor_id
       ORDER BY p.n, (d.number IS NOT DISTINCT FROM p.number) DESC, d.debtor_id
      """;

  private static final String ADD =
      """
      INSERT INTO debtor (org_id, debtor_id, number, name, country, search, folded, version,
                          import_id, created_at)
      SELECT :org, d.id::uuid, d.number, d.name, d.country, d.search, d.folded, 1,
             CAST(:import AS uuid), :now
        FROM unnest(:id::text[], :number::text[], :name::text[], :country::text[],
                    :search::text[], :folded::text[])
             AS d (id, number, name, country, search, folded)
      ON CONFLICT DO NOTHING
      """;

  private static final String ADD_CURRENT =
      """
      INSERT INTO debtor_current (org_id, debtor_id, current_id)
      SELECT :org, d.id::uuid, d.id::uuid FROM unnest(:id::text[]) AS d (id)
      """;

  /// Of some debtors, those that nobody has touched and nothing of ours hangs on.
  private static final String UNUSED =
      """
      SELECT d.debtor_id FROM debtor d
       WHERE d.org_id = :org AND d.debtor_id = ANY (CAST(:ids AS uuid[])) AND d.version = 1
         AND NOT EXISTS (SELECT FROM debtor m WHERE m.org_id = :org AND m.merged_into = d.debtor_id)
         AND NOT EXISTS (SELECT FROM contact k WHERE k.org_id = :org AND k.debtor_id = d.debtor_id)
         AND NOT EXISTS (SELECT FROM debtor_identifier i
                          WHERE i.org_id = :org AND i.debtor_id = d.debtor_id)
      """;

  private static final String REMOVE_CURRENT =
      "DELETE FROM debtor_current WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))";

  private static final String REMOVE =
      "DELETE FROM debtor WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))";

  private final Tenancy tenancy;
  private final Access access;
  private final Uuid7 ids;
  private final Clock clock;
  private final DebtorFacts facts;

  Debtors(Tenancy tenancy, Access access, Uuid7 ids, Clock clock, DebtorFacts facts) {
    this.tenancy = tenancy;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.facts = facts;
  }

  /// Who a debtor is now, if the caller may see them.
  ///
  /// @throws Problem 404 if there is none or it is not theirs to see
  public UUID require(UUID id) {
    return tenancy
        .sql(REQUIRE)
        .param("id", id)
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> Problem.notFound("debtor"));
  }

  /// Those that are known, by the id of the party: its customer number, else its name.
  public Map<String, Known> resolve(Collection<Party> parties) {
    List<Party> all = List.copyOf(parties);
    Map<String, Known> found = new HashMap<>();
    if (all.isEmpty()) {
      return found;
    }
    List<Integer> places = java.util.stream.IntStream.range(0, all.size()).boxed().toList();
    Columns.of(tenancy.sql(FIND), places)
        .with("n", n -> n)
        .with("number", n -> all.get(n).id())
        .with("id", n -> TypeId.read("deb", all.get(n).id()).orElse(null))
        .with("folded", n -> foldedOnly(all.get(n)))
        .statement()
        .query(
            row -> {
              Party party = all.get(row.getInt("n"));
              found.put(
                  party.id(),
                  new Known(
                      row.getObject("debtor_id", UUID.class),
                      row.getObject("current_id", UUID.class),
                      row.getString("name")));
            });
    return found;
  }

  /// A name finds a debtor only where the file has no customer numbers: then it is the identity.
  private static @Nullable String foldedOnly(Party party) {
    return party.id().equals(party.name()) ? key(party.name()) : null;
  }

  /// The same, and whoever is missing is added.
  ///
  /// @param importId the import that brings them; null for none
  public Map<String, Known> resolveOrAdd(Collection<Party> parties, @Nullable UUID importId) {
    Map<String, Known> known = resolve(parties);
    Map<String, Party> missing = new LinkedHashMap<>();
    for (Party party : parties) {
      if (!known.containsKey(party.id())) {
        missing.putIfAbsent(party.id(), party);
      }
    }
    if (!missing.isEmpty()) {
      add(List.copyOf(missing.values()), importId);
      known.putAll(resolve(missing.values()));
    }
    return known;
  }

  private record Fresh(UUID id, Party party, String name) {}

  private void add(List<Party> parties, @Nullable UUID importId) {
    List<Fresh> rows = new ArrayList<>(parties.size());
    for (Party party : parties) {
      String name = party.name().isBlank() ? party.id() : party.name();
      rows.add(
          new Fresh(
              ids.next(),
              party,
              name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name));
    }
    int added =
        Columns.of(
                tenancy
                    .sql(ADD)
                    .param("import", importId)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
                rows)
            .with("id", Fresh::id)
            .with("number", row -> row.party().id())
            .with("name", Fresh::name)
            .with("country", row -> row.party().country())
            .with("search", row -> Folding.searchable(List.of(row.name(), row.party().id())))
            .with("folded", row -> key(row.name()))
            .update();
    if (added != rows.size()) {
      throw Problem.conflict("busy", "Others were adding the same debtors. Ask again.");
    }
    int ignored = Columns.of(tenancy.sql(ADD_CURRENT), rows).with("id", Fresh::id).update();
    facts.add(
        rows.stream()
            .map(
                row ->
                    new DebtorFacts.News(
                        "debtor.added",
                        row.id(),
                        Map.of(
                            "number", row.party().id(),
                            "name", row.name(),
                            "country", row.party().country())))
            .toList());
  }

  /// Takes debtors away, where nobody has touched them since they were added; the caller knows that
  /// nothing of its own hangs on them.
  public void unadd(Collection<UUID> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    List<String> unused =
        tenancy
            .sql(UNUSED)
            .param("ids", candidates.stream().map(UUID::toString).toArray(String[]::new))
            .query((row, n) -> String.valueOf(row.getString("debtor_id")))
            .list();
    String[] all = unused.toArray(String[]::new);
    tenancy.sql(REMOVE_CURRENT).param("ids", all).update();
    tenancy.sql(REMOVE).param("ids", all).update();
    facts.add(
        unused.stream()
            .map(id -> new DebtorFacts.News("debtor.withdrawn", UUID.fromString(id), Map.of()))
            .toList());
  }

  /// A name as it is found again: letters in any case and spacing, in its own script.
  static String key(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
