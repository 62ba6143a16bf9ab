package dunnage.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The modules of the app keep to what their `package-info` allows, without circles.
class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of("dunnage.app");

  @Test
  void modules_use_only_what_they_may() {
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
        .contains("platform", "cli", "report");
    MODULES.verify();
  }
}
