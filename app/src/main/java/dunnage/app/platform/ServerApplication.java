package dunnage.app.platform;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// What Spring starts from. Each module of the server is named here, so that nothing of the command
/// line is looked through.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan({
  "dunnage.app.platform",
  "dunnage.app.evidence",
  "dunnage.app.desk",
  "dunnage.app.access",
  "dunnage.app.debtors",
  "dunnage.app.ledger",
  "dunnage.app.intake",
  "dunnage.app.risk",
  "dunnage.app.sample"
})
class ServerApplication {

  @Bean
  Clock clock(Settings settings) {
    SettableClock clock = SettableClock.ofTheMachine();
    settings.today().ifPresent(clock::setDay);
    return clock;
  }
}
