package dunnage.app.access;

import dunnage.app.desk.ListAddress;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a person chose of a list, kept under a name; nobody else's business.
@Component
public class SavedViews {

  /// @param id `vew_…`
  /// @param here whether it is what the page shows
  public record View(String id, String name, String href, boolean here) {}

  static final int LONGEST_NAME = 60;
  private static final int QUERY = 1_000;
  private static final int MOST = 30;
  private static final String PREFIX = "vew";

  private static final String OF =
      """
      SELECT view_id, name, query FROM saved_view
       WHERE org_id = :org AND person_id = :person AND page = :page ORDER BY name, view_id
      """;

  private static final String COUNT =
      """
      SELECT count(*) FROM saved_view
       WHERE org_id = :org AND person_id = :person AND page = :page AND name <> :name
      """;

  /// The same name again is another choice under it.
  private static final String SAVE =
      """
      INSERT INTO saved_view (org_id, view_id, person_id, page, name, query, created_at)
      VALUES (:org, :id, :person, :page, :name, :query, :now)
      ON CONFLICT (org_id, person_id, page, name) DO UPDATE SET query = excluded.query
      """;

  private static final String REMOVE =
      """
      DELETE FROM saved_view WHERE org_id = :org AND person_id = :person AND view_id = :id
      RETURNING page
      """;

  private final Tenancy tenancy;
  private final Access access;
  private final Uuid7 ids;
  private final Clock clock;

  SavedViews(Tenancy tenancy, Access access, Uuid7 ids, Clock clock) {
    this.tenancy = tenancy;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
  }

  /// The caller's own, by name.
  public List<View> of(ListAddress here) {
    return tenancy
        .sql(OF)
        .param("person", access.actor().person())
        .param("page", here.of().code())
        .query(
            (row, n) -> {
              ListAddress to = ListAddress.read(here.of(), row.getString("query"));
              return new View(
                  TypeId.of(PREFIX, row.getObject("view_id", UUID.class)),
                  row.getString("name"),
                  to.href(),
                  to.equals(here));
            })
        .list();
  }

  /// @throws Problem 409 `views_full` if there are too many to choose from
  void save(String name, ListAddress what) {
    UUID person = access.actor().person();
    String page = what.of().code();
    long others =
        tenancy
            .sql(COUNT)
            .param("person", person)
            .param("page", page)
            .param("name", name)
            .query(Long.class)
            .single();
    if (others >= MOST) {
      throw Problem.conflict("views_full", "You have %d views. Remove one.".formatted(MOST));
    }
    if (what.query().length() > QUERY) {
      throw Problem.invalid("query", "has " + what.query().length(), "Choose less of it.");
    }
    int saved =
        tenancy
            .sql(SAVE)
            .param("id", ids.next())
            .param("person", person)
            .param("page", page)
            .param("name", name)
            .param("query", what.query())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
  }

  /// @return the list it was of
  /// @throws Problem 404 if the caller has none of this id
  ListAddress.Of remove(String id) {
    return tenancy
        .sql(REMOVE)
        .param("person", access.actor().person())
        .param("id", TypeId.parse(PREFIX, id))
        .query(String.class)
        .optional()
        .map(ListAddress.Of::code)
        .orElseThrow(() -> Problem.notFound("view"));
  }
}
