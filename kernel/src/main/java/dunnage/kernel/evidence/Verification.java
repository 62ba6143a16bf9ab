package dunnage.kernel.evidence;

import dunnage.kernel.findings.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What verifying a bundle found.
///
/// @param recognised whether it is a bundle at all, in a version that is known
/// @param contents what the bundle says of itself, as far as it could be read; true only if valid
/// @param trust whether its key is one the reader trusts
/// @param altered paths of documents that are not those that were bundled
/// @param findings what is wrong, in the order it was met
public record Verification(
    boolean recognised,
    @Nullable Contents contents,
    Trust trust,
    Map<Check, Check.Outcome> checks,
    Set<String> altered,
    List<Finding> findings) {

  /// @param created the day the maker says
  /// @param note the signed checkpoint as it stands in the bundle
  public record Contents(
      LocalDate created,
      VerifyingKey key,
      List<Document> documents,
      Checkpoint checkpoint,
      String note,
      List<Attestation> attestations) {

    public long bytes() {
      return documents.stream().mapToLong(Document::size).sum();
    }
  }

  /// Whether the key of the bundle is one that the reader named.
  public enum Trust {
    NOT_ASKED,
    TRUSTED,
    OTHER
  }

  public Verification {
    altered = Set.copyOf(altered);
    findings = List.copyOf(findings);
  }

  /// Whether every check holds and nothing is wrong.
  public boolean valid() {
    return recognised
        && contents != null
        && findings.isEmpty()
        && trust != Trust.OTHER
        && checks.values().stream().allMatch(o -> o == Check.Outcome.HOLDS);
  }
}
