package dunnage.app.cli;

import dunnage.app.evidence.Testimony;
import dunnage.kernel.evidence.Attestation;
import dunnage.kernel.evidence.Check;
import dunnage.kernel.evidence.Document;
import dunnage.kernel.evidence.Verification;
import dunnage.kernel.evidence.Verification.Contents;
import dunnage.kernel.evidence.VerificationText;
import dunnage.kernel.evidence.VerificationText.AttestationLine;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What verifying found, the kernel's part and that of signatures and timestamps together.
record VerifyReport(String file, Verification verification, List<Testimony> testimonies) {

  /// Spaces, and a word that is set apart from what follows.
  private static final Pattern LABEL = Pattern.compile("^ *(?:\\S+ {2,})?");

  static VerifyReport of(String file, Verification kernel, List<Testimony> testimonies) {
    List<Finding> findings = new ArrayList<>(kernel.findings());
    for (Testimony testimony : testimonies) {
      if (!testimony.holds()) {
        FindingCode code =
            switch (testimony.kind()) {
              case CADES_SIGNATURE -> FindingCode.BUNDLE_SIGNATURE;
              case RFC3161_TIMESTAMP -> FindingCode.BUNDLE_TIMESTAMP;
            };
        String place = testimony.kind().standard() + " " + testimony.kind().word();
        findings.add(Finding.of(code, place, testimony.words(), "one that holds"));
      }
    }
    Verification all =
        new Verification(
            kernel.recognised(),
            kernel.contents(),
            kernel.trust(),
            kernel.checks(),
            kernel.altered(),
            findings);
    return new VerifyReport(file, all, List.copyOf(testimonies));
  }

  ExitCode exit() {
    if (!verification.recognised()) {
      return ExitCode.REFUSED;
    }
    return verification.valid() ? ExitCode.OK : ExitCode.FAILURE;
  }

  void print(Terminal terminal) {
    List<AttestationLine> lines =
        testimonies.stream()
            .map(t -> new AttestationLine(t.kind(), outcome(t).word(), t.words()))
            .toList();
    VerificationText.of(file, verification, lines).forEach(line -> wrapped(line, terminal));
  }

  /// Continues a long line below its words, not below its label.
  private static void wrapped(String line, Terminal terminal) {
    Matcher parts = LABEL.matcher(line);
    String label = parts.find() ? parts.group() : "";
    String rest = line.substring(label.length());
    if (rest.isEmpty() || DisplayWidth.of(line) <= terminal.columns()) {
      terminal.out().println(line);
      return;
    }
    String indent = label;
    for (String text : DisplayWidth.wrap(rest, terminal.columns() - label.length())) {
      terminal.out().println(indent + text);
      indent = " ".repeat(label.length());
    }
  }

  private static Check.Outcome outcome(Testimony testimony) {
    return testimony.holds() ? Check.Outcome.HOLDS : Check.Outcome.FAILS;
  }

  void json(Terminal terminal) {
    try (Json out = new Json(terminal.out())) {
      out.object().text("bundle", file).flag("valid", verification.valid());
      out.flag("recognised", verification.recognised());
      Contents contents = verification.contents();
      out.date("created", contents == null ? null : contents.created());
      out.text("root", contents == null ? null : contents.checkpoint().root().hex());
      if (contents == null) {
        out.text("checkpoint", null).text("key", null);
      } else {
        out.object("checkpoint").text("origin", contents.checkpoint().origin());
        out.number("size", contents.checkpoint().size()).text("note", contents.note()).end();
        out.object("key").text("fingerprint", contents.key().fingerprint().hex());
        out.text("trust", verification.trust().name().toLowerCase(Locale.ROOT)).end();
      }
      out.object("checks");
      verification
          .checks()
          .forEach((c, o) -> out.text(c.word(), o.word().toLowerCase(Locale.ROOT)));
      out.end();
      documents(contents, out);
      attestations(contents, out);
      out.findings(verification.findings()).end();
    }
  }

  private void documents(@Nullable Contents contents, Json out) {
    out.list("documents");
    int index = 0;
    for (Document document : contents == null ? List.<Document>of() : contents.documents()) {
      out.element().number("index", index++).text("path", document.path());
      out.number("size", document.size()).text("sha256", document.sha256().hex());
      out.text("media_type", document.mediaType());
      out.text("modified", document.modified() == null ? null : document.modified().toString());
      out.flag("altered", verification.altered().contains(document.path())).end();
    }
    out.endList();
  }

  private void attestations(@Nullable Contents contents, Json out) {
    out.list("attestations");
    for (int i = 0; contents != null && i < testimonies.size(); i++) {
      Testimony testimony = testimonies.get(i);
      Attestation.Kind kind = testimony.kind();
      out.element().text("kind", kind.word()).text("standard", kind.standard());
      out.flag("holds", testimony.holds()).text("by", testimony.by());
      out.text("time", testimony.time() == null ? null : testimony.time().toString());
      out.text("says", testimony.words()).end();
    }
    out.endList();
  }
}
