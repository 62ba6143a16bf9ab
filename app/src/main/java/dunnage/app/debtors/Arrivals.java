package dunnage.app.debtors;

import dunnage.app.debtors.DebtorFacts.News;
import dunnage.app.debtors.Debtors.Known;
import dunnage.app.debtors.Matching.By;
import dunnage.app.debtors.Matching.Match;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.party.Party;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Debtors that come with files, and go again when an import is taken back.
@Component
class Arrivals {

  /// In the order of their numbers, so that two imports wait for each other instead of both.
  private static final String ADD =
      """
      INSERT INTO debtor (org_id, debtor_id, number, name, country, search, folded, version,
                          import_id, created_at)
      SELECT :org, d.id::uuid, d.number, d.name, d.country, d.search, d.folded, 1,
             CAST(:import AS uuid), :now
        FROM unnest(:id::text[], :number::text[], :name::text[], :country::text[],
                    :search::text[], :folded::text[])
             AS d (id, number, name, country, search, folded)
       ORDER BY d.number
      ON CONFLICT DO NOTHING
      RETURNING debtor_id
      """;

  private static final String ADD_CURRENT =
      """
      INSERT INTO debtor_current (org_id, debtor_id, current_id)
      SELECT :org, d.id::uuid, d.id::uuid FROM unnest(:id::text[]) AS d (id)
      """;

  private static final String LEARN =
      """
      UPDATE debtor d
         SET number = l.number, name = l.name, folded = l.folded, country = l.country,
             search = d.search || l.search, version = d.version + 1
        FROM unnest(:id::text[], :number::text[], :name::text[], :folded::text[],
                    :country::text[], :search::text[])
             AS l (id, number, name, folded, country, search)
       WHERE d.org_id = :org AND d.debtor_id = l.id::uuid
         AND NOT EXISTS (SELECT FROM debtor o WHERE o.org_id = :org AND o.number = l.number
                            AND o.debtor_id <> d.debtor_id)
      RETURNING d.debtor_id
      """;

  /// Of some debtors, those that nobody has touched and nothing of ours hangs on.
  private static final String UNUSED =
      """
      SELECT d.debtor_id FROM debtor d
       WHERE d.org_id = :org AND d.debtor_id = ANY (CAST(:ids AS uuid[]))
         AND d.import_id IS NOT NULL AND d.merged_into IS NULL
         AND NOT EXISTS (SELECT FROM debtor_fact f
                          WHERE f.org_id = :org AND f.debtor_id = d.debtor_id
                            AND f.kind NOT IN ('debtor.added', 'debtor.learned'))
         AND NOT EXISTS (SELECT FROM debtor m WHERE m.org_id = :org AND m.merged_into = d.debtor_id)
         FOR UPDATE OF d
      """;

  private static final String REMOVE_CURRENT =
      "DELETE FROM debtor_current WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))";

  private static final String REMOVE =
      "DELETE FROM debtor WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))";

  /// What files told of debtors that were known.
  ///
  /// @param others who bear the name of a known debtor and are another one, since that one has a
  ///   number of its own by now
  /// @param anything whether anything was taken over
  record Lessons(List<Party> others, boolean anything) {}

  private record Fresh(UUID id, String number, String name, String country) {

    News news() {
      return new News(
          "debtor.added", id, Map.of("number", number, "name", name, "country", country));
    }
  }

  private record Learned(UUID id, String number, String name, String country) {

    News news() {
      return new News(
          "debtor.learned", id, Map.of("number", number, "name", name, "country", country));
    }
  }

  private final Tenancy tenancy;
  private final Uuid7 ids;
  private final Clock clock;
  private final DebtorFacts facts;

  Arrivals(Tenancy tenancy, Uuid7 ids, Clock clock, DebtorFacts facts) {
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.facts = facts;
  }

  /// Adds them; whoever is added by others at the same moment is left out.
  void add(Collection<Party> parties, @Nullable UUID importId) {
    if (parties.isEmpty()) {
      return;
    }
    Map<String, Fresh> rows = new TreeMap<>();
    for (Party party : parties) {
      String number = Wording.number(party.id().isBlank() ? Matching.name(party) : party.id());
      rows.putIfAbsent(
          number,
          new Fresh(
              ids.next(),
              number,
              Matching.name(party),
              Wording.line(party.country(), Wording.COUNTRY)));
    }
    List<Fresh> all = List.copyOf(rows.values());
    Set<UUID> added =
        new HashSet<>(
            Columns.of(
                    tenancy
                        .sql(ADD)
                        .param("import", importId)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
                    all)
                .with("id", Fresh::id)
                .with("number", Fresh::number)
                .with("name", Fresh::name)
                .with("country", Fresh::country)
                .with("search", row -> Folding.searchable(List.of(row.name(), row.number())))
                .with("folded", row -> Folding.key(row.name()))
                .statement()
                .query(UUID.class)
                .list());
    List<Fresh> ours = all.stream().filter(row -> added.contains(row.id())).toList();
    int ignored = Columns.of(tenancy.sql(ADD_CURRENT), ours).with("id", Fresh::id).update();
    facts.add(ours.stream().map(Fresh::news).toList());
  }

  /// Takes over what a file knows and we did not: the name behind a number, the number of a name,
  /// the country.
  Lessons learn(Collection<Match> matches) {
    List<Learned> news = new ArrayList<>();
    List<Party> others = new ArrayList<>();
    Set<UUID> named = new HashSet<>();
    for (Match match : matches) {
      Known known = match.known();
      boolean numbers =
          match.by() == By.NAME && match.unnumbered() && Matching.isNumbered(match.party());
      boolean names =
          match.by() == By.NUMBER && match.unnumbered() && Matching.isNumbered(match.party());
      String country = Wording.line(match.party().country(), Wording.COUNTRY);
      boolean places = known.country().isEmpty() && !country.isEmpty();
      boolean itself = known.id().equals(known.current());
      if (numbers && !named.add(known.id())) {
        others.add(match.party());
      } else if (itself && (numbers || names || places)) {
        String before = known.number();
        news.add(
            new Learned(
                known.id(),
                numbers || before == null ? Wording.number(match.party().id()) : before,
                names ? Matching.name(match.party()) : known.name(),
                places ? country : known.country()));
      }
    }
    if (!news.isEmpty()) {
      write(news);
    }
    return new Lessons(others, !news.isEmpty());
  }

  private void write(List<Learned> news) {
    Set<UUID> written;
    try {
      written =
          new HashSet<>(
              Columns.of(tenancy.sql(LEARN), news)
                  .with("id", Learned::id)
                  .with("number", Learned::number)
                  .with("name", Learned::name)
                  .with("folded", row -> Folding.key(row.name()))
                  .with("country", Learned::country)
                  .with("search", row -> Folding.searchable(List.of(row.name(), row.number())))
                  .statement()
                  .query(UUID.class)
                  .list());
    } catch (DuplicateKeyException taken) {
      throw Debtors.busy();
    }
    facts.add(news.stream().filter(row -> written.contains(row.id())).map(Learned::news).toList());
  }

  /// Takes away those that came with an import and that nobody has touched since.
  void remove(Collection<UUID> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    List<UUID> unused =
        tenancy
            .sql(UNUSED)
            .param("ids", texts(candidates))
            .query((row, n) -> row.getObject("debtor_id", UUID.class))
            .list();
    tenancy.sql(REMOVE_CURRENT).param("ids", texts(unused)).update();
    tenancy.sql(REMOVE).param("ids", texts(unused)).update();
    facts.add(unused.stream().map(id -> new News("debtor.withdrawn", id, Map.of())).toList());
  }

  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
