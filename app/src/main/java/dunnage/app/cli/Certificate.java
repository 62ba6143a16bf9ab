package dunnage.app.cli;

import dunnage.app.evidence.CadesSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A certificate with its key, in a PKCS#12 file.
final class Certificate {

  private static final String PASSWORD = "DUNNAGE_SIGN_PASSWORD";

  private Certificate() {}

  /// Signs with the first key in the file; the password comes from the environment, where other
  /// users cannot read it, never from the command line.
  ///
  /// @param day the day the signer states
  /// @throws Stop if the file or its password does not serve
  static byte[] sign(Path file, byte[] covered, LocalDate day, Map<String, String> environment) {
    char[] password = environment.getOrDefault(PASSWORD, "").toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          List<X509Certificate> chain = new ArrayList<>();
          Arrays.stream(store.getCertificateChain(alias))
              .forEach(c -> chain.add((X509Certificate) c));
          return CadesSignature.sign(covered, key, chain, stated(chain.getFirst(), day, file));
        }
      }
      throw new Stop(ExitCode.USAGE, file + " holds no private key; give a .p12 with one.");
    } catch (IOException | GeneralSecurityException | ClassCastException e) {
      throw new Stop(
          ExitCode.USAGE,
          file
              + " cannot sign: "
              + e.getMessage()
              + ". It must be a PKCS#12 file; its password goes into "
              + PASSWORD
              + ".");
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  /// The first moment of the day, in UTC, at which the certificate is valid: the clock is not
  /// asked, so that the same day gives the same signature.
  private static Instant stated(X509Certificate certificate, LocalDate day, Path file) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant stated = from.isAfter(start) ? from : start;
    if (!stated.isBefore(start.plus(1, ChronoUnit.DAYS))
        || stated.isAfter(certificate.getNotAfter().toInstant())) {
      throw new Stop(
          ExitCode.USAGE,
          "The certificate in "
              + file
              + " is not valid on "
              + day
              + ", but from "
              + from
              + " to "
              + certificate.getNotAfter().toInstant()
              + ".");
    }
    return stated;
  }
}
