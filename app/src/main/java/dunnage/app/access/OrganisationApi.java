package dunnage.app.access;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The settings of one's own organisation.
@RestController
class OrganisationApi {

  record OrganisationView(
      String id, String name, String kind, String baseCurrency, String timeZone, int version) {}

  /// What is left out stays as it is.
  record OrganisationChange(
      @Nullable String name, @Nullable String baseCurrency, @Nullable String timeZone) {}

  private static final String FIND =
      """
      SELECT name, kind, base_currency, time_zone, version FROM organisation WHERE org_id = :org
      """;

  private static final String CHANGE =
      """
      UPDATE organisation
         SET name = :name, base_currency = :currency, time_zone = :zone, version = version + 1
       WHERE org_id = :org AND version = :seen
      """;

  private final Access access;
  private final Tenancy tenancy;
  private final EvidenceLog log;

  OrganisationApi(Access access, Tenancy tenancy, EvidenceLog log) {
    this.access = access;
    this.tenancy = tenancy;
    this.log = log;
  }

  @Operation(operationId = "getOrganisation", summary = "One's own organisation.")
  @GetMapping("/api/v1/organisation")
  ResponseEntity<OrganisationView> own() {
    Actor ignored = access.require(Permission.READ);
    OrganisationView own = find();
    return Versions.answer(own.version(), own);
  }

  @Operation(
      operationId = "changeOrganisationSettings",
      summary = "Changes the name, base currency or time zone of one's own organisation.")
  @PatchMapping("/api/v1/organisation")
  ResponseEntity<OrganisationView> change(
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody OrganisationChange change) {
    Actor ignored = access.require(Permission.ADMINISTER);
    OrganisationView was = find();
    int seen = Versions.seen(ifMatch);
    Fields fields = new Fields();
    String name = change.name() == null ? was.name() : fields.name("/name", change.name());
    String currency =
        change.baseCurrency() == null
            ? was.baseCurrency()
            : fields.currency("/base_currency", change.baseCurrency());
    String zone =
        change.timeZone() == null ? was.timeZone() : fields.zone("/time_zone", change.timeZone());
    fields.done();
    int changed =
        tenancy
            .sql(CHANGE)
            .param("name", name)
            .param("currency", currency)
            .param("zone", zone)
            .param("seen", seen)
            .update();
    if (changed == 0) {
      throw Versions.changed();
    }
    log.append(
        "organisation.changed",
        was.id(),
        Map.of("name", name, "base_currency", currency, "time_zone", zone));
    return Versions.answer(seen + 1, find());
  }

  private OrganisationView find() {
    return tenancy
        .sql(FIND)
        .query(
            (row, n) ->
                new OrganisationView(
                    TypeId.of("org", tenancy.organisation()),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("base_currency"),
                    row.getString("time_zone"),
                    row.getInt("version")))
        .single();
  }
}
