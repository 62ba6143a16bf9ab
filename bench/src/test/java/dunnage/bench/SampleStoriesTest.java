package dunnage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.GrowthLine;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import dunnage.kernel.behaviour.Trend;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep.Action;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a newcomer sees on the sample exporter, without its bank statement. The seeds of the sample
/// were picked for this: it shows that the sample tells its stories, and nothing of how often the
/// desk is right.
class SampleStoriesTest {

  private static final Assessment DESK = assess(SampleExporter.AS_OF);

  private static Assessment assess(LocalDate day) {
    return RiskDesk.assess(SampleBook.of(SampleCustomers.all()).ledger(), day, Settings.plain());
  }

  private static DebtorLine line(String id) {
    return line(DESK, id);
  }

  private static DebtorLine line(Assessment desk, String id) {
    return desk.debtors().stream()
        .filter(d -> d.debtor().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<Signal> worse(DebtorLine line) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    line.warning().warnings().stream()
        .filter(w -> w.direction() == Tendency.WORSE)
        .forEach(w -> signals.add(w.signal()));
    return signals;
  }

  @Test
  void the_big_seller_ordered_less_and_less_and_then_stopped_paying() {
    DebtorLine seller = line("C001");

    assertThat(seller.nextStep().action()).isEqualTo(Action.HAND_OVER);
    assertThat(seller.behaviour().orders()).isEqualTo(Trend.FALLING);
    assertThat(seller.behaviour().contactGone()).isTrue();
    assertThat(seller.behaviour().brokenPromises()).isPositive();
    assertThat(worse(seller)).contains(Signal.ORDER_VOLUME, Signal.LATENESS);
    assertThat(seller.reasons()).anyMatch(r -> r.text().contains("division closed"));
  }

  @Test
  void its_orders_told_before_its_payments_did() {
    LocalDate before = SampleExporter.AS_OF.minusDays(line("C001").oldestDaysLate());
    DebtorLine then = line(assess(before), "C001");

    assertThat(then.overdueAmount().nonZero()).isEmpty();
    assertThat(then.nextStep().action()).isEqualTo(Action.WATCH);
    assertThat(worse(then)).containsExactly(Signal.ORDER_VOLUME);
  }

  @Test
  void the_british_customer_orders_on_while_its_balances_stay_unpaid() {
    DebtorLine british = line("C002");

    assertThat(british.nextStep().action()).isEqualTo(Action.HOLD);
    assertThat(british.nextStep().why()).contains("new invoices or orders", "60 days late");
    assertThat(worse(british)).contains(Signal.UNPAID_BALANCES);
    assertThat(british.overdueAmount().nonZero())
        .allMatch(m -> m.currency().code().equals("GBP"))
        .isNotEmpty();
    assertThat(DESK.receivables())
        .filteredOn(r -> r.receivable().debtor().id().equals("C002") && r.daysLate() > 0)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(
            r -> r.receivable().deal() != null && r.receivable().deal().part().equals("balance"));
  }

  @Test
  void the_marketplace_pays_later_and_less_each_time_and_breaks_its_promise() {
    DebtorLine marketplace = line("C003");

    assertThat(marketplace.nextStep().action()).isEqualTo(Action.FINAL_DEMAND);
    assertThat(marketplace.nextStep().words()).contains("hold new orders");
    assertThat(marketplace.behaviour().brokenPromises()).isEqualTo(1);
    assertThat(worse(marketplace)).contains(Signal.LATENESS, Signal.PART_PAYMENTS);
    assertThat(marketplace.behaviour().lastPaid())
        .as("money still comes")
        .isAfter(SampleExporter.AS_OF.minusDays(14));
  }

  @Test
  void the_two_other_marketplaces_are_well_though_one_changed_its_rule() {
    assertThat(List.of(line("C004"), line("C005")))
        .allSatisfy(
            m -> {
              assertThat(m.grade()).isEqualTo(Grade.A);
              assertThat(m.nextStep().action()).isEqualTo(Action.SHIP);
              assertThat(m.warning().trend()).isNotEqualTo(Tendency.WORSE);
            });
  }

  @Test
  void each_reason_not_to_pay_has_its_own_step() {
    assertThat(line("C027").nextStep().action()).as("forgot").isEqualTo(Action.REMIND);
    assertThat(line("C006").nextStep().action()).as("goods").isEqualTo(Action.SETTLE_DISPUTE);
    assertThat(line("C007").nextStep().action()).as("promises").isEqualTo(Action.FINAL_DEMAND);
    assertThat(line("C007").behaviour().brokenPromises()).isGreaterThanOrEqualTo(2);
    assertThat(line("C008").nextStep().action())
        .as("short of money")
        .isEqualTo(Action.OFFER_INSTALMENTS);
  }

  @Test
  void who_pays_later_is_watched_before_anything_is_overdue_and_who_is_new_is_not_judged() {
    DebtorLine later = line("C048");
    assertThat(later.nextStep().action()).isEqualTo(Action.WATCH);
    assertThat(later.oldestDaysLate()).isZero();
    assertThat(later.warning().trend()).isEqualTo(Tendency.WORSE);
    assertThat(line("C022").grade()).isEqualTo(Grade.NONE);
  }

  @Test
  void some_customers_are_to_be_sold_more() {
    assertThat(DESK.toGrow())
        .hasSizeBetween(3, 8)
        .extracting(GrowthLine::debtor)
        .extracting(d -> d.id())
        .contains("C009", "C010", "C011", "C012");
  }

  @Test
  void most_are_well() {
    assertThat(DESK.debtors()).filteredOn(d -> d.oldestDaysLate() > 0).hasSizeBetween(10, 18);
    assertThat(DESK.debtors())
        .filteredOn(d -> d.grade() == Grade.A || d.grade() == Grade.B)
        .hasSizeGreaterThan(45);
    assertThat(DESK.debtors())
        .filteredOn(d -> d.warning().trend() == Tendency.WORSE)
        .extracting(d -> d.debtor().id())
        .containsExactlyInAnyOrder("C001", "C002", "C003", "C007", "C008", "C048");
    assertThat(DESK.debtors()).extracting(DebtorLine::grade).contains(Grade.values());
  }
}
