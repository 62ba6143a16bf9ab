package dunnage.app.intake;

import dunnage.app.access.Access;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.intake.ImportReceipt.ProblemLine;
import dunnage.app.ledger.Absorbed;
import dunnage.app.ledger.Absorption;
import dunnage.app.ledger.Ledger;
import dunnage.app.ledger.Restoring;
import dunnage.app.platform.Columns;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.formats.FileKind;
import dunnage.formats.FileReport;
import dunnage.formats.Files;
import dunnage.formats.RejectedRow;
import dunnage.formats.RejectedRows;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads and commits imports in the background. A look and a commit do the same work; a look is
/// rolled back. A commit is one transaction, so whatever ends the server half-way leaves nothing of
/// it, and the next one starts it over.
@Component
class ImportWork implements DisposableBean {

  /// An import that nobody has worked on for so long was left behind.
  static final Duration SILENCE = Duration.ofSeconds(20);

  private static final int PROBLEMS_TOLD = 100;
  private static final int PROBLEMS_AT_ONCE = 1_000;
  private static final int LINES_BETWEEN = 5_000;
  private static final int AT_ONCE = 2;

  private static final String FORGET_PROBLEMS =
      "DELETE FROM import_problem WHERE org_id = :org AND import_id = :id";

  private static final String ADD_PROBLEMS =
      """
      INSERT INTO import_problem (org_id, import_id, ordinal, line, cells, problem)
      SELECT :org, :id, p.ordinal::int, p.line::int, p.cells::jsonb, p.problem
        FROM unnest(:ordinal::text[], :line::text[], :cells::text[], :problem::text[])
             AS p (ordinal, line, cells, problem)
      """;

  private record Numbered(int ordinal, RejectedRow row) {}

  private final Tenancy tenancy;
  private final Access access;
  private final ImportTable imports;
  private final ImportFiles files;
  private final Ledger ledger;
  private final EvidenceLog log;
  private final JsonMapper json;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

  ImportWork(
      Tenancy tenancy,
      Access access,
      ImportTable imports,
      ImportFiles files,
      Ledger ledger,
      EvidenceLog log,
      JsonMapper json) {
    this.tenancy = tenancy;
    this.access = access;
    this.imports = imports;
    this.files = files;
    this.ledger = ledger;
    this.log = log;
    this.json = json;
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }

