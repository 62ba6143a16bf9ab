package dunnage.app.risk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dunnage.app.debtors.DebtorListener;
import dunnage.app.ledger.LedgerListener;
import dunnage.app.platform.Tenancy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps scores current: whatever the ledger records marks its debtors, and a second later, when
/// more of the same has come in, the book is assessed. What a crash or another server left is found
/// by a sweep, and so is the new day of an organisation.
@Component
class Keeping implements LedgerListener, DebtorListener, DisposableBean {

  private static final int WAIT_SECONDS = 1;
  private static final int SWEEP_SECONDS = 10;

  /// The sweep.
  @Configuration(proxyBeanMethods = false)
  static class Sweep {
    @Bean
    RecurringTask<Void> booksToAssess(
        Tenancy tenancy, Keeping keeping, ReservationTable reservations) {
      return Tasks.recurring("books to assess", FixedDelay.ofSeconds(SWEEP_SECONDS))
          .execute(
              (instance, context) -> {
                for (UUID organisation : tenancy.all()) {
                  int ended = tenancy.in(organisation, reservations::expire);
                  keeping.assess(organisation);
                }
              });
    }
  }

  private final Tenancy tenancy;
  private final DeskTable desks;
  private final ReservationTable reservations;

  /// Looked up when it is needed: the ledger tells this, and the desk asks the ledger.
  private final ObjectProvider<Risk> risk;

  private final Set<UUID> nudged = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("risk desk").unstarted(work));

  Keeping(
      Tenancy tenancy, DeskTable desks, ReservationTable reservations, ObjectProvider<Risk> risk) {
    this.tenancy = tenancy;
    this.desks = desks;
    this.reservations = reservations;
    this.risk = risk;
  }

  @Override
  public void changed(Set<UUID> debtors) {
    desks.mark(debtors);
    reservations.useUp(debtors);
    UUID organisation = tenancy.organisation();
    tenancy.afterCommit(() -> nudge(organisation));
  }

  @Override
  public void merged(Set<UUID> debtors) {
    changed(debtors);
  }

  private void nudge(UUID organisation) {
    if (nudged.add(organisation) && !later.isShutdown()) {
      var ignored =
          later.schedule(
              () -> {
                nudged.remove(organisation); // what comes from now on is not seen by this one
                assess(organisation);
              },
              WAIT_SECONDS,
              TimeUnit.SECONDS);
    }
  }

  /// The marks stay when it fails, because a person changed an alarm meanwhile or the database is
  /// away, and the sweep comes again.
  boolean assess(UUID organisation) {
    try {
      return risk.getObject().bringUpToDate(organisation);
    } catch (DataAccessException | TransactionException again) {
      return false;
    }
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
