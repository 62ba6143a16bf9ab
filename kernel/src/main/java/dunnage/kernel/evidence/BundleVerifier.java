package dunnage.kernel.evidence;

import dunnage.kernel.evidence.Verification.Contents;
import dunnage.kernel.evidence.Verification.Trust;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Verifies a bundle read once from front to back, in constant memory but for its lists. What is
/// free in a bundle (documents, day, key, signatures) is read; everything else is computed anew and
/// must be equal byte for byte.
public final class BundleVerifier {

  private final ContainerReader reader;
  private final Map<Check, Check.Outcome> checks = new EnumMap<>(Check.class);
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> altered = new LinkedHashSet<>();
  private boolean recognised;
  private @Nullable Contents contents;

  private BundleVerifier(ByteSource source) {
    reader = new ContainerReader(source);
    for (Check check : Check.values()) {
      checks.put(check, Check.Outcome.NOT_REACHED);
    }
  }

  /// @param trusted fingerprints of the keys that are trusted; empty if that is not asked
  public static Verification verify(ByteSource source, Set<Hash> trusted) {
    BundleVerifier verifier = new BundleVerifier(source);
    try {
      verifier.run();
    } catch (Broken broken) {
      verifier.broken(broken.finding());
    }
    return verifier.result(trusted);
  }

  private void run() throws Broken {
    BundleParts parts = BundleParts.recognise(reader);
    recognised = true;
    parts.read(reader);
    Blueprint blueprint = parts.blueprint();
    contents = parts.contents(blueprint);
    outcome(Check.LISTS, lists(parts, blueprint));
    outcome(Check.TREE, tree(blueprint));
    SignedNote checkpoint = parts.note(Blueprint.CHECKPOINT);
    boolean signed =
        checkpoint.lines().size() == 1
            && checkpoint.text().equals(blueprint.checkpoint().text())
            && checkpoint.signedBy(blueprint.origin(), parts.key());
    outcome(Check.CHECKPOINT, signed);
    if (!signed) {
      unsigned(Blueprint.CHECKPOINT);
    }
    SignedNote seal = parts.note(Blueprint.SEAL);
    boolean sealed =
        seal.lines().size() == 1
            && seal.text().equals(blueprint.sealText(parts.sealed()))
            && seal.signedBy(blueprint.sealName(), parts.key());
    outcome(Check.SEAL, sealed);
    if (!sealed) {
      unsigned(Blueprint.SEAL);
    }
    documents(blueprint.documents());
    reader.end();
    outcome(Check.CONTAINER, findings.stream().noneMatch(BundleVerifier::ofForm));
  }

  private boolean lists(BundleParts parts, Blueprint blueprint) throws Broken {
    List<Part> read = parts.sealed();
    List<Part> computed = parts.computed(blueprint);
    boolean same = read.size() == computed.size();
    for (int i = 0; i < Math.min(read.size(), computed.size()); i++) {
      Part one = read.get(i);
      if (!one.name().equals(computed.get(i).name())
          || !Arrays.equals(one.bytes(), computed.get(i).bytes())) {
        same = false;
        String seen = "something else than follows from the documents";
        findings.add(
            Finding.of(
                FindingCode.BUNDLE_RECORD,
                ContainerReader.printable(one.name()),
                seen,
                computed.get(i).name()));
      }
    }
    if (read.size() != computed.size()) {
      throw ContainerReader.form("META-INF", "a file too many or too few", "one manifest each");
    }
    return same;
  }

  /// The proofs in the bundle are those computed here (see [#lists]); that they prove is checked
  /// too.
  private static boolean tree(Blueprint blueprint) {
    MerkleTree tree = blueprint.tree();
    for (int i = 0; i < tree.size(); i++) {
      Hash leaf = blueprint.documents().get(i).leaf();
      if (!tree.inclusion(i).proves(leaf, tree.root())) {
        return false;
      }
    }
    return true;
  }

  private void documents(List<Document> documents) throws Broken {
    for (Document document : documents) {
      ZipForm.Entry entry = reader.next(document.path());
      if (!entry.name().equals(document.path()) || entry.size() != document.size()) {
        String seen = entry.name() + ", " + entry.size() + " bytes";
        throw ContainerReader.form(
            document.path(), seen, document.path() + ", " + document.size() + " bytes");
      }
      Content content = reader.measure(entry);
      if (!content.sha256().equals(document.sha256())) {
        altered.add(document.path());
        findings.add(
            Finding.of(
                FindingCode.BUNDLE_DOCUMENT,
                document.path(),
                "SHA-256 " + content.sha256(),
                document.sha256().hex()));
      } else {
        reader.checkCrc(entry, content);
      }
    }
    outcome(Check.DOCUMENTS, altered.isEmpty());
  }

  private void unsigned(String entry) {
    String seen = "a signature that does not fit its text or the rest of the bundle";
    findings.add(Finding.of(FindingCode.BUNDLE_SIGNATURE, entry, seen, "one that holds"));
  }

  private void outcome(Check check, boolean holds) {
    checks.put(check, holds ? Check.Outcome.HOLDS : Check.Outcome.FAILS);
  }

  private static boolean ofForm(Finding finding) {
    return finding.code() == FindingCode.BUNDLE_FORM;
  }

  private void broken(Finding finding) {
    findings.add(finding);
    if (ofForm(finding)) {
      outcome(Check.CONTAINER, false);
    } else if (finding.code() == FindingCode.BUNDLE_RECORD) {
      outcome(Check.LISTS, false);
    }
    if (!altered.isEmpty()) {
      outcome(Check.DOCUMENTS, false);
    }
  }

  private Verification result(Set<Hash> trusted) {
    Trust trust = Trust.NOT_ASKED;
    if (!trusted.isEmpty() && contents != null) {
      Hash fingerprint = contents.key().fingerprint();
      trust = trusted.contains(fingerprint) ? Trust.TRUSTED : Trust.OTHER;
      if (trust == Trust.OTHER) {
        String expected = trusted.stream().map(Hash::hex).sorted().findFirst().orElse("");
        findings.add(
            Finding.of(FindingCode.BUNDLE_KEY_OTHER, Blueprint.KEY, fingerprint.hex(), expected));
      }
    }
    return new Verification(recognised, contents, trust, checks, altered, findings);
  }
}
