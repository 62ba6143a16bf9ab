package dunnage.app.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dunnage.app.platform.Tenancy;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes up what a server that was ended left half-way.
@Configuration(proxyBeanMethods = false)
class Sweep {

  private static final int EVERY_SECONDS = 5;

  @Bean
  RecurringTask<Void> importsLeftBehind(Tenancy tenancy, ImportTable imports, ImportWork work) {
    return Tasks.recurring("imports left behind", FixedDelay.ofSeconds(EVERY_SECONDS))
        .execute((instance, context) -> sweep(tenancy, imports, work));
  }

  static void sweep(Tenancy tenancy, ImportTable imports, ImportWork work) {
    tenancy
        .all()
        .forEach(
            organisation ->
                tenancy
                    .in(organisation, () -> imports.leftBehind(ImportWork.SILENCE))
                    .forEach(
                        left -> {
                          if (!work.runs(left.id())) {
                            CompletableFuture<Void> ignored =
                                work.begin(organisation, left.person(), left.id());
                          }
                        }));
  }
}
