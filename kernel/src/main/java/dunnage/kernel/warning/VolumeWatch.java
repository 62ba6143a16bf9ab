package dunnage.kernel.warning;

import dunnage.kernel.ledger.DebtorBook;
import java.time.LocalDate;
import java.util.List;

/// Does the debtor order less than it used to, or more? Invoices and, where known, orders, each by
/// [VolumeScan]; the one that tells more is told.
final class VolumeWatch {

  private VolumeWatch() {}

  /// @return whether there was enough to look at
  static boolean look(
      DebtorBook book, LocalDate asOf, Climate climate, double strictness, List<Warning> found) {
    LocalDate day = LocalDate.ofEpochDay(Math.min(asOf.toEpochDay(), climate.newest()));
    Series invoiced = Series.invoiced(book, day.toEpochDay());
    Series ordered = Series.ordered(book, day.toEpochDay());
    VolumeScan invoices = invoiced.enough() ? new VolumeScan(invoiced) : null;
    VolumeScan orders = ordered.enough() ? new VolumeScan(ordered) : null;
    boolean known = (invoices != null && invoices.enough()) || (orders != null && orders.enough());
    if (!known) {
      return false;
    }
    VolumeScan.Change byInvoice = invoices == null ? VolumeScan.Change.NONE : invoices.fall();
    VolumeScan.Change byOrder = orders == null ? VolumeScan.Change.NONE : orders.fall();
    if (!tell(
        byInvoice, byOrder, Tendency.WORSE, Thresholds.ORDER_VOLUME * strictness, day, found)) {
      byInvoice = invoices == null ? VolumeScan.Change.NONE : invoices.rise();
      byOrder = orders == null ? VolumeScan.Change.NONE : orders.rise();
      tell(byInvoice, byOrder, Tendency.BETTER, Thresholds.MORE_VOLUME * strictness, day, found);
    }
    return true;
  }

  private static boolean tell(
      VolumeScan.Change byInvoice,
      VolumeScan.Change byOrder,
      Tendency direction,
      double threshold,
      LocalDate day,
      List<Warning> found) {
    boolean orders = byOrder.evidence() > byInvoice.evidence();
    VolumeScan.Change change = orders ? byOrder : byInvoice;
    double evidence = change.evidence() / threshold;
    if (evidence < 1) {
      return false;
    }
    LocalDate since = day.minusDays((long) change.months() * VolumeScan.BIN);
    String what = orders ? "ordered" : "invoiced";
    String words =
        "%s in the last months, since %s: %.0f %% of what this debtor's own history, season included, leads to expect"
            .formatted(what, since, 100 * change.kept());
    found.add(new Warning(Signal.ORDER_VOLUME, since, evidence, direction, words));
    return true;
  }
}
