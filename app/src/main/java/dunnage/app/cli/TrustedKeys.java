package dunnage.app.cli;

import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keys and certificates that the reader says to trust.
final class TrustedKeys {

  private static final int KEY_FILE_BYTES_MOST = 4_096;

  private TrustedKeys() {}

  /// @param written a PEM file, or 64 digits, also with colons or spaces between them
  /// @throws Stop if it is neither
  static Hash fingerprint(String written) {
    String digits = written.replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
    if (digits.matches("[0-9a-f]{64}")) {
      return Hash.hex(digits);
    }
    Intake.mustExist(List.of(written));
    Path file = Intake.path(written);
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(KEY_FILE_BYTES_MOST), StandardCharsets.US_ASCII);
      return VerifyingKey.pem(text).fingerprint();
    } catch (IOException | IllegalArgumentException notOne) {
      throw new Stop(
          ExitCode.USAGE,
          "--trust-key "
              + written
              + " is neither a fingerprint (64 digits) nor an Ed25519 public key in PEM. The maker gets"
              + " it with: openssl pkey -in key.pem -pubout");
    }
  }

  /// @throws Stop if a file holds no certificate
  static Set<X509Certificate> authorities(List<String> files) {
    Intake.mustExist(files);
    Set<X509Certificate> all = new HashSet<>();
    for (String name : files) {
      try (InputStream in = Files.newInputStream(Intake.path(name))) {
        for (java.security.cert.Certificate one :
            CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          all.add((X509Certificate) one);
        }
      } catch (IOException | GeneralSecurityException notOne) {
        throw new Stop(
            ExitCode.USAGE, "--trust-ca " + name + " holds no certificate in PEM or DER.");
      }
    }
    if (!files.isEmpty() && all.isEmpty()) {
      throw new Stop(ExitCode.USAGE, "--trust-ca names a file without a certificate.");
    }
    return all;
  }
}
