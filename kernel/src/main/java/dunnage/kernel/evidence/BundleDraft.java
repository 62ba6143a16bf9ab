package dunnage.kernel.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bundle about to be written: documents measured, tree computed, checkpoint signed. The same
/// documents, day and key always give the same bytes.
public final class BundleDraft {

  /// More documents belong in several bundles: their lists and proofs are held in memory.
  public static final int DOCUMENTS_MOST = Blueprint.DOCUMENTS_MOST;

  /// A document whose bytes were read once.
  ///
  /// @param crc32 of its content
  public record Measured(Document document, int crc32) {}

  /// Hands over the bytes of a document a second time.
  public interface Contents {
    void copy(Document document, ByteSink to);
  }

  /// A document was not the same when it was read again.
  public static final class DocumentChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    DocumentChanged(String path) {
      super(path + " changed while it was read", null, false, false);
      this.path = path;
    }

    public String path() {
      return path;
    }
  }

  private final List<Measured> measured;
  private final SigningKey key;
  private final Blueprint blueprint;
  private final List<Part> tagFiles;

  private BundleDraft(List<Measured> measured, SigningKey key, Blueprint blueprint) {
    this.measured = List.copyOf(measured);
    this.key = key;
    this.blueprint = blueprint;
    String checkpoint =
        SignedNote.sign(blueprint.checkpoint().text(), blueprint.origin(), key).written();
    tagFiles = blueprint.tagFiles(checkpoint);
  }

  /// @param created the day the maker says
  /// @param documents in [PathRule#ORDER]
  /// @throws IllegalArgumentException naming a document that no bundle may hold
  public static BundleDraft of(LocalDate created, List<Measured> documents, SigningKey key) {
    List<Document> plain = documents.stream().map(Measured::document).toList();
    return new BundleDraft(documents, key, Blueprint.of(created, plain, key.verifyingKey()));
  }

  public Checkpoint checkpoint() {
    return blueprint.checkpoint();
  }

  /// Size of all documents together.
  public long bytes() {
    return measured.stream().mapToLong(m -> m.document().size()).sum();
  }

  /// What a CAdES signature signs.
  public byte[] toSign() {
    return blueprint.signedManifest(tagFiles, true).bytes();
  }

  /// What an RFC 3161 timestamp stamps; the same with and without a signature.
  public byte[] toStamp() {
    return blueprint.stampedManifest(tagFiles).bytes();
  }

  /// @param signature CAdES, DER, over [#toSign]
  /// @param timestamp RFC 3161 token, DER, over [#toStamp]
  /// @throws DocumentChanged if a document is no longer what was measured; what was written so far
  ///   is worthless
  public void write(
      byte @Nullable [] signature,
      byte @Nullable [] timestamp,
      Contents contents,
      ByteSink container) {
    List<Part> parts = new ArrayList<>(blueprint.sealed(tagFiles, signature, timestamp));
    String seal = SignedNote.sign(blueprint.sealText(parts), blueprint.sealName(), key).written();
    parts.add(Part.text(Blueprint.SEAL, seal));
    List<ZipForm.Entry> entries = new ArrayList<>();
    long offset = 0;
    for (Part part : parts) {
      Content content = Content.of(part.bytes());
      offset = header(part.name(), content.size(), content.crc32(), offset, entries, container);
      container.write(part.bytes());
    }
    for (Measured one : measured) {
      Document document = one.document();
      offset = header(document.path(), document.size(), one.crc32(), offset, entries, container);
      copy(one, contents, container);
    }
    long length = 0;
    for (ZipForm.Entry entry : entries) {
      byte[] central = ZipForm.central(entry);
      container.write(central);
      length += central.length;
    }
    container.write(ZipForm.end(entries.size(), offset, length));
  }

  /// @return where the entry ends
  private static long header(
      String name,
      long size,
      int crc32,
      long offset,
      List<ZipForm.Entry> entries,
      ByteSink container) {
    ZipForm.Entry entry = new ZipForm.Entry(name, size, crc32, offset);
    entries.add(entry);
    container.write(ZipForm.local(entry));
    return entry.end();
  }

  private static void copy(Measured one, Contents contents, ByteSink container) {
    Document document = one.document();
    Content.Meter meter = new Content.Meter();
    contents.copy(
        document,
        (bytes, offset, count) -> {
          meter.add(bytes, offset, count);
          container.write(bytes, offset, count);
        });
    Content expected = new Content(document.size(), document.sha256(), one.crc32());
    if (!meter.content().equals(expected)) {
      throw new DocumentChanged(document.path());
    }
  }
}
