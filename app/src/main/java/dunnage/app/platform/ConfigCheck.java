package dunnage.app.platform;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `dunnage config check`: every setting, where it comes from, and what stands in the way of a
/// start. Looks and changes nothing.
final class ConfigCheck {

  private final Settings settings;

  ConfigCheck(Settings settings) {
    this.settings = settings;
  }

  /// @return whether nothing is wrong
  boolean print(PrintStream out) {
    int name = width(settings.all().stream().map(s -> s.name().variable()).toList());
    int value = width(settings.all().stream().map(Settings.Setting::shown).toList());
    String row = "%-" + name + "s  %-" + value + "s  %-11s  %s%n";
    out.printf(row, "setting", "value", "from", "what it is");
    for (Settings.Setting setting : settings.all()) {
      String from =
          setting.value().isEmpty()
              ? "not set"
              : setting.source().equals("flag") ? setting.name().flag() : setting.source();
      out.printf(row, setting.name().variable(), setting.shown(), from, setting.name().meaning());
    }
    List<String> problems = problems();
    out.println();
    if (problems.isEmpty()) {
      out.println("Nothing is wrong: dunnage serve");
    } else {
      out.println(problems.size() == 1 ? "One problem:" : problems.size() + " problems:");
      problems.forEach(problem -> out.println("- " + problem));
    }
    return problems.isEmpty();
  }

  private static int width(List<String> column) {
    return column.stream().mapToInt(String::length).max().orElse(1);
  }

  private List<String> problems() {
    List<String> found = new ArrayList<>(settings.problems());
    JavaVersion.problem(Runtime.version()).filter(p -> !settings.anyJdk()).ifPresent(found::add);
    if (!found.isEmpty()) {
      return found; // what follows needs settings that can be read
    }
    said(() -> Server.refuseTakenPort(settings)).ifPresent(found::add);
    Path home = settings.home();
    said(() -> folder(home)).ifPresent(found::add);
    settings
        .database()
        .ifPresentOrElse(
            url ->
                said(() -> found.addAll(OwnDatabase.ask(url).problems(url.user())))
                    .ifPresent(found::add),
            () -> said(() -> account(home)).ifPresent(found::add));
    return found;
  }

  private static void folder(Path home) {
    Path there = home;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw Refusal.failure(
          "%s cannot be made or written: %s is %s. Choose another place with DUNNAGE_HOME."
              .formatted(home, there, Files.isDirectory(there) ? "not writable" : "not a folder"));
    }
    FolderVersion.of(home.resolve("VERSION"))
        .ifPresent(found -> found.checkOpenedBy(FolderVersion.OURS, home));
  }

  private void account(Path home) {
    Account account = Account.choose(settings.account());
    account
        .closedOnTheWayTo(home)
        .ifPresent(
            closed -> {
              throw Postgres.closed(closed, account);
            });
  }

  /// The sentence of what is refused.
  private static Optional<String> said(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.sentence());
    }
  }
}
