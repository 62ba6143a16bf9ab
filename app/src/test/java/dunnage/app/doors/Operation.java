package dunnage.app.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An operation as the served OpenAPI describes it, so that a test over all of them misses none.
///
/// @param inPath names of its path parameters, in their order
/// @param inQuery names of its query parameters
/// @param schema of its JSON body, or empty
record Operation(
    String method, String path, List<String> inPath, List<String> inQuery, String schema) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final String REFERENCE = "$ref";

  /// All of them, by path and method.
  static List<Operation> all(JsonNode openApi) {
    List<Operation> all = new ArrayList<>();
    openApi
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(one -> METHODS.contains(one.getKey()))
                    .forEach(one -> all.add(of(one.getKey(), path.getKey(), one.getValue()))));
    assertThat(all).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    return all;
  }

  static JsonNode described(Client client) {
    Answer answer = client.get("/v3/api-docs");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Operation of(String method, String path, JsonNode described) {
    List<String> inPath = new ArrayList<>();
    List<String> inQuery = new ArrayList<>();
    for (JsonNode parameter : described.path("parameters")) {
      String name = parameter.path("name").asString();
      switch (parameter.path("in").asString()) {
        case "path" -> inPath.add(name);
        case "query" -> inQuery.add(name);
        default -> {}
      }
    }
    JsonNode content = described.path("requestBody").path("content");
    String schema = content.path("application/json").path("schema").path(REFERENCE).asString("");
    return new Operation(
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        List.copyOf(inPath),
        List.copyOf(inQuery),
        schema.substring(schema.lastIndexOf('/') + 1));
  }

  boolean reads() {
    return method.equals("GET");
  }

  /// What a path parameter names: the fixed words before it, like `receivables/entries`.
  String kind(String parameter) {
    String before = path.substring("/api/v1/".length(), path.indexOf("{" + parameter + "}"));
    return before.replaceAll("\\{[^}]*}/", "").replaceAll("/$", "");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
