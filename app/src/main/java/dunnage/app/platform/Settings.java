package dunnage.app.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the server was told, by flag, environment or default, and what is wrong with it. Nothing
/// else is read: no file in the current folder, no variable of a framework.
public final class Settings {

  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_BODY_MB = 16;
  private static final int DEFAULT_IMPORT_MB = 512;
  private static final int DEFAULT_POOL = 8;
  private static final int MOST_CONNECTIONS = 40;

  /// Where root's data goes: PostgreSQL runs under another account, which root's own folder is
  /// closed to.
  private static final Path HOME_OF_ROOT = Path.of("/var/lib/dunnage");

  /// One setting as it will be used.
  ///
  /// @param value empty when it is not set
  /// @param source `flag`, `environment` or `default`
  record Setting(SettingName name, String value, String source) {

    /// The value without what is secret.
    String shown() {
      if (value.isEmpty()) {
        return "–";
      }
      return name.secret() ? "(set)" : DatabaseUrl.masked(value);
    }
  }

  private final Map<SettingName, Setting> all = new EnumMap<>(SettingName.class);
  private final List<String> problems = new ArrayList<>();

  private Settings() {}

  /// @param environment variables of the process
  /// @param flags values of `--host`, `--port` and `--any-jdk` that were given, by name
  /// @param root whether the process runs as root
  public static Settings of(
      Map<String, String> environment, Map<String, String> flags, boolean root) {
    Settings settings = new Settings();
    for (SettingName name : SettingName.values()) {
      String flag = flags.getOrDefault(name.flag(), "");
      String set = environment.getOrDefault(name.variable(), "").strip();
      if (!flag.isEmpty()) {
        settings.all.put(name, new Setting(name, flag, "flag"));
      } else if (!set.isEmpty()) {
        settings.all.put(name, new Setting(name, set, "environment"));
      } else {
        settings.all.put(name, new Setting(name, standard(name, environment, root), "default"));
      }
    }
    settings.strangers(environment);
    settings.check();
    return settings;
  }

  private static String standard(SettingName name, Map<String, String> environment, boolean root) {
    return switch (name) {
      case HOME -> (root ? HOME_OF_ROOT : homeOf(environment)).toString();
      case HOST -> DEFAULT_HOST;
      case PORT -> String.valueOf(DEFAULT_PORT);
      case BODY_MB -> String.valueOf(DEFAULT_BODY_MB);
      case IMPORT_MB -> String.valueOf(DEFAULT_IMPORT_MB);
      case DB_POOL -> String.valueOf(DEFAULT_POOL);
      case LOG -> "file";
      case HOSTS,
          DB_URL,
          DB_USER,
          DB_PASSWORD,
          DB_ACCOUNT,
          TODAY,
          ANY_JDK,
          URL,
          TOKEN,
          HEAP,
          JAVA_HOME,
          SIGN_PASSWORD,
          BENCH_DIR,
          TTY,
          TEST_DATA ->
          "";
    };
  }

  /// The place that the XDG base directory specification names.
  private static Path homeOf(Map<String, String> environment) {
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    String user = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    Path folder = shared.isEmpty() ? Path.of(user, ".local", "share") : Path.of(shared);
    return folder.resolve("dunnage").toAbsolutePath();
  }

  private void strangers(Map<String, String> environment) {
    environment.keySet().stream()
        .filter(variable -> variable.startsWith(SettingName.PREFIX))
        .filter(variable -> SettingName.of(variable).isEmpty())
        .sorted()
        .forEach(
            variable ->
                problems.add(
                    variable
                        + " is no setting. Did you mean "
                        + SettingName.nearest(variable)
                        + "?"));
  }

  private void check() {
    number(SettingName.PORT, 0, 65_535, "8080");
    number(SettingName.BODY_MB, 1, 1024, "16");
    number(SettingName.IMPORT_MB, 1, 4096, "512");
    number(SettingName.DB_POOL, 2, MOST_CONNECTIONS, "8");
    try {
      Path ignored = Path.of(value(SettingName.HOME));
    } catch (InvalidPathException wrong) {
      problems.add(SettingName.HOME.variable() + " is no path: " + wrong.getMessage() + ".");
    }
    String log = value(SettingName.LOG);
    if (!log.equals("file") && !log.equals("stderr")) {
      problems.add("DUNNAGE_LOG is " + log + "; write file or stderr.");
    }
    String day = value(SettingName.TODAY);
    if (!day.isEmpty() && day(day) == null) {
      problems.add("DUNNAGE_TODAY is " + day + ", which is no day; write it like 2026-03-31.");
    }
    String url = value(SettingName.DB_URL);
    if (url.isEmpty()) {
      for (SettingName name : List.of(SettingName.DB_USER, SettingName.DB_PASSWORD)) {
        if (!value(name).isEmpty()) {
          problems.add(name.variable() + " is set and DUNNAGE_DB_URL is not; set both or neither.");
        }
      }
    } else {
      DatabaseUrl.problem(url).ifPresent(problems::add);
    }
  }

  private void number(SettingName name, int least, int most, String example) {
    String value = value(name);
    boolean digits = value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (value.isEmpty() || !digits || number(name) < least || number(name) > most) {
      String said = source(name).equals("flag") ? name.flag() : name.variable();
      problems.add(
          "%s is %s; write a number from %d to %d, like %s."
              .formatted(said, value, least, most, example));
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  /// Settings in the order in which they are explained.
  List<Setting> all() {
    return all.values().stream().filter(setting -> !setting.name().internal()).toList();
  }

  /// What is wrong, each a sentence with its remedy.
  List<String> problems() {
    return List.copyOf(problems);
  }

  private String value(SettingName name) {
    return setting(name).value();
  }

  private String source(SettingName name) {
    return setting(name).source();
  }

  private Setting setting(SettingName name) {
    return java.util.Objects.requireNonNull(all.get(name), "every setting has an entry");
  }

  private int number(SettingName name) {
    return Integer.parseInt(value(name));
  }

  /// The folder of the server's data.
  public Path home() {
    return Path.of(value(SettingName.HOME)).toAbsolutePath().normalize();
  }

  boolean homeIsDefault() {
    return source(SettingName.HOME).equals("default");
  }

  String host() {
    return value(SettingName.HOST);
  }

  int port() {
    return number(SettingName.PORT);
  }

  /// Host names to answer to besides those that mean this machine, in lower case.
  List<String> hosts() {
    return java.util.Arrays.stream(value(SettingName.HOSTS).split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  long bodyBytes() {
    return number(SettingName.BODY_MB) * 1_048_576L;
  }

  /// The largest file that can be imported.
  public long importBytes() {
    return number(SettingName.IMPORT_MB) * 1_048_576L;
  }

  int pool() {
    return number(SettingName.DB_POOL);
  }

  boolean logsToStderr() {
    return value(SettingName.LOG).equals("stderr");
  }

  /// The account that runs PostgreSQL, when one was named.
  Optional<String> account() {
    return Optional.of(value(SettingName.DB_ACCOUNT)).filter(name -> !name.isEmpty());
  }

  /// One's own database, if any.
  Optional<DatabaseUrl> database() {
    String url = value(SettingName.DB_URL);
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            DatabaseUrl.of(url, value(SettingName.DB_USER), value(SettingName.DB_PASSWORD)));
  }

  Optional<LocalDate> today() {
    return Optional.ofNullable(day(value(SettingName.TODAY)));
  }

  boolean anyJdk() {
    return !value(SettingName.ANY_JDK).isEmpty();
  }
}
