package dunnage.app.access;

import dunnage.app.desk.Choices;
import dunnage.app.desk.Page;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own name, language, password, keys, and where one is signed in.
@Page
class MePage {

  private static final String HERE = "redirect:/settings/me?done=";

  /// What browsers call themselves, the more particular first: each also names those it is like.
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "YaBrowser", "MicroMessenger", "Firefox", "Chrome", "Safari");

  private static final List<String> SYSTEMS =
      List.of("iPhone", "iPad", "Android", "Windows", "Mac OS X", "Linux");

  private final Access access;
  private final PeopleApi people;
  private final SignIn signIn;
  private final MeApi me;
  private final SessionsApi sessions;
  private final Days days;
  private final Tenancy tenancy;
  private final Wrongs wrongs;

  MePage(
      Access access,
      PeopleApi people,
      SignIn signIn,
      MeApi me,
      SessionsApi sessions,
      Days days,
      Tenancy tenancy,
      Wrongs wrongs) {
    this.access = access;
    this.people = people;
    this.signIn = signIn;
    this.me = me;
    this.sessions = sessions;
    this.days = days;
    this.tenancy = tenancy;
    this.wrongs = wrongs;
  }

  /// @param browser and its system, in a few words
  record Place(SessionsApi.SessionView session, String browser) {}

  @GetMapping("/settings/me")
  String me(HttpServletRequest request, Model model) {
    return shown(List.of(), request, model);
  }

  private String shown(List<String> errors, HttpServletRequest request, Model model) {
    Actor actor = access.inPerson();
    SignIn.Account account = signIn.account(actor.person());
    model.addAttribute("person", Objects.requireNonNull(people.one(actor.actor()).getBody()));
    model.addAttribute(
        "mine", PageWords.nearest(Locale.forLanguageTag(account.language())).toLanguageTag());
    model.addAttribute(
        "languages", PageWords.LANGUAGES.stream().map(Locale::toLanguageTag).toList());
    model.addAttribute("hasPassword", account.hash() != null);
    model.addAttribute(
        "places",
        sessions.list(request).data().stream()
            .map(one -> new Place(one, browser(one.browser())))
            .toList());
    model.addAttribute("days", days.here());
    model.addAttribute("errors", errors);
    return "settings-me";
  }

  private static String browser(String says) {
    String known =
        Stream.of(BROWSERS, SYSTEMS)
            .flatMap(names -> names.stream().filter(says::contains).limit(1))
            .map(name -> name.equals("Edg") ? "Edge" : name.equals("OPR") ? "Opera" : name)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? says.substring(0, Math.min(60, says.length())) : known;
  }

  @PostMapping("/settings/me")
  String name(
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "language", defaultValue = "") String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Actor actor = access.inPerson();
    String id = TypeId.of("per", actor.person());
    List<String> errors =
        wrongs.in(
            () -> people.change(id, Versions.tag(seen), new PeopleApi.PersonChange(name, null)),
            locale);
    if (!errors.isEmpty()) {
      return shown(errors, request, model);
    }
    if (!language.isEmpty()) {
      Locale chosen = PageWords.nearest(Locale.forLanguageTag(language));
      signIn.speak(actor.person(), chosen);
      // what this browser chose before would go first
      Choices.speak(chosen, response);
    }
    return HERE + "saved";
  }

  /// Without a transaction of its own: an attempt with a wrong password counts although the answer
  /// is a no.
  @PostMapping("/settings/me/password")
  String password(
      @RequestParam(name = "current", defaultValue = "") String current,
      @RequestParam(name = "password", defaultValue = "") String password,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    try {
      me.change(new MeApi.NewPassword(current, password), request);
      return HERE + "password";
    } catch (Problem no) {
      List<String> errors = wrongs.of(no, locale);
      return tenancy.in(access.actor().organisation(), () -> shown(errors, request, model));
    }
  }

  @PostMapping("/settings/me/sessions/{id}/end")
  String end(
      @PathVariable("id") String id, HttpServletRequest request, Locale locale, Model model) {
    List<String> errors = wrongs.in(() -> sessions.end(id), locale);
    return errors.isEmpty() ? HERE + "session-ended" : shown(errors, request, model);
  }

  /// Signs out everywhere but here.
  @PostMapping("/settings/me/sessions/end")
  String endOthers(HttpServletRequest request) {
    for (SessionsApi.SessionView one : sessions.list(request).data()) {
      if (!one.current()) {
        sessions.end(one.id());
      }
    }
    return HERE + "sessions-ended";
  }
}
