package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorView;
import dunnage.app.desk.Page;
import dunnage.app.desk.Reader;
import dunnage.app.ledger.Shares;
import dunnage.app.platform.Listing;
import dunnage.app.platform.TypeId;
import dunnage.kernel.risk.NextStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// Who owes, the worst first; and what a search finds.
@Page
class DebtorsPage {

  private static final int FOUND = 50;

  private final Access access;
  private final DebtorPages debtors;
  private final ScoreLists scores;
  private final JudgedLists judged;
  private final Shares shares;

  DebtorsPage(
      Access access, DebtorPages debtors, ScoreLists scores, JudgedLists judged, Shares shares) {
    this.shares = shares;
    this.access = access;
    this.debtors = debtors;
    this.scores = scores;
    this.judged = judged;
  }

  @GetMapping("/debtors")
  String list(
      @RequestParam(name = "grade", required = false) @Nullable String grade,
      @RequestParam(name = "trend", required = false) @Nullable String trend,
      @RequestParam(name = "step", required = false) @Nullable String step,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "held", required = false) @Nullable String held,
      @ModelAttribute("reader") Reader reader,
      Model model) {
    access.require(Permission.READ);
    Listing<ScoreView> page = scores.list(grade, trend, step, null, after);
    model.addAttribute("rows", judged.shown(page.data()));
    boolean whole = grade == null && trend == null && step == null && after == null;
    held(whole ? shares.largest(ShareBars.LARGEST) : List.of(), held, reader.currency(), model);
    model.addAttribute("q", null);
    filters(grade, trend, step, model);
    model.addAttribute(
        "next",
        page.next() == null
            ? null
            : "/debtors?"
                + written("grade", grade)
                + written("trend", trend)
                + written("step", step)
                + written("after", page.next()));
    return "debtors";
  }

  /// In the currency asked for, else the reader's own, else that of most receivables.
  private static void held(
      List<Shares.Share> largest, @Nullable String wanted, String own, Model model) {
    List<String> currencies =
        largest.stream().map(share -> share.open().currency().code()).distinct().toList();
    String chosen =
        Stream.of(wanted == null ? "" : wanted, own)
            .filter(currencies::contains)
            .findFirst()
            .orElseGet(() -> currencies.isEmpty() ? "" : currencies.getFirst());
    model.addAttribute("heldCurrencies", currencies);
    model.addAttribute("held", ShareBars.of(chosen, largest).orElse(null));
  }

  /// One that is found alone is opened.
  @GetMapping("/search")
  String search(@RequestParam(name = "q", defaultValue = "") String q, Model model) {
    access.require(Permission.READ);
    List<DebtorView> found = q.isBlank() ? List.of() : debtors.search(q, FOUND);
    if (found.size() == 1) {
      return "redirect:/debtors/" + found.getFirst().id();
    }
    List<Judged> rows =
        found.stream()
            .map(
                debtor -> {
                  UUID id = TypeId.parse("deb", debtor.id());
                  return scores
                      .now(id)
                      .map(view -> Judged.of(view, debtor.country()))
                      .orElseGet(() -> Judged.none(debtor.id(), debtor.name(), debtor.country()));
                })
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("q", q);
    model.addAttribute("held", null);
    model.addAttribute("next", null);
    filters(null, null, null, model);
    return "debtors";
  }

  private static void filters(
      @Nullable String grade, @Nullable String trend, @Nullable String step, Model model) {
    model.addAttribute("grades", List.of("E", "D", "C", "B", "A", "none"));
    model.addAttribute("grade", grade);
    model.addAttribute("trend", trend);
    model.addAttribute("step", step);
    model.addAttribute(
        "steps", Arrays.stream(NextStep.Action.values()).map(NextStep.Action::code).toList());
  }

  private static String written(String name, @Nullable String value) {
    return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
  }
}
