package dunnage.app.risk;

import dunnage.app.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// Which day it is for an organisation, and what time.
@Component
class Today {

  private static final String ZONE = "SELECT time_zone FROM organisation WHERE org_id = :org";

  private final Tenancy tenancy;
  private final Clock clock;

  Today(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  LocalDate day() {
    String zone = tenancy.sql(ZONE).query(String.class).single();
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
