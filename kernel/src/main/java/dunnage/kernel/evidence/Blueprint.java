package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every entry of a bundle but its documents, computed from what is free in it: documents, day,
/// key, signatures. Writing and verifying both compute it, so a bundle has one form and no byte of
/// it can change unseen.
final class Blueprint {

  /// Lists, proofs and manifests of that many are held in memory; more belong in several bundles.
  static final int DOCUMENTS_MOST = 20_000;

  static final String MIMETYPE = "mimetype";
  static final String MIMETYPE_CONTENT = "application/vnd.etsi.asic-e+zip";
  static final String BAG_INFO = "bag-info.txt";
  static final String DOCUMENTS = "dunnage/documents.tsv";
  static final String CHECKPOINT = "dunnage/checkpoint.txt";
  static final String KEY = "dunnage/key.pem";
  static final String SEAL = "META-INF/seal.txt";

  /// Covered by the CAdES signature, if there is one.
  static final String SIGNED_MANIFEST = "META-INF/ASiCManifest001.xml";

  /// CAdES, detached, over [#SIGNED_MANIFEST].
  static final String SIGNATURE = "META-INF/signature001.p7s";

  /// Covered by the timestamp, if there is one.
  static final String STAMPED_MANIFEST = "META-INF/ASiCManifest002.xml";

  /// An RFC 3161 token over [#STAMPED_MANIFEST].
  static final String TIMESTAMP = "META-INF/timestamp001.tst";

  private static final int NAME_DIGITS = 16;

  private final LocalDate created;
  private final List<Document> documents;
  private final VerifyingKey key;
  private final MerkleTree tree;

  private Blueprint(LocalDate created, List<Document> documents, VerifyingKey key) {
    this.created = created;
    this.documents = documents;
    this.key = key;
    tree = MerkleTree.of(documents.stream().map(Document::leaf).toList());
  }

  /// @param documents in [PathRule#ORDER]
  /// @throws IllegalArgumentException naming a document that no bundle may hold
  static Blueprint of(LocalDate created, List<Document> documents, VerifyingKey key) {
    DocumentList.check(documents);
    return new Blueprint(created, List.copyOf(documents), key);
  }

  List<Document> documents() {
    return documents;
  }

  MerkleTree tree() {
    return tree;
  }

  /// The tree of one bundle is a log of its own, closed when it is signed: its name holds the
  /// beginning of the key's fingerprint and of the root.
  String origin() {
    return "dunnage-bundle/" + head(key.fingerprint()) + "/" + head(tree.root());
  }

  private static String head(Hash hash) {
    return hash.hex().substring(0, NAME_DIGITS);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(origin(), tree.size(), tree.root());
  }

  /// The files that lists and manifests cover, in order.
  ///
  /// @param checkpointNote the signed checkpoint
  List<Part> tagFiles(String checkpointNote) {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    parts.add(Part.text(BAG_INFO, bagInfo()));
    parts.add(Part.text("manifest-sha256.txt", sums()));
    parts.add(Part.text("dunnage/README.txt", BundleReadme.TEXT));
    parts.add(Part.text(DOCUMENTS, DocumentList.text(documents)));
    parts.add(Part.text("dunnage/proofs.tsv", proofs()));
    parts.add(Part.text(CHECKPOINT, checkpointNote));
    parts.add(Part.text(KEY, key.pem()));
    StringBuilder tags = new StringBuilder();
    parts.forEach(p -> tags.append(Part.sumLine(Hash.of(p.bytes()), p.name())));
    parts.add(Part.text("tagmanifest-sha256.txt", tags.toString()));
    return parts;
  }

  private String bagInfo() {
    long bytes = documents.stream().mapToLong(Document::size).sum();
    return "Bag-Software-Agent: Dunnage\nBagging-Date: "
        + created
        + "\nDunnage-Bundle-Version: 1\nPayload-Oxum: "
        + bytes
        + "."
        + documents.size()
        + "\n";
  }

  private String sums() {
    StringBuilder sums = new StringBuilder();
    documents.forEach(d -> sums.append(Part.sumLine(d.sha256(), d.path())));
    return sums.toString();
  }

  private String proofs() {
    StringBuilder text = new StringBuilder("index\tpath\tproof\n");
    for (int i = 0; i < documents.size(); i++) {
      List<String> path = tree.inclusion(i).path().stream().map(Hash::hex).toList();
      text.append(i).append('\t').append(documents.get(i).path()).append('\t');
      text.append(path.isEmpty() ? "-" : String.join(",", path)).append('\n');
    }
    return text.toString();
  }

  /// What a CAdES signature signs. Without one the manifest names the checkpoint instead.
  Part signedManifest(List<Part> tagFiles, boolean signed) {
    return Part.text(
        SIGNED_MANIFEST,
        AsicManifest.xml(
            signed ? SIGNATURE : CHECKPOINT,
            signed ? "application/pkcs7-signature" : "text/plain",
            tagFiles,
            documents));
  }

  /// What a timestamp stamps.
  Part stampedManifest(List<Part> tagFiles) {
    return Part.text(
        STAMPED_MANIFEST,
        AsicManifest.xml(TIMESTAMP, "application/vnd.etsi.timestamp-token", tagFiles, documents));
  }

  /// Every entry before the seal, in the order of the container.
  List<Part> sealed(List<Part> tagFiles, byte @Nullable [] signature, byte @Nullable [] timestamp) {
    List<Part> parts = new ArrayList<>();
    parts.add(mimetype());
    parts.addAll(tagFiles);
    parts.add(signedManifest(tagFiles, signature != null));
    if (signature != null) {
      parts.add(new Part(SIGNATURE, signature));
    }
    if (timestamp != null) {
      parts.add(stampedManifest(tagFiles));
      parts.add(new Part(TIMESTAMP, timestamp));
    }
    return parts;
  }

  static Part mimetype() {
    return new Part(MIMETYPE, MIMETYPE_CONTENT.getBytes(StandardCharsets.UTF_8));
  }

  String sealName() {
    return origin() + "/seal";
  }

  /// The text of the seal: hashes of all entries before it.
  String sealText(List<Part> sealed) {
    StringBuilder text = new StringBuilder(sealName()).append('\n');
    sealed.forEach(p -> text.append(Part.sumLine(Hash.of(p.bytes()), p.name())));
    return text.toString();
  }
}
