package dunnage.app.sample;

import dunnage.app.access.Access;
import dunnage.app.access.Elsewhere;
import dunnage.app.access.Elsewhere.Place;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.intake.SampleFiles;
import dunnage.app.platform.OwnTransactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/// The sample company to look at: an organisation of its own beside the real ones, one for each
/// person who asks for it, and the way out of it.
@Page
class SamplePage {

  /// Several organisations are asked in turn.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions sampleTransactions() {
      return new OwnTransactions(Set.of("/sample", "/sample/leave"));
    }
  }

  private final Access access;
  private final Elsewhere elsewhere;
  private final SampleFiles files;

  SamplePage(Access access, Elsewhere elsewhere, SampleFiles files) {
    this.access = access;
    this.elsewhere = elsewhere;
    this.files = files;
  }

  /// Asked for again, it is the same one, with whatever of its files it lacks.
  @PostMapping("/sample")
  String enter(HttpServletRequest request, HttpServletResponse response) {
    UUID person = access.require(Permission.IMPORT).person();
    Place sample =
        elsewhere.mine().stream()
            .filter(place -> person.equals(place.sampleOf()))
            .findFirst()
            .orElseGet(
                () ->
                    elsewhere.foundSample(
                        SampleBook.COMPANY, SampleBook.CURRENCY, SampleBook.ZONE));
    LocalDate day =
        SampleBook.upTo(LocalDate.ofInstant(sample.founded(), ZoneId.of(SampleBook.ZONE)));
    Object ignored =
        access.actingAs(
            sample.id(),
            person,
            () -> {
              for (String name : SampleBook.names()) {
                byte[] bytes = SampleBook.file(name, day).getBytes(StandardCharsets.UTF_8);
                files.bringIn(name, bytes);
              }
              return SampleBook.names();
            });
    elsewhere.goOn(sample.id(), request, response);
    return "redirect:/?done=sample";
  }

  /// Back to what is one's own; where there is nothing yet, to how one begins.
  @PostMapping("/sample/leave")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    var own =
        elsewhere.mine().stream()
            .filter(place -> place.sampleOf() == null && !place.name().endsWith(SampleBook.ENDING))
            .findFirst();
    if (own.isEmpty()) {
      return "redirect:/help#own";
    }
    elsewhere.goOn(own.get().id(), request, response);
    return "redirect:/?done=moved";
  }
}
