package dunnage.app.cli;

/// How a command ended, for scripts.
enum ExitCode {
  OK(0, "ok", "Everything given was read and counts."),
  FAILURE(
      1,
      "failure",
      "Nothing could be read, the result could not be written, a bundle is altered, or the server could not start or does not answer."),
  USAGE(
      2, "usage", "The command was not understood, or a file asks a question that a flag answers."),
  PARTIAL(3, "partial", "Done, with rows, files or days left out; each of them is named."),
  NOT_FOUND(
      4,
      "not found",
      "A file that was named does not exist and nothing was assessed, or the server has no such thing."),
  REFUSED(
      5,
      "refused",
      "A safety limit refused the input (hostile XML, a packed bomb, too large), it is no bundle,"
          + " no rate is known, the server refused an unsafe start, or it does not let you do this.");

  private final int code;
  private final String word;
  private final String meaning;

  ExitCode(int code, String word, String meaning) {
    this.code = code;
    this.word = word;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String word() {
    return word;
  }

  /// One sentence for people.
  String meaning() {
    return meaning;
  }
}
