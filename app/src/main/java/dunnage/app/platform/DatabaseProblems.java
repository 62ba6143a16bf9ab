package dunnage.app.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/// What the database says that is no bug of ours, by its SQLSTATE.
final class DatabaseProblems {

  private DatabaseProblems() {}

  /// The answer, or null if it is a bug.
  static @Nullable Problem of(DataAccessException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql.getSQLState());
      }
    }
    return failed instanceof org.springframework.dao.DataAccessResourceFailureException
        ? away()
        : null;
  }

  private static @Nullable Problem of(String state) {
    return switch (state) {
      case "53100", "53200" ->
          new Problem(
              HttpStatus.INSUFFICIENT_STORAGE,
              "storage_full",
              "The database has no room left. Nothing was recorded; make room and ask again.");
      case "40001", "40P01", "55P03" ->
          Problem.conflict(
              "busy", "Others were changing the same. Nothing was recorded; ask again.");
      default ->
          state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
              ? away()
              : null;
    };
  }

  private static Problem away() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database_unavailable",
        "The database does not answer. Whether this was recorded is not known; "
            + "ask again with the same Idempotency-Key.");
  }
}
