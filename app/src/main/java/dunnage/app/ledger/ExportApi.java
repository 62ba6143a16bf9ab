package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The whole book of an organisation, to take away or to bring into another one.
@RestController
class ExportApi {

  private static final String EXPORT = "/api/v1/export";

  /// The same for a link on a page.
  private static final String LINK = "/book.zip";

  /// The caller may read more slowly than a transaction should last.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions bookExportTransactions() {
      return new OwnTransactions(Set.of(EXPORT, LINK));
    }
  }

  private final Access access;
  private final Tenancy tenancy;
  private final BookExport export;
  private final Clock clock;
  private final TransactionTemplate still;

  ExportApi(
      Access access,
      Tenancy tenancy,
      BookExport export,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.access = access;
    this.tenancy = tenancy;
    this.export = export;
    this.clock = clock;
    // several statements read the book, and all of them must see the same one
    this.still = new TransactionTemplate(transactions);
    this.still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// A ZIP of tables in CSV, with the hash of each; `POST /api/v1/imports` takes it.
  @GetMapping({EXPORT, LINK})
  void export(HttpServletResponse response) throws IOException {
    var caller = access.require(Permission.READ);
    if (!caller.seesAll()) {
      throw Problem.forbidden("The whole book is for those who may see every debtor.");
    }
    Path file = Files.createTempFile("dunnage-export-", ".zip");
    try {
      write(caller.organisation(), file);
      response.setContentType("application/zip");
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"dunnage-export-%s.zip\"".formatted(today()));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void write(UUID organisation, Path file) {
    Object ignored =
        still.execute(
            status ->
                tenancy.in(
                    organisation,
                    () -> {
                      try (OutputStream out =
                          new BufferedOutputStream(Files.newOutputStream(file))) {
                        export.write(out);
                        return file;
                      } catch (IOException full) {
                        throw new UncheckedIOException(full);
                      }
                    }));
  }
}
