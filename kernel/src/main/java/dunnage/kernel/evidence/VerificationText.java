package dunnage.kernel.evidence;

import dunnage.kernel.evidence.Verification.Contents;
import dunnage.kernel.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A verification as a page for someone who has never heard of Dunnage: what was checked, what
/// holds, who signed, and what is not claimed.
public final class VerificationText {

  private static final int DOCUMENTS_SHOWN = 50;
  private static final int FINDINGS_SHOWN = 20;

  /// What was found out about a signature or timestamp from outside.
  ///
  /// @param outcome like `holds` or `present, not checked here`
  public record AttestationLine(Attestation.Kind kind, String outcome, String words) {}

  private final List<String> lines = new ArrayList<>();

  private VerificationText() {}

  /// @param file name of the bundle as the reader gave it
  /// @param attestations one line for each of the bundle's attestations
  public static List<String> of(
      String file, Verification verification, List<AttestationLine> attestations) {
    VerificationText text = new VerificationText();
    text.write(file, verification, attestations);
    return text.lines;
  }

  /// What can be said without a library for them.
  public static List<AttestationLine> unchecked(Verification verification) {
    Contents contents = verification.contents();
    return contents == null
        ? List.of()
        : contents.attestations().stream()
            .map(
                a ->
                    new AttestationLine(
                        a.kind(),
                        "present, not checked here",
                        "dunnage verify checks what the " + a.kind().standard() + " token says"))
            .toList();
  }

  private void write(String file, Verification verification, List<AttestationLine> attestations) {
    if (!verification.recognised()) {
      add("NOT A BUNDLE: nothing can be said about this file.");
    } else if (verification.valid()) {
      add("VALID: the documents are those that were bundled.");
    } else {
      add("NOT VALID: do not rely on this file.");
    }
    add("  file        " + file);
    Contents contents = verification.contents();
    if (contents != null) {
      summary(contents);
    }
    findings(verification.findings());
    if (verification.recognised()) {
      checks(verification, attestations);
    }
    if (contents != null && verification.valid()) {
      documents(contents.documents());
      signer(verification, contents);
    }
    if (verification.recognised()) {
      limits(verification, contents != null && !contents.attestations().isEmpty());
    }
  }

  private void summary(Contents contents) {
    int count = contents.documents().size();
    String documents = count + (count == 1 ? " document, " : " documents, ");
    add("  holds       " + documents + grouped(contents.bytes()) + " bytes");
    add("  bundled on  " + contents.created() + ", by its maker's own word");
    add("  root        " + contents.checkpoint().root().hex());
    add("  checkpoint  " + contents.checkpoint().origin() + ", size " + count);
    add("  key         " + contents.key().fingerprint().hex());
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    head("WHAT IS WRONG");
    for (Finding finding : findings.subList(0, Math.min(FINDINGS_SHOWN, findings.size()))) {
      add("  " + finding.code().code() + ": " + finding.code().meaning());
      if (!finding.file().isEmpty()) {
        add("    in        " + finding.file());
      }
      add("    seen      " + finding.seen());
      add("    expected  " + finding.expected());
      add("    → " + finding.remedy());
    }
    if (findings.size() > FINDINGS_SHOWN) {
      add("  and " + (findings.size() - FINDINGS_SHOWN) + " more");
    }
  }

  private void checks(Verification verification, List<AttestationLine> attestations) {
    head("WHAT WAS CHECKED");
    verification.checks().forEach((check, outcome) -> row(check.word(), outcome.word()));
    row(
        "trust",
        switch (verification.trust()) {
          case TRUSTED -> "holds: the key is one you trust";
          case OTHER -> "FAILS: the key is not one you trust";
          case NOT_ASKED -> "not asked (--trust-key)";
        });
    for (AttestationLine line : attestations) {
      row(line.kind().word(), line.outcome());
      add("              " + line.words());
    }
    head("WHAT EACH CHECK MEANS");
    for (Check check : Check.values()) {
      row(check.word(), check.claim());
    }
  }

  private void row(String word, String rest) {
    add("  " + word + " ".repeat(Math.max(1, 12 - word.length())) + rest);
  }

  private void documents(List<Document> documents) {
    head("DOCUMENTS");
    int shown = Math.min(DOCUMENTS_SHOWN, documents.size());
    for (int i = 0; i < shown; i++) {
      Document document = documents.get(i);
      String size = grouped(document.size()) + (document.size() == 1 ? " byte" : " bytes");
      String path = document.path().substring(Document.FOLDER.length());
      add("  " + i + "  " + path + ", " + size + ", " + document.mediaType());
      add("     SHA-256 " + document.sha256().hex());
    }
    if (shown < documents.size()) {
      add("  and " + (documents.size() - shown) + " more, listed in dunnage/documents.tsv");
    }
  }

  private void signer(Verification verification, Contents contents) {
    head("WHO SIGNED");
    add("  The holder of the key with the SHA-256 fingerprint");
    add("    " + contents.key().fingerprint().hex());
    switch (verification.trust()) {
      case TRUSTED -> add("  This is the key you said you trust.");
      case NOT_ASKED, OTHER -> {
        add(
            "  This check cannot tie that key to a person. Ask the maker for the fingerprint by other");
        add(
            "  means, such as by telephone, compare, and check again with --trust-key FINGERPRINT.");
      }
    }
  }

  private void limits(Verification verification, boolean attested) {
    head("WHAT IS NOT CLAIMED");
    if (!verification.valid()) {
      add("  Anything, as long as something above is wrong.");
      return;
    }
    add("  That what the documents say is true, or that no document was left out before.");
    add("  Who holds the key, unless you compared its fingerprint.");
    add(
        attested
            ? "  When the bundle was made, beyond what a timestamp above is shown to prove."
            : "  When the bundle was made: it carries no timestamp, only its maker's word.");
  }

  private void head(String words) {
    add("");
    add(words);
  }

  private void add(String line) {
    lines.add(line);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
