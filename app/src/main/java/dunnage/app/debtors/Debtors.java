package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.debtors.Matching.Match;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.kernel.party.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door: who owes. Everything happens in the caller's open transaction of the organisation.
///
/// Other modules keep the id they were given and read through the table `debtor_current`
/// (`debtor_id` → `current_id`), so that merging two debtors and undoing it rewrites nothing:
///
/// ```sql
/// JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
/// JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
///  WHERE (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)  -- Access.onlyDebtorsOf
/// ```
@Component
public class Debtors {

  /// @param id as it was asked for
  /// @param current who that is now; what follows is theirs
  /// @param number as files name them: the customer number, or the name where they have none
  /// @param country ISO 3166 alpha-2 or as a file has it; may be empty
  public record Known(
      UUID id, UUID current, @Nullable String number, String name, String country) {}

  private static final String REQUIRE =
      """
      SELECT c.current_id FROM debtor_current c
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE c.org_id = :org AND c.debtor_id = :id
         AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
      """;

  private static final String CURRENT =
      """
      SELECT c.debtor_id, c.current_id, d.number, d.name, d.country
        FROM debtor_current c
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE c.org_id = :org AND c.debtor_id = ANY (CAST(:ids AS uuid[]))
       ORDER BY c.debtor_id
      """;

  private final Tenancy tenancy;
  private final Access access;
  private final Matching matching;
  private final Arrivals arrivals;

  Debtors(Tenancy tenancy, Access access, Matching matching, Arrivals arrivals) {
    this.tenancy = tenancy;
    this.access = access;
    this.matching = matching;
    this.arrivals = arrivals;
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

  /// A debtor, whoever asks.
  public Optional<Known> find(UUID id) {
    return current(List.of(id)).stream().findFirst();
  }

  /// Who these are now, in the order of their ids; those that are unknown are left out. Whoever
  /// asks.
  public List<Known> current(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return tenancy
        .sql(CURRENT)
        .param("ids", Arrivals.texts(ids))
        .query((row, n) -> Matching.known(row))
        .list();
  }

  /// Those that are known, by the id of the party: its customer number, else its name.
  public Map<String, Known> resolve(Collection<Party> parties) {
    return known(matching.find(List.copyOf(parties)));
  }

  private static Map<String, Known> known(Map<String, Match> found) {
    Map<String, Known> known = new HashMap<>();
    found.forEach((id, match) -> known.put(id, match.known()));
    return known;
  }

  /// The same, and whoever is missing is added; what the parties know of the others and we did not
  /// is taken over.
  ///
  /// @param importId the import that brings them; null for none
  /// @throws Problem 409 `busy` if someone else is removing one of them at this moment
  public Map<String, Known> resolveOrAdd(Collection<Party> parties, @Nullable UUID importId) {
    Map<String, Party> wanted = new LinkedHashMap<>();
    parties.forEach(party -> wanted.putIfAbsent(party.id(), party));
    Map<String, Match> found = matching.find(List.copyOf(wanted.values()));
    List<Match> inOrder =
        wanted.keySet().stream().filter(found::containsKey).map(id -> match(found, id)).toList();
    Arrivals.Lessons lessons = arrivals.learn(inOrder);
    List<Party> missing = new ArrayList<>(lessons.others());
    wanted.values().stream().filter(p -> !found.containsKey(p.id())).forEach(missing::add);
    arrivals.add(missing, importId);
    if (missing.isEmpty() && !lessons.anything()) {
      return known(found);
    }
    Map<String, Known> known = resolve(wanted.values());
    if (known.size() != wanted.size()) {
      throw busy();
    }
    return known;
  }

  static Problem busy() {
    return Problem.conflict("busy", "Others were changing the same debtors. Ask again.");
  }

  private static Match match(Map<String, Match> found, String id) {
    return java.util.Objects.requireNonNull(found.get(id));
  }

  /// Takes debtors away that an import brought, where nobody has touched them since; the caller
  /// knows that nothing of its own hangs on them. Their numbers are free again.
  public void unadd(Collection<UUID> candidates) {
    arrivals.remove(candidates);
  }
}
