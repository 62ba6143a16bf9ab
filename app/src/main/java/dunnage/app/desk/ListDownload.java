package dunnage.app.desk;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends a list as a file. It is written beside and sent when it is whole: whoever takes it may be
/// slow, and half a file looks like one.
@Component
public class ListDownload {

  /// Beyond this a spreadsheet is no help, and the whole book is another file.
  public static final int MOST = 100_000;

  /// The reader may take it more slowly than a transaction should last.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions listDownloadTransactions() {
      return new OwnTransactions(
          Set.of("/debtors.xlsx", "/debtors.csv", "/receivables.xlsx", "/receivables.csv"));
    }
  }

  /// What a file is made of.
  ///
  /// @param rows how many there are
  /// @param day that stands in its name
  /// @param shown as the page has it, in the reader's language
  /// @param raw under names that stay
  public record Contents(long rows, LocalDate day, TableFile.Sheet shown, TableFile.Sheet raw) {}

  private final Tenancy tenancy;
  private final TransactionTemplate still;

  ListDownload(Tenancy tenancy, PlatformTransactionManager transactions) {
    this.tenancy = tenancy;
    // two sheets are two statements, and both must see the same book
    this.still = new TransactionTemplate(transactions);
    this.still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// @param ending `xlsx` or `csv`
  /// @param contents asked for within the transaction of the organisation
  /// @throws Problem 422 `list_too_long` if there are too many rows
  public void send(
      UUID organisation,
      ListAddress.Of list,
      String ending,
      Supplier<Contents> contents,
      HttpServletResponse response)
      throws IOException {
    Path file = Files.createTempFile("dunnage-list-", "." + ending);
    try {
      LocalDate day =
          still.execute(
              status -> tenancy.in(organisation, () -> written(file, ending, contents.get())));
      response.setContentType(
          ending.equals("csv")
              ? "text/csv;charset=UTF-8"
              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          "Content-Disposition",
          String.format(
              Locale.ROOT, "attachment; filename=\"%s-%s.%s\"", list.code(), day, ending));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static LocalDate written(Path file, String ending, Contents contents) {
    if (contents.rows() > MOST) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "list_too_long",
          "This list has %d rows, a file of it at most %d. Choose less of it, or take the whole book away under Receivables."
              .formatted(contents.rows(), MOST));
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (ending.equals("csv")) {
        TableFile.csv(out, contents.raw());
      } else {
        TableFile.workbook(out, List.of(contents.shown(), contents.raw()));
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return contents.day();
  }
}
