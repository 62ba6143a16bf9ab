package dunnage.app.cli;

import dunnage.kernel.evidence.BundleDraft;
import dunnage.kernel.evidence.Checkpoint;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was bundled, and what to do with it.
///
/// @param carried signature and timestamp in words; empty without
/// @param request where the request for a timestamp authority was written, if asked for
record BundleReport(
    BundleDraft draft,
    Path bundle,
    LocalDate day,
    VerifyingKey key,
    String carried,
    BundleFile.Outcome outcome,
    @Nullable Path request,
    Path documents) {

  void print(Terminal terminal) {
    PrintStream out = terminal.out();
    Checkpoint checkpoint = draft.checkpoint();
    out.println(
        bundle
            + switch (outcome) {
              case WRITTEN -> "";
              case SAME_AS_BEFORE -> ": the same as before";
            });
    String count = Figures.count(Math.toIntExact(checkpoint.size()), "document", "documents");
    out.println("  holds       " + count + ", " + grouped(draft.bytes()) + " bytes");
    out.println("  bundled on  " + day);
    out.println("  root        " + checkpoint.root());
    out.println("  key         " + key.fingerprint());
    if (!carried.isEmpty()) {
      out.println("  carries     " + carried);
    }
    out.println();
    out.println("Tell whoever gets it the key's fingerprint by other means than the bundle.");
    out.println("They check it with: dunnage verify " + bundle.getFileName());
    if (request != null) {
      stamp(request, out);
    }
  }

  private void stamp(Path query, PrintStream out) {
    String name = String.valueOf(query.getFileName());
    String answer = name.replaceAll("\\.tsq$", "") + ".tsr";
    out.println();
    out.println("The request for a timestamp is in " + query + ". Send it, for example with");
    out.println("  curl -H 'Content-Type: application/timestamp-query' \\");
    out.println("    --data-binary @" + name + " -o " + answer + " https://AUTHORITY");
    out.println("and put the answer in, with the flags of this run:");
    out.println(
        "  dunnage bundle "
            + documents.getFileName()
            + " --created "
            + day
            + " --timestamp "
            + answer
            + " --replace");
  }

  void json(Terminal terminal) {
    Checkpoint checkpoint = draft.checkpoint();
    try (Json out = new Json(terminal.out())) {
      out.object().text("bundle", bundle.toString()).date("created", day);
      out.flag("written", outcome == BundleFile.Outcome.WRITTEN);
      out.number("documents", checkpoint.size()).number("bytes", draft.bytes());
      out.text("root", checkpoint.root().hex());
      out.object("checkpoint").text("origin", checkpoint.origin());
      out.number("size", checkpoint.size()).end();
      out.object("key").text("fingerprint", key.fingerprint().hex()).end();
      out.text("timestamp_request", request == null ? null : request.toString()).end();
    }
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
