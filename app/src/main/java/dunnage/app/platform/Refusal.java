package dunnage.app.platform;

/// Why the server does not start, in a sentence with its remedy; no stack is kept since it is no
/// bug.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// What kind of no it is, for the exit code.
  public enum Kind {
    /// A setting or flag is wrong: change it.
    SETTING,
    /// The surroundings do not allow it: a taken port, a database that does not answer.
    FAILURE,
    /// It could be done and would be unsafe.
    UNSAFE
  }

  private final Kind kind;

  private Refusal(Kind kind, String sentence) {
    super(sentence, null, false, false);
    this.kind = kind;
  }

  static Refusal setting(String sentence) {
    return new Refusal(Kind.SETTING, sentence);
  }

  /// It cannot be done here as things stand.
  public static Refusal failure(String sentence) {
    return new Refusal(Kind.FAILURE, sentence);
  }

  static Refusal unsafe(String sentence) {
    return new Refusal(Kind.UNSAFE, sentence);
  }

  public Kind kind() {
    return kind;
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
