package dunnage.app.platform;

import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// A body that is JSON and not what is wanted: where, what was seen, what to write.
final class BodyProblems {

  private BodyProblems() {}

  static Problem of(DatabindException unreadable) {
    StringBuilder pointer = new StringBuilder();
    for (Reference step : unreadable.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      Object known = unknown.getKnownPropertyIds();
      return Problem.invalid(
          pointer.toString(),
          "there is no such field",
          known == null ? "" : "Known here: " + sorted(unknown) + ".");
    }
    String said = unreadable.getOriginalMessage();
    int colon = said.indexOf("): ");
    return Problem.invalid(
        pointer.toString(),
        colon < 0 ? "cannot be read" : said.substring(colon + 3),
        "Compare with the schema at /v3/api-docs.");
  }

  private static String sorted(UnrecognizedPropertyException unknown) {
    return String.join(
        ", ", unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
  }
}
