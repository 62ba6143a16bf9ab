package dunnage.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who runs PostgreSQL. It refuses to run as root, so under root it runs as another account: by
/// `setpriv`, else `runuser`, both of which work where user namespaces are forbidden. Otherwise it
/// runs as we do.
final class Account {

  private static final Duration SHORT = Duration.ofSeconds(10);

  /// Tried in this order. `nobody` is everywhere, and shared with whoever else falls back to it.
  private static final List<String> CANDIDATES = List.of("dunnage", "postgres", "nobody");

  private final @Nullable String name;
  private final List<String> prefix;

  private Account(@Nullable String name, List<String> prefix) {
    this.name = name;
    this.prefix = List.copyOf(prefix);
  }

  /// Whether this process is root's. By the owner of its own entry in `/proc`, else by the user's
  /// name.
  static boolean weAreRoot() {
    try {
      Path self = Path.of("/proc/self");
      if (Files.exists(self)) {
        return Integer.valueOf(0).equals(Files.getAttribute(self.toRealPath(), "unix:uid"));
      }
    } catch (IOException | UnsupportedOperationException noProc) {
      return "root".equals(System.getProperty("user.name"));
    }
    return "root".equals(System.getProperty("user.name"));
  }

  /// @param wanted the account that was named, if any
  static Account choose(Optional<String> wanted) {
    return weAreRoot() ? underRoot(wanted, List.of("setpriv", "runuser")) : ourselves(wanted);
  }

  private static Account ourselves(Optional<String> wanted) {
    wanted.ifPresent(
        name -> {
          throw Refusal.setting(
              "DUNNAGE_DB_ACCOUNT is "
                  + name
                  + ", and only root can run PostgreSQL as another account. Leave it out.");
        });
    return new Account(null, List.of());
  }

  /// @param tools programs that change the account, best first
  static Account underRoot(Optional<String> wanted, List<String> tools) {
    String name =
        wanted.orElseGet(
            () ->
                CANDIDATES.stream()
                    .filter(candidate -> groupOf(candidate).isPresent())
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.failure(
                                "PostgreSQL does not run as root, and there is no account dunnage, postgres or nobody. Make one: useradd --system dunnage")));
    String group =
        groupOf(name)
            .orElseThrow(
                () ->
                    Refusal.setting(
                        "There is no account "
                            + name
                            + ". Make it (useradd --system "
                            + name
                            + ") or name another with DUNNAGE_DB_ACCOUNT."));
    for (String tool : tools) {
      Optional<Path> found = Shell.find(tool);
      if (found.isPresent()) {
        return new Account(name, command(tool, found.get().toString(), name, group));
      }
    }
    throw Refusal.failure(
        "PostgreSQL does not run as root, and neither setpriv nor runuser is here to run it as "
            + name
            + ". Install util-linux, or start Dunnage as another user.");
  }

  private static List<String> command(String tool, String path, String name, String group) {
    return tool.equals("setpriv")
        ? List.of(
            path,
            "--reuid=" + name,
            "--regid=" + group,
            "--clear-groups",
            "--inh-caps=-all",
            "--no-new-privs")
        : List.of(path, "-u", name, "--");
  }

  private static Optional<String> groupOf(String name) {
    Optional<Path> id = Shell.find("id");
    if (id.isEmpty() || name.startsWith("-")) {
      return Optional.empty();
    }
    Shell.Ended ended = Shell.run(Path.of("/"), SHORT, List.of(id.get().toString(), "-g", name));
    return ended.ok() ? Optional.of(ended.output().strip()) : Optional.empty();
  }

  /// The account's name, or empty when it is our own.
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /// A command as this account runs it.
  List<String> as(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /// Hands a file or folder over to the account, itself and not what is in it.
  void own(Path path) throws IOException {
    if (name == null) {
      return;
    }
    var principals = path.getFileSystem().getUserPrincipalLookupService();
    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setOwner(principals.lookupPrincipalByName(name));
  }

  /// The topmost folder on the way to `path` that the account may not enter, if any.
  Optional<Path> closedOnTheWayTo(Path path) {
    if (name == null || mayEnter(path)) {
      return Optional.empty();
    }
    Path way = path.getRoot();
    for (Path step : path) {
      way = way.resolve(step);
      if (Files.isDirectory(way) && !mayEnter(way)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  private boolean mayEnter(Path folder) {
    String test = Shell.find("test").map(Path::toString).orElse("test");
    return Shell.run(Path.of("/"), SHORT, as(List.of(test, "-x", folder.toString()))).ok();
  }
}
