package dunnage.app.evidence;

import dunnage.app.platform.Problem;
import dunnage.kernel.evidence.DamagedTile;
import org.springframework.http.HttpStatus;

/// What is kept of a log does not fit together: something changed it from outside. Nothing is put
/// on top of it, and no proof is given that would not prove.
final class DamagedLog extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedLog(String sentence) {
    super(sentence);
  }

  DamagedLog(DamagedTile tile) {
    super(tile.getMessage(), tile);
  }

  /// As a request is told.
  Problem problem() {
    return new Problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "evidence_damaged",
        "The evidence log is damaged. " + getMessage());
  }
}
