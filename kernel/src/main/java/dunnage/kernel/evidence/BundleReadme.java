package dunnage.kernel.evidence;

/// The note to whoever opens a bundle in twenty years. Its bytes are part of the format: version 1
/// of a bundle carries exactly these.
final class BundleReadme {

  static final String TEXT =
      """
      This is an evidence bundle: documents, and the proof that they are unchanged.

      It is a ZIP file (ETSI EN 319 162-1, ASiC-E) that holds a bag (RFC 8493, BagIt):
        data/                      the documents
        manifest-sha256.txt        the SHA-256 of each document
        dunnage/documents.tsv      what is said of each document, and its leaf hash
        dunnage/proofs.tsv         for each document the proof that it is in the tree
        dunnage/checkpoint.txt     size and root of the tree, signed (Ed25519)
        dunnage/key.pem            the key that verifies the signature
        META-INF/                  manifests, the seal over all files above, and, where
                                   given, a signature (CAdES) and a timestamp (RFC 3161)

      Documents against their list, with nothing but common tools:
        unzip BUNDLE && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

      Everything, with Dunnage or with its kernel and a Java runtime alone:
        dunnage verify BUNDLE
        java -jar kernel.jar verify BUNDLE

      The leaf of a document is SHA-256 of a zero byte and these lines, each ended by a line feed:
        dunnage-document 1
        path PATH
        size BYTES
        sha256 HASH
        type MEDIA TYPE
        modified TIME or -
      A node is SHA-256 of a byte 1, the left hash and the right hash (RFC 9162, section 2.1).

      A valid bundle proves that its documents are those the holder of the key put in. Who that
      is, must be told by other means: compare the fingerprint, SHA-256 of the key in DER form.
      """;

  private BundleReadme() {}
}
