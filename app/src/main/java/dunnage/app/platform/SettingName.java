package dunnage.app.platform;

import java.util.Arrays;
import java.util.Optional;

/// Every setting there is: an environment variable, and for some a flag that wins over it.
enum SettingName {
  HOME("DUNNAGE_HOME", "", "folder of the server's data"),
  HOST("DUNNAGE_HOST", "--host", "address to listen on"),
  PORT("DUNNAGE_PORT", "--port", "port to listen on; 0 takes a free one"),
  HOSTS("DUNNAGE_HOSTS", "", "further host names to answer to, separated by commas"),
  BODY_MB("DUNNAGE_BODY_MB", "", "largest request in megabytes"),
  IMPORT_MB("DUNNAGE_IMPORT_MB", "", "largest file to import in megabytes"),
  DB_URL("DUNNAGE_DB_URL", "", "one's own PostgreSQL 15 or later"),
  DB_USER("DUNNAGE_DB_USER", "", "its user, unless the URL names one"),
  DB_PASSWORD("DUNNAGE_DB_PASSWORD", "", "its password, unless the URL holds one"),
  DB_POOL("DUNNAGE_DB_POOL", "", "connections to the database"),
  DB_ACCOUNT("DUNNAGE_DB_ACCOUNT", "", "account that runs PostgreSQL when root starts Dunnage"),
  LOG("DUNNAGE_LOG", "", "file or stderr: where the JSON log goes"),
  TODAY("DUNNAGE_TODAY", "", "the day the clock shows, like 2026-03-31"),
  ANY_JDK("DUNNAGE_ANY_JDK", "--any-jdk", "start on a JDK older than 25.0.3 all the same"),
  URL("DUNNAGE_URL", "", "the server that commands ask, like https://desk.example"),
  TOKEN("DUNNAGE_TOKEN", "", "the token they show it"),
  HEAP("DUNNAGE_HEAP", "", "memory for Java, like 2g (read by the launcher)"),
  JAVA_HOME("DUNNAGE_JAVA_HOME", "", "which JDK to use (read by the launcher)"),
  SIGN_PASSWORD(
      "DUNNAGE_SIGN_PASSWORD", "", "password of the signing key (read by other commands)"),
  BENCH_DIR("DUNNAGE_BENCH_DIR", "", "where benchmarks write"),
  TTY("DUNNAGE_TTY", "", "1 when a person is watching (set by the launcher)"),
  TEST_DATA("DUNNAGE_TEST_DATA", "", "folder of real files for the checks of the sources");

  static final String PREFIX = "DUNNAGE_";

  private final String variable;
  private final String flag;
  private final String meaning;

  SettingName(String variable, String flag, String meaning) {
    this.variable = variable;
    this.flag = flag;
    this.meaning = meaning;
  }

  String variable() {
    return variable;
  }

  /// The flag of `serve`, or empty.
  String flag() {
    return flag;
  }

  String meaning() {
    return meaning;
  }

  /// Whether it is one for the launcher or for work on the sources.
  boolean internal() {
    return this == TTY || this == TEST_DATA || this == BENCH_DIR;
  }

  /// Whether its value is never shown.
  boolean secret() {
    return this == DB_PASSWORD || this == TOKEN || this == SIGN_PASSWORD;
  }

  static Optional<SettingName> of(String variable) {
    return Arrays.stream(values()).filter(name -> name.variable.equals(variable)).findFirst();
  }

  /// The variable most like `wrong`, for a misspelt one.
  static String nearest(String wrong) {
    return Arrays.stream(values())
        .filter(name -> !name.internal())
        .map(SettingName::variable)
        .min(java.util.Comparator.comparingInt(name -> distance(name, wrong)))
        .orElseThrow();
  }

  /// Levenshtein.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replace = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
