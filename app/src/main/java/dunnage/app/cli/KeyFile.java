package dunnage.app.cli;

import dunnage.kernel.evidence.SigningKey;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// The Ed25519 key that signs bundles: PKCS#8 in PEM, as OpenSSL writes it, readable by its owner
/// only.
final class KeyFile {

  private static final String NAME = "signing-key.pem";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final String HOW =
      " Make one with: openssl genpkey -algorithm ed25519 -out key.pem";

  private KeyFile() {}

  /// The key in the data folder; made when there is none.
  static SigningKey own(Path home, Terminal terminal) {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(home);
        create(file);
        terminal.err().println("A signing key was made: " + file);
        terminal.err().println("Keep a copy in a safe place; who has it can sign in your name.");
      } catch (FileAlreadyExistsException anotherRun) {
        // made at the same moment by another run, which is as good
      } catch (IOException | GeneralSecurityException e) {
        throw new Stop(
            ExitCode.FAILURE,
            "The signing key could not be written to "
                + file
                + " ("
                + e.getMessage()
                + "); choose a place with DUNNAGE_HOME.");
      }
    }
    return read(file, terminal);
  }

  /// Written aside and linked into place, so that no other run sees half a key or loses one.
  private static void create(Path file) throws IOException, GeneralSecurityException {
    PrivateKey secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    String pem =
        BEGIN + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + END + "\n";
    Path folder = java.util.Objects.requireNonNull(file.getParent());
    Path draft = Files.createTempFile(folder, ".signing-key-", ".part"); // 0600 where that exists
    try {
      Files.writeString(draft, pem);
      try {
        Files.createLink(file, draft);
      } catch (UnsupportedOperationException noLinks) {
        Files.move(draft, file);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// @throws Stop if the file holds no Ed25519 private key
  static SigningKey read(Path file, Terminal terminal) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
      int begin = text.indexOf(BEGIN);
      int end = text.indexOf(END);
      if (begin < 0 || end < begin) {
        String kind =
            text.contains("ENCRYPTED PRIVATE KEY") ? "an encrypted key" : "no PKCS#8 PEM key";
        throw new Stop(ExitCode.USAGE, file + " holds " + kind + "." + HOW);
      }
      warnIfOpen(file, terminal);
      byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      return key(der);
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, file + " cannot be read: " + e.getMessage());
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      throw new Stop(ExitCode.USAGE, file + " holds no Ed25519 private key." + HOW);
    }
  }

  private static SigningKey key(byte[] der) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    byte[] seed =
        ((EdECPrivateKey) secret)
            .getBytes()
            .orElseThrow(() -> new GeneralSecurityException("a key without its bytes"));
    byte[] verifying = new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
    return SigningKey.of(secret, VerifyingKey.raw(verifying));
  }

  private static void warnIfOpen(Path file, Terminal terminal) throws IOException {
    try {
      Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      others.removeAll(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));
      if (!others.isEmpty()) {
        terminal.err().println("Others can read the key " + file + "; close it: chmod 600 " + file);
      }
    } catch (UnsupportedOperationException noSuchPermissions) {
      // a file system without owners has nothing to warn of
    }
  }
}
