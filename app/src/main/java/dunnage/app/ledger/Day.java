package dunnage.app.ledger;

import dunnage.app.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// Which day it is for an organisation.
@Component
class Day {

  private static final String ZONE = "SELECT time_zone FROM organisation WHERE org_id = :org";

  private final Tenancy tenancy;
  private final Clock clock;

  Day(Tenancy tenancy, Clock clock) {
    this.tenancy = tenancy;
    this.clock = clock;
  }

  LocalDate today() {
    String zone = tenancy.sql(ZONE).query(String.class).single();
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }
}
