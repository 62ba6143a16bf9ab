package dunnage.app.cli;

import dunnage.app.evidence.KeyPem;
import dunnage.kernel.evidence.SigningKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// The Ed25519 key that signs bundles, see [KeyPem].
final class KeyFile {

  private static final String NAME = "signing-key.pem";
  private static final String HOW =
      " Make one with: openssl genpkey -algorithm ed25519 -out key.pem";

  private KeyFile() {}

  /// The key in the data folder; made when there is none.
  static SigningKey own(Path home, Terminal terminal) {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(home);
        KeyPem.create(file);
        terminal.err().println("A signing key was made: " + file);
        terminal.err().println("Keep a copy in a safe place; who has it can sign in your name.");
      } catch (FileAlreadyExistsException anotherRun) {
        // made at the same moment by another run, which is as good
      } catch (IOException e) {
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

  /// @throws Stop if the file holds no Ed25519 private key
  static SigningKey read(Path file, Terminal terminal) {
    try {
      SigningKey key = KeyPem.read(file);
      warnIfOpen(file, terminal);
      return key;
    } catch (IOException e) {
      throw new Stop(ExitCode.FAILURE, file + " cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException notOne) {
      throw new Stop(ExitCode.USAGE, file + " holds " + notOne.getMessage() + "." + HOW);
    }
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
