package dunnage.app.debtors;

import dunnage.app.debtors.Debtors.Known;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.kernel.party.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the debtors that files name: by the customer number; else by our own id, which exports
/// name; else by the exact name. A name of several customers, each with a number, names none.
@Component
class Matching {

  /// How a party was found.
  enum By {
    NUMBER,
    ID,
    NAME
  }

  /// @param unnumbered whether the debtor has no customer number but its name
  record Match(Party party, By by, Known known, boolean unnumbered) {}

  private record Candidate(int place, Match match) {}

  /// A customer number of the file's own decides: then a name finds only who has no number yet.
  private static final String FIND =
      """
      WITH wanted AS (
        SELECT w.n::int AS n, w.number, w.id::uuid AS id, w.folded, w.numbered::boolean AS numbered
          FROM unnest(:n::text[], :number::text[], :id::text[], :folded::text[], :numbered::text[])
               AS w (n, number, id, folded, numbered)
      ), found AS (
        SELECT w.n, 0 AS by, d.debtor_id, d.number = d.name AS unnumbered
          FROM wanted w JOIN debtor d ON d.org_id = :org AND d.number = w.number
        UNION ALL
        SELECT w.n, 1, d.debtor_id, false
          FROM wanted w JOIN debtor d ON d.org_id = :org AND d.debtor_id = w.id
        UNION ALL
        SELECT w.n, 2, d.debtor_id, d.number IS NULL OR d.number = d.name
          FROM wanted w JOIN debtor d ON d.org_id = :org AND d.folded = w.folded
         WHERE NOT w.numbered OR d.number IS NULL OR d.number = d.name
      )
      SELECT f.n, f.by, f.unnumbered, f.debtor_id, c.current_id, d.number, d.name, d.country
        FROM found f
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = f.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       ORDER BY f.n, f.by, NOT f.unnumbered, f.debtor_id
      """;

  private final Tenancy tenancy;

  Matching(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  /// By the id of the party.
  Map<String, Match> find(List<Party> parties) {
    Map<String, Match> found = new HashMap<>();
    if (parties.isEmpty()) {
      return found;
    }
    List<Candidate> all =
        Columns.of(tenancy.sql(FIND), IntStream.range(0, parties.size()).boxed().toList())
            .with("n", n -> n)
            .with("number", n -> Wording.number(parties.get(n).id()))
            .with("id", n -> TypeId.read("deb", parties.get(n).id()).orElse(null))
            .with("folded", n -> Folding.key(name(parties.get(n))))
            .with("numbered", n -> isNumbered(parties.get(n)))
            .statement()
            .query((row, n) -> candidate(row, parties))
            .list();
    int from = 0;
    while (from < all.size()) {
      int place = all.get(from).place();
      int to = from;
      while (to < all.size() && all.get(to).place() == place) {
        to++;
      }
      Match match = best(all.subList(from, to));
      if (match != null) {
        found.put(match.party().id(), match);
      }
      from = to;
    }
    return found;
  }

  /// The surest comes first; names of several numbered debtors are no answer.
  private static @Nullable Match best(List<Candidate> candidates) {
    Match first = candidates.getFirst().match();
    if (first.by() != By.NAME || first.unnumbered()) {
      return first;
    }
    long debtors = candidates.stream().map(c -> c.match().known().current()).distinct().count();
    return debtors == 1 ? first : null;
  }

  private static Candidate candidate(ResultSet row, List<Party> parties) throws SQLException {
    int place = row.getInt("n");
    return new Candidate(
        place,
        new Match(
            parties.get(place),
            By.values()[row.getInt("by")],
            known(row),
            row.getBoolean("unnumbered")));
  }

  static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("debtor_id", UUID.class),
        row.getObject("current_id", UUID.class),
        row.getString("number"),
        row.getString("name"),
        row.getString("country"));
  }

  /// Whether the file has a customer number for it.
  static boolean isNumbered(Party party) {
    return !party.id().equals(party.name()) && !party.name().isBlank();
  }

  static String name(Party party) {
    String name = Wording.line(party.name().isBlank() ? party.id() : party.name(), Wording.NAME);
    return name.isEmpty() ? "?" : name;
  }
}
