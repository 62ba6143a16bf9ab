package dunnage.app.cli;

/// Ends a command with a sentence for the user; no stack is kept since it is no bug.
final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  /// @param sentence what happened and what to do, for stderr
  Stop(ExitCode exit, String sentence) {
    super(sentence, null, false, false);
    this.exit = exit;
  }

  ExitCode exit() {
    return exit;
  }
}
