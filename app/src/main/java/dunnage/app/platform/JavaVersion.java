package dunnage.app.platform;

import java.util.Optional;

/// Java 25 before 25.0.3 can corrupt memory under load (JDK-8377811, G1 and pinned objects).
final class JavaVersion {

  private static final Runtime.Version SOUND = Runtime.Version.parse("25.0.3");

  private JavaVersion() {}

  /// What is wrong with that Java, if anything.
  static Optional<String> problem(Runtime.Version version) {
    if (version.compareToIgnoreOptional(SOUND) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "This is Java "
            + version
            + "; before 25.0.3 Java can corrupt memory under load (JDK-8377811). Update it, or name another with DUNNAGE_JAVA_HOME.");
  }
}
