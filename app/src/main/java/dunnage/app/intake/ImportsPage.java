package dunnage.app.intake;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.FindingWords;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file on its way in: dropped, looked at, brought in, taken back.
@Page
class ImportsPage {

  private static final int WAIT_SECONDS = 3;
  private static final List<String> GUESSED =
      List.of("format", "charset", "delimiter", "header_line", "date_order", "decimal");
  private static final List<String> COLUMNS =
      List.of(
          "receivable",
          "debtor",
          "name",
          "country",
          "issued",
          "due",
          "amount",
          "currency",
          "open_amount",
          "paid_on",
          "paid_amount",
          "terms",
          "order",
          "part");
  private static final Set<String> WORKING = Set.of("received", "committing");

  /// One of the list.
  ///
  /// @param lines null while it is not read
  record Shown(
      String id,
      String name,
      String state,
      @Nullable Integer lines,
      @Nullable Integer rejected,
      LocalDate day,
      long progress) {}

  private static final Set<String> PARTED = Set.of("/imports", "/documents");

  @Configuration(proxyBeanMethods = false)
  static class Apart {

    @Bean
    OwnTransactions importPageTransactions() {
      return new OwnTransactions(Set.of("/imports"), Set.of("/imports/"));
    }

    /// Files of forms come in here and with documents, and nowhere else.
    @Bean
    MultipartResolver multipartResolver() {
      return new StandardServletMultipartResolver() {
        @Override
        public boolean isMultipart(HttpServletRequest request) {
          return PARTED.contains(request.getServletPath()) && super.isMultipart(request);
        }
      };
    }
  }

  private final Access access;
  private final ImportsApi imports;
  private final Intake intake;
  private final Wrongs wrongs;
  private final FindingWords findings;
  private final JsonMapper json;

  ImportsPage(
      Access access,
      ImportsApi imports,
      Intake intake,
      Wrongs wrongs,
      FindingWords findings,
      JsonMapper json) {
    this.access = access;
    this.imports = imports;
    this.intake = intake;
    this.wrongs = wrongs;
    this.findings = findings;
    this.json = json;
  }

  @GetMapping("/imports")
  String list(Model model) {
    return list(null, model);
  }

  private String list(@Nullable String error, Model model) {
    model.addAttribute(
        "imports", imports.list(null, null).data().stream().map(ImportsPage::shown).toList());
    model.addAttribute("mayImport", access.actor().may(Permission.IMPORT));
    model.addAttribute("error", error);
    return "imports";
  }

  private static Shown shown(ImportView view) {
    var receipt = view.receipt();
    return new Shown(
        view.id(),
        view.name(),
        view.state(),
        receipt == null ? null : receipt.path("lines_in").asInt(),
        receipt == null ? null : receipt.path("rejected").asInt(),
        LocalDate.ofInstant(view.receivedAt(), ZoneOffset.UTC),
        view.linesDone());
  }

  /// What was recognised, in the order in which it is shown.
  private Map<String, String> guessed(ImportView view, Locale locale) {
    Map<String, String> all = new LinkedHashMap<>();
    JsonNode seen = view.recognised();
    if (seen != null) {
      for (String name : GUESSED) {
        String value = seen.path(name).asString("");
        if (!value.isEmpty()) {
          all.put(name, findings.word(value, locale));
        }
      }
    }
    return all;
  }

  /// For each field the header that is taken for it; empty where none is.
  private static Map<String, String> columns(ImportView view) {
    Map<String, String> all = new LinkedHashMap<>();
    JsonNode seen = view.recognised() == null ? null : view.recognised().path("columns");
    if (seen != null && seen.isObject()) {
      COLUMNS.forEach(field -> all.put(field, seen.path(field).asString("")));
    }
    return all;
  }

  @PostMapping("/imports")
  String receive(
      @RequestParam("file") MultipartFile file,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    String name = file.getOriginalFilename();
    try {
      Intake.Answer answer =
          intake.receive(
              name == null || name.isBlank() ? "file" : name,
              file.getInputStream(),
              new ImportOptions(null, null, null, null, Map.of(), null, null),
              false,
              false,
              WAIT_SECONDS);
      return "redirect:/imports/" + ImportTable.id(answer.row().id());
    } catch (Problem no) {
      response.setStatus(no.status().value());
      return list(String.join(" ", wrongs.of(no, locale)), model);
    }
  }

