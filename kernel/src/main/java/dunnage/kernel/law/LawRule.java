package dunnage.kernel.law;

import java.util.List;

/// A published row and how the engine reads it; what the rows of all laws have in common.
public sealed interface LawRule permits InterestRule, LimitationRule {

  /// The published row, every column as it stands.
  LawRow row();

  /// How the row is read.
  LawRow reading();

  default String id() {
    return row().text("id");
  }

  /// ISO 3166 code of the country, with the part of it where it has several laws (`US-NY`).
  default String jurisdiction() {
    return row().text("jurisdiction");
  }

  default Confidence confidence() {
    return Confidence.of(row().text("confidence"));
  }

  /// Columns of a verified row that are background all the same.
  default List<String> backgroundFields() {
    String fields = row().text("bg_fields");
    return fields.isEmpty() ? List.of() : List.of(fields.split(";"));
  }

  default String source() {
    return row().text("source");
  }

  default String sourceUrl() {
    return row().text("source_url");
  }

  default String note() {
    return row().text("note");
  }
}
