/// What the risk desk says of each debtor, kept current with what it was said from; alarms, limits,
/// and whether an order may be shipped. [Risk] is the door.
@NullMarked
@ApplicationModule(
    displayName = "risk",
    allowedDependencies = {
      "platform",
      "desk",
      "evidence",
      "access",
      "debtors",
      "ledger",
      "wording",
      "report"
    })
package dunnage.app.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
