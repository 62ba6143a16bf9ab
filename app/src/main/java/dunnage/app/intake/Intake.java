package dunnage.app.intake;

import dunnage.app.access.Access;
import dunnage.app.access.Actor;
import dunnage.app.access.Permission;
import dunnage.app.ledger.Ledger;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.Uuid7;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// The door: files come in, are looked at, committed, taken back. Opens the transactions itself.
@Component
public class Intake {

  /// @param duplicate whether the bytes were there before, and nothing was done
  record Answer(ImportTable.Row row, boolean duplicate) {}

  private final Access access;
  private final Tenancy tenancy;
  private final ImportFiles files;
  private final ImportTable imports;
  private final ImportWork work;
  private final Ledger ledger;
  private final Uuid7 ids;

  Intake(
      Access access,
      Tenancy tenancy,
      ImportFiles files,
      ImportTable imports,
      ImportWork work,
      Ledger ledger,
      Uuid7 ids) {
    this.access = access;
    this.tenancy = tenancy;
    this.files = files;
    this.imports = imports;
    this.work = work;
    this.ledger = ledger;
    this.ids = ids;
  }

  /// Keeps a file and looks at it.
  ///
  /// @param again whether to take bytes that were there before
  /// @param commits whether to commit it once it is read
  Answer receive(
      String name,
      InputStream bytes,
      ImportOptions options,
      boolean again,
      boolean commits,
      int waitSeconds) {
    Actor actor = access.require(Permission.IMPORT);
    Object valid = options.toReadOptions(); // refuses before anything is received
    UUID organisation = actor.organisation();
    ImportFiles.Received file = files.receive(organisation, actor.person(), label(name), bytes);
    if (file.size() == 0) {
      throw Problem.invalid("", "the file is empty", "Send its bytes as the body.");
    }
    UUID id = ids.next();
    Optional<ImportTable.Row> before =
        tenancy.in(
            organisation,
            () -> {
              Optional<ImportTable.Row> same =
                  again ? Optional.empty() : files.same(file.sha256()).flatMap(imports::find);
              if (same.isEmpty()) {
                imports.add(id, file.id(), actor.person(), options, commits);
              }
              return same;
            });
    if (before.isPresent()) {
      return new Answer(before.get(), true);
    }
    await(work.begin(organisation, actor.person(), id), waitSeconds);
    return new Answer(found(id), false);
  }

  /// Commits what was looked at. Asked twice, it is done once.
  ImportTable.Row commit(UUID id, int waitSeconds) {
    Actor actor = access.require(Permission.IMPORT);
    ImportTable.Row row = found(id);
    switch (row.state()) {
      case "previewed", "committing", "committed" -> {}
      default ->
          throw Problem.conflict(
              "import_not_ready",
              "It is %s, and only what was looked at can be committed.".formatted(row.state()));
    }
    boolean mine =
        tenancy.in(
            actor.organisation(), () -> imports.move(id, List.of("previewed"), "committing", true));
    if (mine || row.state().equals("committing")) {
      await(work.begin(actor.organisation(), actor.person(), id), waitSeconds);
    }
    return found(id);
  }

  /// Takes back everything it recorded.
  ImportTable.Row undo(UUID id, String reason) {
    Actor actor = access.require(Permission.IMPORT);
    return tenancy.in(
        actor.organisation(),
        () -> {
          ImportTable.Row row = found(id);
          if (!imports.move(id, List.of("committed"), "undone", false)) {
            throw Problem.conflict(
                "import_not_committed",
                "It is %s, so there is nothing to take back.".formatted(row.state()));
          }
          Ledger.Undone undone = ledger.undo(id, reason);
          return undone.facts() < 0 ? row : found(id);
        });
  }

  /// Reads it again with other answers.
  ImportTable.Row reread(UUID id, ImportOptions options, int waitSeconds) {
    Actor actor = access.require(Permission.IMPORT);
    Object valid = options.toReadOptions();
    ImportTable.Row row = found(id);
    if (!tenancy.in(actor.organisation(), () -> imports.options(id, options))) {
      throw Problem.conflict(
          "import_not_ready", "It is %s and cannot be read again.".formatted(row.state()));
    }
    await(work.begin(actor.organisation(), actor.person(), id), waitSeconds);
    return found(id);
  }

  /// As it is, or once the work on it in this server has ended.
  ImportTable.Row awaited(UUID id, int seconds) {
    ImportTable.Row row = found(id);
    if (seconds == 0 || !work.runs(id)) {
      return row;
    }
    await(work.begin(access.actor().organisation(), row.person(), id), seconds);
    return found(id);
  }

  /// @throws Problem 404
  ImportTable.Row found(UUID id) {
    Actor actor = access.require(Permission.READ);
    if (!actor.seesAll()) {
      throw Problem.notFound("import");
    }
    return tenancy
        .in(actor.organisation(), () -> imports.find(id))
        .orElseThrow(() -> Problem.notFound("import"));
  }

  private static void await(CompletableFuture<Void> done, int seconds) {
    try {
      Object ignored = done.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException goesOn) {
      // it goes on by itself; whoever asked looks again
      return;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// What a file is called: a label, and never a path.
  static String label(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder plain = new StringBuilder();
    last.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(200)
        .forEach(plain::appendCodePoint);
    String text = plain.toString().strip();
    return text.isEmpty() || text.startsWith("..") ? "file" : text;
  }
}