  @GetMapping("/imports/{id}")
  String one(@PathVariable("id") String id, Locale locale, Model model) {
    return one(id, null, locale, model);
  }

  private String one(String id, @Nullable String error, Locale locale, Model model) {
    access.require(Permission.READ);
    ImportView view = imports.one(id, 0);
    ImportView.Error failed = view.error();
    String told = failed == null ? null : wrongs.code(failed.code(), failed.detail(), locale);
    model.addAttribute("i", shown(view));
    model.addAttribute("working", WORKING.contains(view.state()));
    model.addAttribute("r", receipt(view, locale));
    model.addAttribute("error", error == null ? told : error);
    model.addAttribute("mayImport", access.actor().may(Permission.IMPORT));
    model.addAttribute("options", view.options());
    model.addAttribute("guessed", guessed(view, locale));
    model.addAttribute("columns", columns(view));
    return "import";
  }

  private @Nullable ImportReceipt receipt(ImportView view, Locale locale) {
    return view.receipt() == null
        ? null
        : json.treeToValue(view.receipt(), ImportReceipt.class)
            .said(
                f ->
                    new ImportReceipt.FindingLine(
                        f.severity(),
                        f.code(),
                        f.line(),
                        findings.message(f.code(), f.message(), locale),
                        findings.say(f.remedy(), locale)),
                problem -> findings.problem(problem, locale),
                word -> findings.word(word, locale));
  }

  /// Reads it again with what the reader says instead of what was recognised.
  @PostMapping("/imports/{id}/options")
  String reread(
      @PathVariable("id") String id,
      @RequestParam Map<String, String> given,
      Locale locale,
      Model model) {
    Map<String, String> columns = new LinkedHashMap<>();
    COLUMNS.forEach(
        field -> {
          String header = given.getOrDefault("map." + field, "").strip();
          if (!header.isEmpty()) {
            columns.put(field, header);
          }
        });
    try {
      ImportOptions options =
          new ImportOptions(
              text(given, "currency"),
              text(given, "charset"),
              text(given, "dates"),
              text(given, "decimal"),
              columns,
              null,
              days(given));
      Object ignored = intake.reread(TypeId.parse("imp", id), options, WAIT_SECONDS);
      return "redirect:/imports/" + id;
    } catch (Problem no) {
      return one(id, String.join(" ", wrongs.of(no, locale)), locale, model);
    }
  }

  private static @Nullable String text(Map<String, String> given, String name) {
    String text = given.getOrDefault(name, "").strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Integer days(Map<String, String> given) {
    String text = text(given, "terms_days");
    if (text != null && !text.matches("[0-9]{1,4}")) {
      throw Problem.invalid("/terms_days", "is " + text, "Give a number of days.");
    }
    return text == null ? null : Integer.valueOf(text);
  }

  @PostMapping("/imports/{id}/commit")
  String commit(@PathVariable("id") String id, Locale locale, Model model) {
    try {
      Object ignored = intake.commit(TypeId.parse("imp", id), WAIT_SECONDS);
      return "redirect:/imports/" + id;
    } catch (Problem no) {
      return one(id, String.join(" ", wrongs.of(no, locale)), locale, model);
    }
  }

  @PostMapping("/imports/{id}/undo")
  String undo(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    try {
      Object ignored = imports.undo(id, new ImportsApi.Reason(reason));
      return "redirect:/imports/" + id;
    } catch (Problem no) {
      return one(id, String.join(" ", wrongs.of(no, locale)), locale, model);
    }
  }

  /// The lines that were left out, each with its problem, to be mended.
  @GetMapping("/imports/{id}/rejected.csv")
  void rejected(@PathVariable("id") String id, Locale locale, HttpServletResponse response)
      throws IOException {
    var answer =
        imports.rejected(
            id, findings.columns(locale), problem -> findings.problem(problem, locale));
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response
        .getOutputStream()
        .write(String.valueOf(answer.getBody()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
