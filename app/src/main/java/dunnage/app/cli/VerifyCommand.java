package dunnage.app.cli;

import dunnage.app.evidence.Testimonies;
import dunnage.app.evidence.Testimony;
import dunnage.kernel.evidence.BundleVerifier;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Is this bundle what it says?
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Check that a bundle of documents is unchanged.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage verify claim.asice                          what was checked and what holds%n\
          dunnage verify claim.asice --trust-key maker.pem    signed by the key you were given?%n\
          dunnage verify claim.asice --trust-ca ca.pem        by a certificate you trust?%n\
          dunnage verify claim.asice --json                   the same, for programs%n\
        %nUsage:\s""",
    parameterListHeading = "%n",
    footer = {
      "",
      "Exit codes: 0 all proven, 1 altered or not valid, 2 usage, 4 not found, 5 not a bundle.",
      "With nothing but a Java runtime: java -jar kernel/target/kernel-*.jar verify claim.asice"
    })
final class VerifyCommand implements Task {

  @Parameters(arity = "1", paramLabel = "BUNDLE", description = "The .asice file.")
  String bundle = "";

  @Option(
      names = "--trust-key",
      arity = "1",
      paramLabel = "KEY",
      description = "Public key (PEM file) or its fingerprint (64 digits); may be repeated.")
  List<String> trustKeys = new ArrayList<>();

  @Option(
      names = "--trust-ca",
      arity = "1",
      paramLabel = "FILE",
      description = "Certificate of an authority you trust (PEM or DER); may be repeated.")
  List<String> trustAuthorities = new ArrayList<>();

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    Intake.mustExist(List.of(bundle));
    Path file = Intake.path(bundle);
    if (Files.isDirectory(file)) {
      throw new Stop(
          ExitCode.REFUSED,
          bundle
              + " is a folder. A bundle is one file; unpacked it can no longer be proven whole.");
    }
    Set<Hash> keys = new HashSet<>();
    trustKeys.forEach(k -> keys.add(TrustedKeys.fingerprint(k)));
    Set<X509Certificate> authorities = TrustedKeys.authorities(trustAuthorities);
    Verification verification = verify(file, keys);
    List<Testimony> testimonies = new ArrayList<>();
    if (verification.contents() != null) {
      verification
          .contents()
          .attestations()
          .forEach(a -> testimonies.add(Testimonies.check(a, authorities)));
    }
    VerifyReport report = VerifyReport.of(bundle, verification, testimonies);
    if (json) {
      report.json(terminal);
    } else {
      report.print(terminal);
    }
    return report.exit();
  }

  private Verification verify(Path file, Set<Hash> keys) {
    try (InputStream in = Files.newInputStream(file)) {
      return BundleVerifier.verify(
          (buffer, offset, count) -> {
            try {
              return in.read(buffer, offset, count);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          keys);
    } catch (IOException | UncheckedIOException e) {
      throw new Stop(ExitCode.FAILURE, bundle + " could not be read to its end: " + e.getMessage());
    }
  }
}
