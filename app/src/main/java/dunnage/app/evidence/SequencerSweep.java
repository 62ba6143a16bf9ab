package dunnage.app.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dunnage.app.platform.Tenancy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes up entries that wait though nobody was woken for them: after a crash, or those of another
/// server on the same database. Tells the log of the server what failed meanwhile.
@Configuration(proxyBeanMethods = false)
class SequencerSweep {

  private static final int EVERY_SECONDS = 2;

  @Bean
  RecurringTask<Void> entriesLeftBehind(
      Tenancy tenancy, PlaceTable places, Sequencer sequencer, MeterRegistry meters) {
    AtomicLong waiting = new AtomicLong();
    Gauge.builder("dunnage.evidence.pending", waiting, AtomicLong::doubleValue)
        .description("Entries of all organisations without a place in the log, as last counted")
        .register(meters);
    Gauge.builder("dunnage.evidence.damaged", sequencer, Sequencer::damaged)
        .description("Logs that do not fit together and are not continued")
        .register(meters);
    return Tasks.recurring("evidence entries left behind", FixedDelay.ofSeconds(EVERY_SECONDS))
        .execute((instance, context) -> waiting.set(sweep(tenancy, places, sequencer)));
  }

  /// @return how many entries wait
  static long sweep(Tenancy tenancy, PlaceTable places, Sequencer sequencer) {
    long all = 0;
    for (UUID organisation : tenancy.all()) {
      long waiting = tenancy.in(organisation, places::count);
      if (waiting > 0) {
        sequencer.wake(organisation);
      }
      all += waiting;
    }
    tell(sequencer.failures());
    return all;
  }

  /// By throwing, which the scheduler writes to the log.
  private static void tell(Map<String, RuntimeException> failures) {
    if (failures.isEmpty()) {
      return;
    }
    IllegalStateException told =
        new IllegalStateException(
            "The evidence log was not continued of " + new TreeSet<>(failures.keySet()));
    failures.values().forEach(told::addSuppressed);
    throw told;
  }
}
