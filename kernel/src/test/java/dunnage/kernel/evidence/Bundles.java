package dunnage.kernel.evidence;

import dunnage.kernel.evidence.BundleDraft.Measured;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Small bundles in memory.
final class Bundles {

  static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private Bundles() {}

  /// The folder of the byte fixture.
  static Map<String, byte[]> folder() {
    Map<String, byte[]> files = new TreeMap<>(PathRule.ORDER);
    files.put("contract.txt", utf8("Payment within 60 days of the bill of lading.\n"));
    files.put("empty.txt", new byte[0]);
    files.put("invoices/2026-017.txt", utf8("Invoice 2026-017\nEUR 3089.00\n"));
    files.put("发票.txt", utf8("发票 2026-017\n"));
    return files;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<Measured> measured(Map<String, byte[]> files) {
    List<Measured> all = new ArrayList<>();
    files.forEach(
        (path, bytes) -> {
          Content content = Content.of(bytes);
          all.add(
              new Measured(
                  new Document(
                      "data/" + path, content.size(), content.sha256(), "text/plain", null),
                  content.crc32()));
        });
    return all;
  }

  static byte[] of(Map<String, byte[]> files, SigningKey key) {
    return of(files, key, null, null);
  }

  static byte[] of(Map<String, byte[]> files, SigningKey key, byte[] signature, byte[] timestamp) {
    ByteArrayOutputStream container = new ByteArrayOutputStream();
    BundleDraft.of(DAY, measured(files), key)
        .write(
            signature,
            timestamp,
            (document, to) ->
                to.write(files.get(document.path().substring(Document.FOLDER.length()))),
            container::write);
    return container.toByteArray();
  }

  static Verification verify(byte[] bundle) {
    return verify(bundle, Set.of());
  }

  static Verification verify(byte[] bundle, Set<Hash> trusted) {
    int[] at = {0};
    return BundleVerifier.verify(
        (buffer, offset, count) -> {
          int got = Math.min(count, bundle.length - at[0]);
          System.arraycopy(bundle, at[0], buffer, offset, Math.max(0, got));
          at[0] += got;
          return got == 0 && count > 0 ? -1 : got;
        },
        trusted);
  }
}
