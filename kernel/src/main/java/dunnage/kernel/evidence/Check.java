package dunnage.kernel.evidence;

import java.util.Locale;

/// What verification looks at, in this order. A bundle is valid when all hold.
public enum Check {
  CONTAINER(
      "every byte of the file is as a bundle is written; nothing is hidden, added or missing"),
  LISTS("the lists and manifests say the same of every document"),
  TREE("each document is proven to be in the tree, at its place"),
  CHECKPOINT("size and root of the tree are signed with the key (Ed25519)"),
  SEAL("every other file in the bundle is signed with the same key (Ed25519)"),
  DOCUMENTS("each document has the size and SHA-256 that were bundled");

  private final String claim;

  Check(String claim) {
    this.claim = claim;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is so when it holds.
  public String claim() {
    return claim;
  }

  /// How a check ended.
  public enum Outcome {
    HOLDS("holds"),
    FAILS("FAILS"),
    NOT_REACHED("not reached");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
