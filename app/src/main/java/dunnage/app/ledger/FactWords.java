package dunnage.app.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A fact in a few words, for whoever reads down a timeline.
final class FactWords {

  private FactWords() {}

  static String of(String kind, JsonNode body) {
    return FactKind.find(kind).map(known -> of(known, body)).orElseGet(() -> plain(kind));
  }

  private static String of(FactKind kind, JsonNode body) {
    return switch (kind) {
      case RECEIVABLE_ISSUED ->
          "%s: %s, due %s".formatted(named("Receivable", body), money(body), text(body, "due"));
      case RECEIVABLE_AMENDED -> named("Receivable", body) + changes(body);
      case RECEIVABLE_WITHDRAWN -> named("Receivable", body) + " withdrawn";
      case RECEIVABLE_LOWERED -> words(body, "kind") + ": " + money(body);
      case RECEIVABLE_RAISED -> "%s taken back: %s".formatted(words(body, "kind"), money(body));
      case RECEIPT_RECEIVED -> named(receipt(body), body) + ": " + money(body);
      case RECEIPT_ATTRIBUTED -> named("Receipt", body) + " is theirs";
      case RECEIPT_AMENDED -> named("Receipt", body) + changes(body);
      case RECEIPT_WITHDRAWN -> named("Receipt", body) + " withdrawn";
      case ORDER_TAKEN -> named("Order", body) + ": " + money(body);
      case ORDER_AMENDED -> named("Order", body) + changes(body);
      case ORDER_WITHDRAWN -> named("Order", body) + " withdrawn";
      case EVENT_NOTED -> noted(body);
      case EVENT_CLOSED -> join(": ", "dispute closed", text(body, "outcome"));
      case EVENT_WITHDRAWN -> join(": ", words(body, "event") + " withdrawn", text(body, "words"));
      case TITLE_ASSIGNED ->
          "Receivable held by %s for %s".formatted(text(body, "holder"), text(body, "purpose"));
      case TITLE_RELEASED -> "Receivable no longer held by " + text(body, "holder");
      case DOCUMENT_ATTACHED -> join(": ", text(body, "name"), text(body, "words"));
      case DOCUMENT_WITHDRAWN -> text(body, "name") + " withdrawn";
      case RATE_STATED, IMPORT_UNDONE -> plain(kind.code());
    };
  }

  private static String plain(String kind) {
    String words = kind.replace('.', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String receipt(JsonNode body) {
    return text(body, "kind").equals("credit_note") ? "Credit note" : "Receipt";
  }

  private static String named(String what, JsonNode body) {
    return join(" ", what, text(body, "number"), text(body, "part"));
  }

  private static String noted(JsonNode body) {
    String until = text(body, "until");
    return join(
        ": ",
        join(
            " ",
            words(body, "event"),
            body.path("amount").isObject() ? money(body) : "",
            until.isEmpty() ? "" : "by " + until),
        text(body, "words"));
  }

  private static String changes(JsonNode body) {
    List<String> all = new ArrayList<>();
    JsonNode before = body.path("before");
    JsonNode after = body.path("after");
    for (String field : after.propertyNames()) {
      all.add("%s %s → %s".formatted(field, plain(before.path(field)), plain(after.path(field))));
    }
    return ": " + String.join(", ", all);
  }

  private static String plain(JsonNode value) {
    return value.isObject()
        ? value.path("amount").asString("") + " " + value.path("currency").asString("")
        : value.asString("");
  }

  private static String money(JsonNode body) {
    return plain(body.path("amount"));
  }

  private static String words(JsonNode body, String name) {
    return text(body, name).replace('_', ' ');
  }

  private static String text(JsonNode body, String name) {
    return body.path(name).asString("");
  }

  private static String join(String between, String... parts) {
    return String.join(
        between, java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
  }
}
