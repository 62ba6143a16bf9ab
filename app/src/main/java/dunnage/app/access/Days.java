package dunnage.app.access;

import dunnage.app.platform.Tenancy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// On which day something was, where the organisation is.
@Component
class Days {

  private static final String ZONE = "SELECT time_zone FROM organisation WHERE org_id = :org";

  /// Templates know it as `days`.
  record Here(ZoneId zone) {
    public LocalDate of(Instant instant) {
      return LocalDate.ofInstant(instant, zone);
    }
  }

  private final Tenancy tenancy;

  Days(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  Here here() {
    return new Here(ZoneId.of(tenancy.sql(ZONE).query(String.class).single()));
  }
}
