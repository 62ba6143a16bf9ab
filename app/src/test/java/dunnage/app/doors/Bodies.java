package dunnage.app.doors;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body that an operation takes, with every field of its schema.
///
/// A new schema: add a line to [#TEXTS]. `@receivables` stands for the id that [World] keeps as
/// "receivables", `AMOUNT` for money, `MARK` for a word of the organisation. A field that is in the
/// OpenAPI and not in the line fails the test, so that no field that takes an id is forgotten;
/// leave it out by [#LEFT_OUT] if it takes none and would hinder the rest.
final class Bodies {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          entry(
              "NewRate",
              """
              {"on":"2026-01-06","from":"EUR","to":"CNY","rate":"7.9","source":"MARK"}"""),
          entry("NameList", "{\"names\":[\"MARK too\"]}"),
          entry(
              "IdentifierList",
              "{\"identifiers\":[{\"scheme\":\"vat\",\"value\":\"DE123456789\"}]}"),
          entry(
              "NewToken",
              "{\"name\":\"MARK\",\"scopes\":[\"read\"],\"expires_at\":\"2026-12-24T00:00:00Z\"}"),
          entry(
              "NewSession",
              "{\"email\":\"EMAIL\",\"password\":\"PASSWORD\",\"organisation\":\"@organisations\"}"),
          entry("Move", "{\"organisation\":\"@organisations\"}"),
          entry(
              "NewReceivable",
              """
              {"debtor":"@debtors","number":"MARK-N","part":"balance","issued":"2026-01-05",
               "due":"2026-02-04","amount":AMOUNT,"order":"@orders","terms":""}"""),
          entry("WriteOff", "{\"amount\":LITTLE,\"on\":\"2026-02-10\",\"reason\":\"MARK\"}"),
          entry("Reason", "{\"reason\":\"MARK\"}"),
          entry("NewTitle", "{\"holder\":\"MARK\",\"purpose\":\"pool\",\"since\":\"2026-01-10\"}"),
          entry(
              "NewDispute",
              "{\"on\":\"2026-02-10\",\"words\":\"MARK\",\"amount\":LITTLE,\"code\":\"price\"}"),
          entry(
              "NewReceipt",
              """
              {"kind":"payment","debtor":"@debtors","number":"MARK-N","on":"2026-02-10",
               "amount":AMOUNT,"payer":"MARK","text":"MARK","allocations":
                [{"receivable":"@receivables","amount":LITTLE,"for_another_debtor":false}]}"""),
          entry(
              "NewAllocation",
              "{\"receivable\":\"@receivables\",\"amount\":LITTLE,\"for_another_debtor\":false}"),
          entry(
              "NewOrganisation",
              """
              {"name":"MARK","kind":"creditor","base_currency":"EUR","time_zone":"UTC","owner":
                {"name":"MARK","email":"EMAIL","language":"en","password":"PASSWORD"}}"""),
          entry(
              "NewOrder",
              """
              {"debtor":"@debtors","number":"MARK-N","on":"2026-01-05","amount":AMOUNT,"parts":
                [{"part":"deposit","percent":"30","issued":"2026-01-05","due":"2026-01-15"},
                 {"part":"balance","amount":LITTLE,"due":"2026-01-15"}]}"""),
          entry("NewPassword", "{\"current\":\"PASSWORD\",\"password\":\"PASSWORD and more\"}"),
          entry("NewInvitation", "{\"email\":\"new-EMAIL\",\"role\":\"sales\"}"),
          entry(
              "Acceptance",
              "{\"secret\":\"no such secret\",\"name\":\"MARK\",\"password\":\"PASSWORD\"}"),
          entry(
              "ImportOptions",
              """
              {"currency":"EUR","charset":"UTF-8","dates":"dmy","decimal":".","columns":{},
               "issued_before_due_days":30,"terms_days":30}"""),
          entry("Ending", "{\"on\":\"2026-02-20\",\"outcome\":\"MARK\"}"),
          entry(
              "DebtorFields",
              """
              {"number":"MARK-N","name":"MARK","country":"DE","language":"de",
               "time_zone":"Europe/Berlin","terms":"30","owner":"@people","group":"MARK",
               "note":"MARK"}"""),
          entry("Parting", "{\"reason\":\"MARK\"}"),
          entry("Merger", "{\"into\":\"@merged\",\"reason\":\"MARK\"}"),
          entry(
              "NewEvent",
              """
              {"kind":"promise","on":"2026-02-10","words":"MARK","amount":LITTLE,
               "until":"2026-02-17","receivable":"@receivables"}"""),
          entry(
              "ContactFields",
              """
              {"name":"MARK","role":"other","email":"EMAIL","phone":"+49301234",
               "wechat":"MARK","language":"de"}"""),
          entry("Leaving", "{\"on\":\"2026-02-10\"}"),
          entry(
              "ReceivableChange",
              """
              {"issued":"2026-01-05","due":"2026-03-04","amount":AMOUNT,"order_number":"MARK-O",
               "terms":"","reason":"MARK"}"""),
          entry(
              "ReceiptChange",
              """
              {"debtor":"@debtors","number":"MARK-N","on":"2026-02-11","amount":AMOUNT,
               "payer":"MARK","text":"MARK","reason":"MARK"}"""),
          entry("PersonChange", "{\"name\":\"MARK\",\"role\":\"owner\"}"),
          entry(
              "OrganisationChange",
              "{\"name\":\"MARK\",\"base_currency\":\"EUR\",\"time_zone\":\"UTC\"}"),
          entry("NewLimit", "{\"limit\":AMOUNT,\"reason\":\"MARK\",\"until\":\"2027-01-01\"}"),
          entry(
              "OrderWanted",
              """
              {"debtor":"@debtors","amount":AMOUNT,"date":"2026-12-01","order":"MARK-N",
               "terms":"30","deposit":LITTLE,"reserve":true,"minutes":60}"""),
          entry("NewOverride", "{\"decision\":\"ship\",\"reason\":\"MARK\"}"),
          entry("Acknowledgement", "{\"note\":\"MARK\"}"),
          entry("NewRules", "{\"remind_after_days\":5,\"mail\":false}"),
          entry("Snooze", "{\"until\":\"2026-12-24\"}"),
          entry(
              "NewMark",
              "{\"state\":\"delegated\",\"until\":\"2026-12-24\",\"person\":\"@people\"}"),
          entry("OrderChange", "{\"amount\":AMOUNT,\"reason\":\"MARK\"}"));

  /// `Schema.field`, where a line leaves out what hinders the rest.
  private static final Set<String> LEFT_OUT = Set.of();

  private static final JsonMapper JSON = new JsonMapper();

  private Bodies() {}

  /// The body of an operation, all of one organisation; empty where it takes none.
  static String of(Operation operation, World world) {
    if (operation.schema().isEmpty()) {
      return "";
    }
    String text = TEXTS.get(operation.schema());
    assertThat(text)
        .as("%s takes a %s: add a line for it to Bodies", operation, operation.schema())
        .isNotNull();
    String filled =
        text.replace("EMAIL", world.email)
            .replace("PASSWORD", World.PASSWORD)
            .replace("AMOUNT", World.AMOUNT)
            .replace("LITTLE", World.LITTLE)
            .replace("MARK", world.mark);
    return java.util.regex.Pattern.compile("@([a-z/]+)\"")
        .matcher(filled)
        .replaceAll(kind -> world.id(kind.group(1)) + "\"");
  }

  /// Fails for a field of the schema that its line does not fill.
  static void mustBeWhole(JsonNode openApi, Operation operation, World world) {
    if (!operation.schema().isEmpty()) {
      check(
          openApi.path("components").path("schemas"),
          operation.schema(),
          JSON.readTree(of(operation, world)));
    }
  }

  private static void check(JsonNode schemas, String schema, JsonNode given) {
    schemas
        .path(schema)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = json(property.getKey());
              JsonNode there = given.path(name);
              if (there.isMissingNode() && !LEFT_OUT.contains(schema + "." + name)) {
                throw new AssertionError(
                    "The line of %s in Bodies says nothing for %s: add it".formatted(schema, name));
              }
              String inner =
                  property.getValue().path("items").path("$ref").asString("")
                      + property.getValue().path("$ref").asString("");
              if (!inner.isEmpty() && !inner.endsWith("/Money")) {
                check(
                    schemas,
                    inner.substring(inner.lastIndexOf('/') + 1),
                    there.isArray() ? merged(there) : there);
              }
            });
  }

  /// One object with every field that any object of a list has.
  private static JsonNode merged(JsonNode list) {
    var all = JSON.createObjectNode();
    list.forEach(one -> one.properties().forEach(p -> all.set(p.getKey(), p.getValue())));
    return all;
  }

  /// The name in JSON of a property, which the OpenAPI may still write like a Java field.
  private static String json(String property) {
    return property.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
