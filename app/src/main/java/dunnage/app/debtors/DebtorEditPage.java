package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Colleagues;
import dunnage.app.access.Permission;
import dunnage.app.debtors.ContactsApi.ContactFields;
import dunnage.app.debtors.DebtorsApi.DebtorFields;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A debtor's own particulars and the people there.
@Page
class DebtorEditPage {

  private static final List<String> LANGUAGES =
      List.of("", "en", "zh", "ru", "de", "fr", "es", "pt", "it", "pl", "nl", "tr", "ja", "ko");

  /// As a form sends them.
  record PersonForm(
      String name, String role, String email, String phone, String wechat, String language) {

    ContactFields fields() {
      return new ContactFields(name, role, email, phone, wechat, language);
    }
  }

  private final Access access;
  private final DebtorsApi api;
  private final ContactsApi contacts;
  private final Colleagues colleagues;
  private final Wrongs wrongs;

  DebtorEditPage(
      Access access, DebtorsApi api, ContactsApi contacts, Colleagues colleagues, Wrongs wrongs) {
    this.access = access;
    this.api = api;
    this.contacts = contacts;
    this.colleagues = colleagues;
    this.wrongs = wrongs;
  }

  @GetMapping("/debtors/{id}/edit")
  String edit(@PathVariable("id") String id, Model model) {
    return shown(id, List.of(), model);
  }

  private String shown(String id, List<String> errors, Model model) {
    access.require(Permission.EDIT_DEBTORS);
    DebtorView debtor = Objects.requireNonNull(api.one(id).getBody());
    model.addAttribute("d", debtor);
    List<ContactsApi.ContactView> people = contacts.list(id).data();
    model.addAttribute("people", people);
    model.addAttribute("roles", ContactRow.ROLES);
    model.addAttribute(
        "languages",
        Stream.concat(
                LANGUAGES.stream(),
                Stream.concat(
                    Stream.of(debtor.language()),
                    people.stream().map(ContactsApi.ContactView::language)))
            .distinct()
            .toList());
    model.addAttribute("colleagues", responsible(debtor.owner()));
    model.addAttribute("errors", errors);
    return "debtor-edit";
  }

  /// Who can be, and who is though they have left.
  private List<Colleagues.Colleague> responsible(@Nullable String owner) {
    List<Colleagues.Colleague> all = colleagues.all();
    return owner == null || all.stream().anyMatch(one -> one.id().equals(owner))
        ? all
        : Stream.concat(all.stream(), colleagues.find(TypeId.parse("per", owner)).stream())
            .toList();
  }

  private String after(String id, List<String> errors, String done, Model model) {
    return errors.isEmpty()
        ? "redirect:/debtors/" + id + "/edit?done=" + done
        : shown(id, errors, model);
  }

  @PostMapping("/debtors/{id}/edit")
  String save(
      @PathVariable("id") String id,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "country", defaultValue = "") String country,
      @RequestParam(name = "language", defaultValue = "") String language,
      @RequestParam(name = "zone", defaultValue = "") String zone,
      @RequestParam(name = "terms", defaultValue = "") String terms,
      @RequestParam(name = "owner", defaultValue = "") String owner,
      @RequestParam(name = "group", defaultValue = "") String group,
      @RequestParam(name = "note", defaultValue = "") String note,
      Locale locale,
      Model model) {
    DebtorFields fields =
        new DebtorFields(
            number,
            name,
            country.strip().toUpperCase(Locale.ROOT),
            language,
            zone,
            terms,
            owner,
            group,
            note);
    List<String> errors = wrongs.in(() -> api.change(id, Versions.tag(seen), fields), locale);
    if (errors.isEmpty()) {
      return "redirect:/debtors/" + id + "?done=saved";
    }
    String page = shown(id, errors, model);
    if (model.getAttribute("d") instanceof DebtorView there) {
      model.addAttribute("d", typed(there, fields));
    }
    return page;
  }

  /// As it was typed, to be mended.
  private static DebtorView typed(DebtorView there, DebtorFields fields) {
    return new DebtorView(
        there.id(),
        fields.number(),
        text(fields.name()),
        text(fields.country()),
        text(fields.language()),
        text(fields.timeZone()),
        text(fields.terms()),
        there.termsRead(),
        fields.owner(),
        text(fields.group()),
        text(fields.note()),
        there.mergedInto(),
        there.version(),
        there.createdAt());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  @PostMapping("/debtors/{id}/people")
  String add(
      @PathVariable("id") String id,
      @ModelAttribute("person") PersonForm person,
      Locale locale,
      Model model) {
    List<String> errors = wrongs.in(() -> contacts.add(id, person.fields()), locale);
    return after(id, errors, "person-added", model);
  }

  @PostMapping("/debtors/{id}/people/{contact}")
  String change(
      @PathVariable("id") String id,
      @PathVariable("contact") String contact,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @ModelAttribute("person") PersonForm person,
      Locale locale,
      Model model) {
    List<String> errors =
        wrongs.in(() -> contacts.change(contact, Versions.tag(seen), person.fields()), locale);
    return after(id, errors, "saved", model);
  }

  @PostMapping("/debtors/{id}/people/{contact}/left")
  String left(
      @PathVariable("id") String id,
      @PathVariable("contact") String contact,
      Locale locale,
      Model model) {
    List<String> errors =
        wrongs.in(() -> contacts.left(contact, new ContactsApi.Leaving(null)), locale);
    return after(id, errors, "person-left", model);
  }
}
