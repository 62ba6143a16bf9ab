package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorView;
import dunnage.app.desk.Page;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.Reader;
import dunnage.app.desk.Written;
import dunnage.app.ledger.LedgerPages;
import dunnage.app.ledger.ReceivableView;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Amounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A statement of account with a reminder, in the debtor's language and one of three tones, to be
/// copied into a chat or mail or printed. Nothing is sent from here.
@Page
class LetterPage {

  private static final int MOST = 200;
  private static final List<String> TONES = List.of("friendly", "plain", "firm");

  private final Access access;
  private final DebtorPages debtors;
  private final LedgerPages ledger;
  private final DeskRulesTable rules;
  private final PageWords words;

  LetterPage(
      Access access,
      DebtorPages debtors,
      LedgerPages ledger,
      DeskRulesTable rules,
      PageWords words) {
    this.rules = rules;
    this.access = access;
    this.debtors = debtors;
    this.ledger = ledger;
    this.words = words;
  }

  @GetMapping("/debtors/{id}/letter")
  String letter(
      @PathVariable("id") String id,
      @RequestParam(name = "tone", defaultValue = "friendly") String tone,
      @RequestParam(name = "in", required = false) @Nullable String in,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    access.require(Permission.READ);
    DebtorView debtor = debtors.one(TypeId.parse("deb", id));
    UUID current = TypeId.parse("deb", debtor.id());
    String asked = in == null ? debtor.language() : in;
    Locale theirs = asked.isEmpty() ? locale : PageWords.nearest(Locale.forLanguageTag(asked));
    String chosen = TONES.contains(tone) ? tone : TONES.getFirst();
    List<ReceivableView> open =
        ledger.open(current, reader.today(), MOST).stream()
            .filter(one -> one.daysLate() > 0)
            .toList();
    String subject = words.say(theirs, "letter.subject", reader.organisation());
    String text = text(debtor, open, chosen, theirs, reader);
    model.addAttribute("d", debtor);
    model.addAttribute("tones", TONES);
    model.addAttribute("tone", chosen);
    model.addAttribute("in", theirs.toLanguageTag());
    model.addAttribute("subject", subject);
    model.addAttribute("text", text);
    model.addAttribute("nothing", open.isEmpty());
    model.addAttribute("mayMail", rules.find().mail());
    model.addAttribute("mail", "mailto:?subject=" + mail(subject) + "&body=" + mail(text));
    return "letter";
  }

  private String text(
      DebtorView debtor, List<ReceivableView> late, String tone, Locale theirs, Reader reader) {
    Written w = new Written(theirs);
    Amounts sum = new Amounts();
    late.forEach(one -> sum.add(one.open()));
    String total =
        sum.nonZero().stream()
            .map(w::money)
            .collect(Collectors.joining(words.say(theirs, "list.comma")));
    String rows =
        late.stream()
            .map(
                one ->
                    words.say(
                        theirs,
                        "letter.row",
                        one.number() + (one.part().isEmpty() ? "" : " (" + one.part() + ")"),
                        w.day(one.due()),
                        w.money(one.open()),
                        one.daysLate()))
            .collect(Collectors.joining("\n"));
    return String.join(
        "\n\n",
        words.say(theirs, "letter.greeting", debtor.name()),
        words.say(theirs, "letter." + tone + ".open", total, w.day(reader.today())),
        rows,
        words.say(theirs, "letter." + tone + ".ask", w.day(reader.today().plusDays(7))),
        words.say(theirs, "letter.end", reader.name(), reader.organisation()));
  }

  private static String mail(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
