package dunnage.app.cli;

/// Whether expected outputs are being written anew; the diff is then the review.
final class Golden {

  private Golden() {}

  static boolean rewrite() {
    return "rewrite".equals(System.getProperty("dunnage.golden"));
  }
}
