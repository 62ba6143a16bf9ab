package dunnage.app.platform;

import java.io.IOException;
import java.net.BindException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/// The part that Spring runs: web, migrations, connections. It reads no settings but ours: neither
/// `SERVER_PORT` in the environment nor an `application.properties` in the current folder.
final class Web implements AutoCloseable {

  private static final String SCHEMA = "dunnage";

  private final ServletWebServerApplicationContext context;

  private Web(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /// @throws Refusal if the port is taken or the database cannot be migrated
  static Web start(Settings settings, Database database, DataFolder folder) {
    SpringApplication application = new SpringApplication(ServerApplication.class);
    application.setEnvironment(environment(properties(settings, database, folder)));
    application.setAddCommandLineProperties(false);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("settings", settings);
          context.getBeanFactory().registerSingleton("database", database);
          context.getBeanFactory().registerSingleton("setupKey", setupKey(folder));
        });
    try {
      Web web = new Web((ServletWebServerApplicationContext) application.run());
      web.connectOnce();
      return web;
    } catch (RuntimeException failed) {
      throw explained(failed, settings);
    }
  }

  private static SetupKey setupKey(DataFolder folder) {
    try {
      return SetupKey.of(folder);
    } catch (IOException unwritable) {
      throw DataFolder.unwritable(folder.path(), unwritable);
    }
  }

  /// Who says it is ready has spoken with the database, as the role that requests will have.
  private void connectOnce() {
    try (Connection connection = context.getBean(DataSource.class).getConnection()) {
      connection.isValid(1);
    } catch (SQLException refused) {
      context.close();
      throw Refusal.failure(
          "The database lets the application's role not in: " + refused.getMessage());
    }
  }

  private static RuntimeException explained(RuntimeException failed, Settings settings) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException || cause instanceof BindException) {
        return Server.taken(settings, (Exception) cause);
      }
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof FlywayException migration) {
        return Refusal.failure(
            "The database could not be brought up to this release: " + migration.getMessage());
      }
    }
    return failed;
  }

  private static StandardServletEnvironment environment(Map<String, Object> properties) {
    StandardServletEnvironment bare =
        new StandardServletEnvironment() {
          @Override
          protected void customizePropertySources(MutablePropertySources sources) {
            // none but ours
          }
        };
    bare.getPropertySources().addLast(new MapPropertySource("dunnage", properties));
    return bare;
  }

  private static Map<String, Object> properties(
      Settings settings, Database database, DataFolder folder) {
    Map<String, Object> all = new TreeMap<>();
    all.put("spring.application.name", "dunnage");
    all.put("spring.config.location", "optional:classpath:/dunnage/server/");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.main.log-startup-info", "false");
    all.put("spring.threads.virtual.enabled", "true");
    all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    all.put("spring.web.resources.add-mappings", "false");
    all.put("server.address", settings.host());
    all.put("server.port", settings.port());
    all.put("server.shutdown", "graceful");
    all.put("server.tomcat.connection-timeout", "20s");
    all.put("server.tomcat.max-http-form-post-size", settings.bodyBytes());
    all.put("management.endpoints.web.exposure.include", "health,prometheus");
    all.put("management.endpoints.web.discovery.enabled", "false");
    all.put("management.endpoint.health.show-components", "always");
    all.put("management.endpoint.health.show-details", "never");
    all.put("management.endpoint.health.group.readiness.include", "readinessState,db");
    all.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
    all.put("spring.jackson.deserialization.fail-on-unknown-properties", "true");
    // of two values for one key, a proxy may have checked the other
    all.put("spring.jackson.read.strict-duplicate-detection", "true");
    // a form of the import page alone holds a file; everywhere else files are bodies as they are
    all.put("spring.servlet.multipart.max-file-size", settings.importBytes() + "B");
    all.put("spring.servlet.multipart.max-request-size", settings.importBytes() + "B");
    all.put("spring.thymeleaf.prefix", "classpath:/dunnage/pages/");
    all.put("spring.thymeleaf.check-template-location", "false");
    all.put("springdoc.swagger-ui.enabled", "false");
    all.put("springdoc.packages-to-scan", "dunnage.app");
    all.put("springdoc.paths-to-match", "/api/v1/**");
    all.put("db-scheduler.threads", "2");
    all.put("db-scheduler.polling-interval", "1s");
    all.put("db-scheduler.immediate-execution-enabled", "true");
    all.put("db-scheduler.delay-startup-until-context-ready", "true");
    all.put("db-scheduler.shutdown-max-wait", "15s");
    all.put("management.health.ssl.enabled", "false");
    all.put("management.health.diskspace.path", folder.path().toString());
    connections(all, settings, database);
    log(all, settings, folder);
    return all;
  }

  private static void connections(Map<String, Object> all, Settings settings, Database database) {
    String pool = "spring.datasource.hikari.";
    all.put("spring.datasource.url", database.url());
    all.put("spring.datasource.username", database.application().user());
    all.put("spring.datasource.password", database.application().password());
    all.put(pool + "pool-name", "database");
    all.put(pool + "maximum-pool-size", settings.pool());
    all.put(pool + "minimum-idle", 1);
    all.put(pool + "connection-timeout", 5_000);
    all.put(pool + "connection-init-sql", database.firstStatement());
    all.put(pool + "data-source-properties.currentSchema", SCHEMA);
    all.put(pool + "data-source-properties.ApplicationName", "dunnage");
    all.put(pool + "data-source-properties.tcpKeepAlive", "true");
    String flyway = "spring.flyway.";
    all.put(flyway + "url", database.url());
    all.put(flyway + "user", database.owner().user());
    all.put(flyway + "password", database.owner().password());
    all.put(flyway + "default-schema", SCHEMA);
    all.put(flyway + "locations", "classpath:db/migration");
    all.put(flyway + "fail-on-missing-locations", "true");
    all.put(flyway + "placeholders.application", database.grantee());
  }

  /// ECS lines to a file that is rolled, or to standard error for whoever gathers them there.
  private static void log(Map<String, Object> all, Settings settings, DataFolder folder) {
    all.put("logging.structured.ecs.service.name", "dunnage");
    all.put("logging.structured.ecs.service.version", FolderVersion.OURS.release());
    all.put("logging.register-shutdown-hook", "false");
    if (settings.logsToStderr()) {
      all.put("logging.config", "classpath:dunnage/server/logback-stderr.xml");
      return;
    }
    all.put("logging.console.enabled", "false");
    all.put("logging.structured.format.file", "ecs");
    all.put("logging.file.name", folder.logs().resolve("dunnage.log").toString());
    all.put("logging.logback.rollingpolicy.max-file-size", "20MB");
    all.put("logging.logback.rollingpolicy.total-size-cap", "400MB");
    all.put("logging.logback.rollingpolicy.max-history", "30");
  }

  /// The port it listens on, which is not the one asked for when that was 0.
  int port() {
    return java.util.Objects.requireNonNull(context.getWebServer(), "started").getPort();
  }

  /// A part of it, to be looked at.
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
