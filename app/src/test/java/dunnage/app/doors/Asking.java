package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import dunnage.app.platform.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One call of an operation, filled in.
///
/// @param about what is another's in it, for the message of a failure
/// @param list whether it asks a list for what belongs to something of another
record Asking(Operation operation, String path, String body, String about, boolean list) {

  /// Query parameters that take an id, with the kind [World] keeps it under.
  ///
  /// A new query parameter: add it here if it takes an id, else to [#PLAIN].
  private static final Map<String, String> IDS =
      Map.of(
          "debtor", "debtors",
          "owner", "people",
          "subject", "debtors",
          "receivable", "receivables");

  private static final Set<String> PLAIN =
      Set.of(
          "from",
          "to",
          "on",
          "limit",
          "after",
          "state",
          "overdue",
          "currency",
          "number",
          "q",
          "country",
          "group",
          "contact_missing",
          "sort",
          "ended",
          "as_of",
          "grade",
          "warning",
          "next_step",
          "direction",
          "kind",
          "asked",
          "show",
          "name",
          "words",
          "again",
          "commit",
          "dry_run",
          "wait");

  /// What a list does not answer without.
  private static final Map<String, String> NEEDED =
      Map.of(
          "/api/v1/aging/debtors", "?currency=EUR",
          "/api/v1/evidence/consistency", "?from=1&to=2",
          "/api/v1/documents", "?debtor=@debtors&name=x.pdf");

  private static final Pattern ID = Pattern.compile("\"([a-z]{3})_[0-9a-z]{26}\"");
  private static final Pattern ANY_ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");
  private static final byte[] NOTHING = new byte[0];

  /// Every way to put something of another organisation in a call: each id of its path alone and
  /// all together, each id of its body, each query parameter that takes one.
  static List<Asking> ofAnother(Operation operation, World own, World other) {
    List<Asking> all = new ArrayList<>();
    String body = Bodies.of(operation, own);
    List<String> names = operation.inPath();
    if (!names.isEmpty()) {
      all.add(new Asking(operation, path(operation, own, other, names), body, "path", false));
    }
    if (names.size() > 1) {
      for (String name : names) {
        String path = path(operation, own, other, List.of(name));
        all.add(new Asking(operation, path, body, "{" + name + "}", false));
      }
    }
    String path = path(operation, own, other, List.of());
    Matcher id = ID.matcher(body);
    while (id.find()) {
      String theirs = other.withPrefix(id.group(1));
      String changed =
          body.substring(0, id.start()) + '"' + theirs + '"' + body.substring(id.end());
      all.add(new Asking(operation, path, changed, "body " + changed, false));
    }
    for (String name : operation.inQuery()) {
      assertThat(IDS.containsKey(name) || PLAIN.contains(name))
          .as("%s takes `%s`: say in Asking whether that is an id", operation, name)
          .isTrue();
      if (IDS.containsKey(name)) {
        String query = query(operation, own, name, other);
        all.add(new Asking(operation, path + query, body, query, operation.reads()));
      }
    }
    return all;
  }

  /// One parameter of another's; the others that the operation cannot do without are one's own.
  private static String query(Operation operation, World own, String name, World other) {
    boolean attaching = operation.path().equals("/api/v1/documents") && !operation.reads();
    String needed = attaching && !name.equals("debtor") ? "debtor=" + own.id("debtors") + "&" : "";
    return "?" + needed + name + "=" + other.id(IDS.get(name)) + (attaching ? "&name=x" : "");
  }

  /// The call with everything of one organisation.
  static Asking ofOwn(Operation operation, World own) {
    return new Asking(
        operation,
        path(operation, own, own, List.of())
            + NEEDED.getOrDefault(operation.path(), "").replace("@debtors", own.id("debtors")),
        Bodies.of(operation, own),
        "own",
        operation.reads());
  }

  private static String path(Operation operation, World own, World other, List<String> others) {
    String path = operation.path();
    for (String name : operation.inPath()) {
      String id = (others.contains(name) ? other : own).id(operation.kind(name));
      path = path.replace("{" + name + "}", id);
    }
    return path;
  }

  /// Sends it as someone of an organisation.
  Answer by(World world) {
    Map<String, String> headers = new HashMap<>();
    Client client = world.client;
    if (operation.path().startsWith("/api/v1/sessions")) {
      headers.put("Cookie", world.cookie);
      headers.put("Sec-Fetch-Site", "same-origin");
      client = client.as("");
    }
    if (operation.method().equals("PATCH") || operation.method().equals("PUT")) {
      String seen = client.get(path).header("ETag");
      headers.put("If-Match", seen.isEmpty() ? "\"1\"" : seen);
    }
    if (operation.path().equals("/api/v1/imports") && !operation.reads()) {
      return client.send(
          operation.method(), path, "application/octet-stream", world.file(), headers);
    }
    if (operation.path().equals("/api/v1/documents") && !operation.reads()) {
      return client.send(operation.method(), path, "application/pdf", world.file(), headers);
    }
    byte[] bytes =
        body.isEmpty() ? NOTHING : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return client.send(operation.method(), path, "application/json", bytes, headers);
  }

  /// The same call with ids that nobody has, in place of another's.
  Asking ofNobody(World other) {
    String nowhere = path;
    String nothing = body;
    for (String id : other.all()) {
      String unknown = TypeId.of(id.substring(0, id.indexOf('_')), UUID.randomUUID());
      nowhere = nowhere.replace(id, unknown);
      nothing = nothing.replace(id, unknown);
    }
    return new Asking(operation, nowhere, nothing, "unknown " + about, list);
  }

  /// The answer without what is said of the request itself.
  String withoutEcho(Answer answer) {
    String said = answer.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
    Matcher id = ANY_ID.matcher(path + " " + body);
    while (id.find()) {
      said = said.replace(id.group(), "");
    }
    return said;
  }

  @Override
  public String toString() {
    return operation + " with another's " + about;
  }
}
