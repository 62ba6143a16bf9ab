package dunnage.app.evidence;

import dunnage.kernel.evidence.SigningKey;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// An Ed25519 private key in a file: PKCS#8 in PEM, as OpenSSL writes it, readable by its owner
/// only.
public final class KeyPem {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private KeyPem() {}

  /// Makes a key. Written aside, flushed and linked into place, so that no other run sees half a
  /// key or loses one.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is such a file
  public static void create(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(folder, ".key-", ".part"); // 0600 where that exists
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(fresh().getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          int ignored = out.write(bytes);
        }
        out.force(true);
      }
      try {
        Files.createLink(file, draft);
      } catch (UnsupportedOperationException noLinks) {
        Files.move(draft, file);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String fresh() {
    try {
      PrivateKey secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
      String body = Base64.getEncoder().encodeToString(secret.getEncoded());
      return BEGIN + "\n" + body + "\n" + END + "\n";
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// The key in a file.
  ///
  /// @throws IllegalArgumentException if it holds something else; the message says what, like `an
  ///   encrypted key`
  public static SigningKey read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          text.contains("ENCRYPTED PRIVATE KEY") ? "an encrypted key" : "no PKCS#8 PEM key");
    }
    try {
      return key(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
    } catch (GeneralSecurityException | IllegalArgumentException notOne) {
      throw new IllegalArgumentException("no Ed25519 private key", notOne);
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
}
