package dunnage.kernel.evidence;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `java -jar kernel.jar verify BUNDLE`: verifies with nothing but a JDK. The one class of the
/// kernel that reads a file and prints; whoever doubts a bundle should need as little as possible.
public final class Verify {

  private static final int VALID = 0;
  private static final int NOT_VALID = 1;
  private static final int USAGE = 2;
  private static final int NOT_FOUND = 4;
  private static final int REFUSED = 5;

  private static final String HOW =
      """
      Usage: java -jar kernel.jar verify BUNDLE [--trust-key FINGERPRINT]

        java -jar kernel.jar verify claim.asice
        java -jar kernel.jar verify claim.asice --trust-key 3f7a… (64 digits)

      Exit codes: 0 all proven, 1 altered or not valid, 2 usage, 4 not found, 5 not a bundle.""";

  private Verify() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /// @return the exit code
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    boolean plain = arguments.size() == 2;
    boolean trusting = arguments.size() == 4 && arguments.get(2).equals("--trust-key");
    if (!plain && !trusting || !arguments.getFirst().equals("verify")) {
      err.println(HOW);
      return USAGE;
    }
    Set<Hash> trusted = new HashSet<>();
    if (trusting) {
      try {
        trusted.add(Hash.hex(arguments.get(3)));
      } catch (IllegalArgumentException notOne) {
        err.println("A fingerprint is 64 digits of 0 to 9 and a to f, not " + arguments.get(3));
        return USAGE;
      }
    }
    return verify(arguments.get(1), trusted, out, err);
  }

  private static int verify(String file, Set<Hash> trusted, PrintStream out, PrintStream err) {
    InputStream in;
    try {
      in = new FileInputStream(file);
    } catch (IOException missing) {
      err.println("There is no file " + file + " that can be read: " + missing.getMessage());
      return NOT_FOUND;
    }
    Verification verification;
    try (in) {
      verification = BundleVerifier.verify((b, o, n) -> read(in, b, o, n), trusted);
    } catch (IOException | UncheckedIOException e) {
      err.println(file + " could not be read to its end: " + e.getMessage());
      return NOT_VALID;
    }
    VerificationText.of(file, verification, VerificationText.unchecked(verification))
        .forEach(out::println);
    if (!verification.recognised()) {
      return REFUSED;
    }
    return verification.valid() ? VALID : NOT_VALID;
  }

  private static int read(InputStream in, byte[] buffer, int offset, int count) {
    try {
      return in.read(buffer, offset, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