  /// Begins whatever is to be done next; the future ends when it is done or has failed.
  CompletableFuture<Void> begin(UUID organisation, UUID person, UUID id) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> other = running.putIfAbsent(id, mine);
    if (other != null) {
      return other;
    }
    workers.execute(
        () -> {
          try {
            work(organisation, person, id);
            running.remove(id);
            mine.complete(null);
          } catch (Throwable bug) {
            running.remove(id);
            mine.completeExceptionally(bug);
          }
        });
    return mine;
  }

  boolean runs(UUID id) {
    return running.containsKey(id);
  }

  private void work(UUID organisation, UUID person, UUID id) {
    Object ignored =
        access.actingAs(
            organisation,
            person,
            () -> {
              try {
                step(organisation, id);
              } catch (Problem no) {
                fail(organisation, id, no.code(), no.getMessage());
              } catch (ArithmeticException tooLarge) {
                fail(organisation, id, "amount_too_large", "The sums of this file are too large.");
              } catch (IllegalStateException | DataIntegrityViolationException bug) {
                fail(organisation, id, "internal_error", "Dunnage could not take this file in.");
                throw bug;
              }
              return id;
            });
  }

  private void fail(UUID organisation, UUID id, String code, String sentence) {
    Object ignored =
        tenancy.in(
            organisation,
            () -> {
              imports.failed(id, code, sentence);
              return id;
            });
  }

  private void step(UUID organisation, UUID id) {
    ImportTable.Row row = tenancy.in(organisation, () -> imports.find(id)).orElseThrow();
    Path bytes = files.spool(organisation, row.file());
    try {
      boolean commits =
          row.state().equals("committing")
              || row.commits()
                  && tenancy.in(
                      organisation,
                      () -> imports.move(id, List.of("received"), "committing", true));
      if (commits) {
        commit(organisation, row, bytes);
      } else if (row.state().equals("received")) {
        look(organisation, row, bytes);
      }
    } finally {
      remove(bytes);
    }
  }

  private static void remove(Path bytes) {
    try {
      java.nio.file.Files.deleteIfExists(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// A trial run: what it would do, and what is wrong with the file.
  private void look(UUID organisation, ImportTable.Row row, Path bytes) {
    Seen seen = tenancy.in(organisation, () -> tried(organisation, row, bytes));
    Object ignored =
        tenancy.in(
            organisation,
            () -> {
              problems(row.id(), seen.rejected());
              return imports.done(
                  row.id(),
                  "received",
                  "previewed",
                  seen.report().kind().code(),
                  seen.report().recognised(),
                  seen.receipt());
            });
  }

  private record Seen(FileReport report, ImportReceipt receipt, List<RejectedRow> rejected) {}

  private Seen tried(UUID organisation, ImportTable.Row row, Path bytes) {
    Seen seen = read(organisation, row, bytes);
    tenancy.rollBack();
    return seen;
  }

  /// All of it or nothing. A file of which nothing counts was only looked at.
  private void commit(UUID organisation, ImportTable.Row row, Path bytes) {
    Seen seen = tenancy.in(organisation, () -> recorded(organisation, row, bytes));
    if (!counts(seen)) {
      Object ignored = tenancy.in(organisation, () -> ended(row.id(), seen, "previewed"));
      refuse(seen.report());
    }
  }

  private Seen recorded(UUID organisation, ImportTable.Row row, Path bytes) {
    Seen seen = read(organisation, row, bytes);
    if (!counts(seen)) {
      tenancy.rollBack();
      return seen;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", row.name());
    body.put("sha256", row.sha256());
    body.put("size", row.size());
    body.put("lines_in", seen.receipt().linesIn());
    body.put("accepted", seen.receipt().accepted());
    body.put("rejected", seen.receipt().rejected());
    body.put("money", seen.receipt().money());
    UUID entry = log.append("import.committed", ImportTable.id(row.id()), body);
    if (!ended(row.id(), seen, "committed")) {
      throw new IllegalStateException("an import that was committing is not: " + entry);
    }
    return seen;
  }

  private boolean ended(UUID id, Seen seen, String state) {
    problems(id, seen.rejected());
    FileReport report = seen.report();
    return imports.done(
        id, "committing", state, report.kind().code(), report.recognised(), seen.receipt());
  }

  private static boolean counts(Seen seen) {
    return seen.receipt().accepted() > 0 && isTaken(seen.report());
  }

  private static boolean isTaken(FileReport report) {
    return switch (report.kind()) {
      case RECEIVABLES, E_INVOICE, BANK_STATEMENT, EXCHANGE_RATES, OWN_EXPORT -> true;
      case MARKETPLACE_SETTLEMENT, WATCHLIST, UNKNOWN -> false;
    };
  }

  /// @throws Problem for what no part of the server takes
  static void refuse(FileReport report) {
    switch (report.kind()) {
      case RECEIVABLES, E_INVOICE, BANK_STATEMENT, EXCHANGE_RATES, OWN_EXPORT -> {}
      case MARKETPLACE_SETTLEMENT, WATCHLIST ->
          throw Problem.conflict(
              "kind_not_taken_yet",
              "It is a %s. It is kept, and nothing of the ledger is made of it."
                  .formatted(report.kind().code()));
      case UNKNOWN ->
          throw Problem.conflict(
              "file_unknown",
              "It was not recognised, so there is nothing to commit. The findings say what to do.");
    }
  }

  private Seen read(UUID organisation, ImportTable.Row row, Path bytes) {
    List<RejectedRow> rejected = new ArrayList<>();
    Absorption absorption = ledger.absorb(row.id());
    Progress progress = new Progress(organisation, row.id());
    Consumer<Fact> facts =
        fact -> {
          absorption.take(fact);
          progress.one();
        };
    RejectedRows rows = rejected::add;
    FileReport report = Files.read(bytes, row.name(), row.options().toReadOptions(), facts, rows);
    if (report.kind() == FileKind.EXCHANGE_RATES) {
      FxRates rates = new FxRates();
      report = Files.readRates(bytes, row.name(), rates);
      ledger.rates(rates.list(), row.name(), row.id());
    }
    Absorbed absorbed =
        report.kind() == FileKind.OWN_EXPORT ? restored(row, bytes, progress) : absorption.finish();
    List<ProblemLine> first =
        rejected.stream()
            .filter(line -> !line.setAside())
            .limit(PROBLEMS_TOLD)
            .map(line -> new ProblemLine(line.line(), "row_rejected", line.problem()))
            .toList();
    for (Absorbed.Refused line : absorbed.refused()) {
      rejected.add(new RejectedRow(line.line(), List.of(), line.problem(), false));
    }
    return new Seen(report, ImportReceipt.of(report, absorbed, first), rejected);
  }

  private Absorbed restored(ImportTable.Row row, Path bytes, Progress progress) {
    Restoring restoring = ledger.restore(row.id());
    try {
      FileReport ignored =
          Files.readBook(
              bytes,
              row.name(),
              RejectedRows.DROPPED,
              line -> {
                restoring.take(line);
                progress.one();
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return restoring.finish();
  }

  private void problems(UUID id, List<RejectedRow> rejected) {
    tenancy.sql(FORGET_PROBLEMS).param("id", id).update();
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < rejected.size(); i++) {
      all.add(new Numbered(i, rejected.get(i)));
    }
    for (int from = 0; from < all.size(); from += PROBLEMS_AT_ONCE) {
      int ignored =
          Columns.of(
                  tenancy.sql(ADD_PROBLEMS).param("id", id),
                  all.subList(from, Math.min(all.size(), from + PROBLEMS_AT_ONCE)))
              .with("ordinal", Numbered::ordinal)
              .with("line", p -> p.row().line())
              .with("cells", p -> json.writeValueAsString(storable(p.row().cells())))
              .with("problem", p -> storable(p.row().problem()))
              .update();
    }
  }

  /// PostgreSQL keeps no NUL in text; the bytes as they came are kept anyway.
  private static List<String> storable(List<String> cells) {
    return cells.stream().map(ImportWork::storable).toList();
  }

  private static String storable(String text) {
    return text.replace('\u0000', '\uFFFD');
  }

  /// Tells how far it is, beside the open transaction.
  private final class Progress {

    private final UUID organisation;
    private final UUID id;
    private long lines;

    Progress(UUID organisation, UUID id) {
      this.organisation = organisation;
      this.id = id;
    }

    void one() {
      lines++;
      if (lines % LINES_BETWEEN == 0) {
        long now = lines;
        CompletableFuture<Void> ignored =
            CompletableFuture.runAsync(
                () -> {
                  Object told =
                      tenancy.in(
                          organisation,
                          () -> {
                            imports.progress(id, now);
                            imports.still(id);
                            return now;
                          });
                });
      }
    }
  }
}
