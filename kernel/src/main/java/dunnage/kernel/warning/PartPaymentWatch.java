package dunnage.kernel.warning;

import java.time.LocalDate;
import java.util.List;

/// Do payments that leave a part open become usual? Who has always paid in parts is not meant.
final class PartPaymentWatch {

  private static final double LEAST_SHARE = 0.05;
  private static final double ALWAYS_DID = 0.5;

  private PartPaymentWatch() {}

  static void look(History history, Usual usual, double strictness, List<Warning> found) {
    if (!usual.known()) {
      return;
    }
    int before = 0;
    for (int i = 0; i < usual.places(); i++) {
      before += history.shortPaid()[i] ? 1 : 0;
    }
    double share = Math.max(LEAST_SHARE, (before + 0.5) / (usual.places() + 1));
    if (share > ALWAYS_DID) {
      return;
    }
    double feared = share + 0.4;
    double ifShort = Math.log(feared / share);
    double ifWhole = Math.log((1 - feared) / (1 - share));
    Cusum sum = new Cusum();
    int now = 0;
    for (int i = usual.places(); i < history.size(); i++) {
      boolean isShort = history.shortPaid()[i];
      if (isShort || !history.open()[i]) {
        sum.add(history.due()[i], isShort ? ifShort : ifWhole);
        now = sum.sum() == 0 ? 0 : now + (isShort ? 1 : 0);
      }
    }
    int last = history.size() - 1;
    double height =
        last < usual.places()
            ? 1
            : Thresholds.chances(
                history.size() - usual.places(), history.asOf() - history.due()[usual.places()]);
    double evidence = sum.sum() / Thresholds.PART_PAYMENTS / height / strictness;
    if (evidence >= 1) {
      LocalDate day = LocalDate.ofEpochDay(sum.since());
      found.add(
          new Warning(
              Signal.PART_PAYMENTS,
              day,
              evidence,
              Tendency.WORSE,
              "%d payments left a part open on receivables due since %s; before, %d of %d did"
                  .formatted(now, day, before, usual.places())));
    }
  }
}
