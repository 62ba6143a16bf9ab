package dunnage.app.access;

import dunnage.app.desk.Choices;
import dunnage.app.desk.Page;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In and out, with a browser.
@Page
class SignInPage {

  private static final String FORM = "sign-in";
  private static final String JOIN = "join";

  private final SessionsApi sessions;
  private final SignIn signIn;
  private final PageWords words;
  private final InvitationsApi invitations;
  private final Wrongs wrongs;

  SignInPage(
      SessionsApi sessions,
      SignIn signIn,
      PageWords words,
      InvitationsApi invitations,
      Wrongs wrongs) {
    this.invitations = invitations;
    this.wrongs = wrongs;
    this.words = words;
    this.sessions = sessions;
    this.signIn = signIn;
  }

  /// The address that was asked for, to come back to it.
  static String encoded(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean reads = request.getMethod().equals("GET");
    String asked = reads ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
    return URLEncoder.encode(Choices.local(asked), StandardCharsets.UTF_8);
  }

  @GetMapping("/sign-in")
  String form(@RequestParam(name = "to", defaultValue = "/") String to, Model model) {
    model.addAttribute("to", Choices.local(to));
    model.addAttribute("email", "");
    return FORM;
  }

  @PostMapping("/sign-in")
  String enter(
      @RequestParam(name = "email", defaultValue = "") String email,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "to", defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      var begun =
          sessions.begin(new SessionsApi.NewSession(email, password, null), this::first, request);
      response.addHeader(
          HttpHeaders.SET_COOKIE, begun.getHeaders().getFirst(HttpHeaders.SET_COOKIE));
      return "redirect:" + Choices.local(to);
    } catch (Problem no) {
      response.setStatus(no.status().value());
      model.addAttribute("no", words.known("sign-in.no." + no.code(), "sign-in.no.other"));
      model.addAttribute("to", Choices.local(to));
      model.addAttribute("email", email.length() > 200 ? "" : email);
      return FORM;
    }
  }

  /// Whoever belongs to several begins in the first and changes there.
  private UUID first(UUID person) {
    List<SignIn.Choice> all = signIn.choices(person);
    return signIn.chosen(person, all.isEmpty() ? "" : all.getFirst().id());
  }

  /// By an invitation: someone new with a name and a password, someone known with theirs.
  @GetMapping("/join")
  String join(@RequestParam(name = "secret", defaultValue = "") String secret, Model model) {
    model.addAttribute("secret", secret.length() > 200 ? "" : secret);
    return JOIN;
  }

  @PostMapping("/join")
  String join(
      @RequestParam(name = "secret", defaultValue = "") String secret,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "password", defaultValue = "") String password,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      String given = name.isBlank() ? null : name;
      Object ignored =
          invitations.accept(new InvitationsApi.Acceptance(secret, given, password), request);
      return "redirect:/sign-in";
    } catch (Problem no) {
      response.setStatus(no.status().value());
      model.addAttribute("errors", wrongs.of(no, locale));
      return join(secret, model);
    }
  }

  @PostMapping("/sign-out")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    @Nullable String cleared =
        sessions.signOut(request).getHeaders().getFirst(HttpHeaders.SET_COOKIE);
    response.addHeader(HttpHeaders.SET_COOKIE, cleared);
    return "redirect:/sign-in";
  }
}
