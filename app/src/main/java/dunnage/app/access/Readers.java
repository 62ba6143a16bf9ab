package dunnage.app.access;

import dunnage.app.desk.Reader;
import dunnage.app.platform.Caller;
import dunnage.app.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Tells the pages who reads them; looked up once for a request.
@Component
class Readers implements Reader.Known {

  /// The name is what this organisation calls them by, which is what colleagues read too.
  private static final String HERE =
      """
      SELECT o.name AS organisation, o.base_currency, o.time_zone, m.name,
             o.sample_of IS NOT NULL OR o.name LIKE '%(sample)' AS sample
        FROM organisation o JOIN membership m ON m.org_id = o.org_id AND m.person_id = :person
       WHERE o.org_id = :org
      """;

  private static final String WHO =
      """
      SELECT language,
             (SELECT count(*) FROM person_organisation o WHERE o.person_id = p.person_id) AS belongs
        FROM person p WHERE person_id = :person
      """;

  private record Who(String language, int belongs) {}

  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final Clock clock;

  Readers(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Reader> current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (request == null
        || authentication == null
        || !(authentication.getPrincipal() instanceof Actor actor)) {
      return Optional.empty();
    }
    String name = Readers.class.getName();
    if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof Reader known) {
      return Optional.of(known);
    }
    Reader reader = tenancy.in(actor.organisation(), () -> read(actor));
    request.setAttribute(name, reader, RequestAttributes.SCOPE_REQUEST);
    return Optional.of(reader);
  }

  private Reader read(Actor actor) {
    Who who =
        jdbc.sql(WHO)
            .param("person", actor.person())
            .query((row, n) -> new Who(row.getString("language"), row.getInt("belongs")))
            .single();
    return tenancy
        .sql(HERE)
        .param("person", actor.person())
        .query(
            (row, n) ->
                new Reader(
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getString("base_currency"),
                    LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone"))),
                    Locale.forLanguageTag(who.language()),
                    ((Caller) actor).seesAll(),
                    who.belongs() > 1,
                    row.getBoolean("sample"),
                    actor.permissions()))
        .single();
  }
}
