package dunnage.app.desk;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says in another language what was said in English elsewhere. Scores, alarms and what was found
/// in files are kept with their sentences, also those of years ago; each is made of a few clauses
/// with figures in them, and the book has every one of these.
@Component
public class Phrasebook {

  static final String FINDINGS = "/dunnage/words/findings.txt";
  static final String REMARKS = "/dunnage/words/remarks.txt";

  private final Phrases risk = new Phrases("/dunnage/words/phrases.txt");
  private final Phrases findings = new Phrases(FINDINGS);
  private final Phrases remarks = new Phrases(REMARKS);

  /// What the risk desk says. What the book does not have stays English, here and below.
  public String say(String english, Locale locale) {
    return risk.say(english, locale);
  }

  /// What a reader of files says.
  String finding(String english, Locale locale) {
    return findings.say(english, locale);
  }

  /// A word of a reader of files that by itself may as well be quoted from a file.
  String findingWord(String english, Locale locale) {
    return findings.word(english, locale);
  }

  /// What is wrong with a field or a request, and how to mend it.
  public String remark(String english, Locale locale) {
    return remarks.say(english, locale);
  }

  Optional<String> found(String english, Locale language) {
    return risk.found(english, language);
  }

  Optional<String> foundFinding(String english, Locale language) {
    return findings.found(english, language);
  }

  Optional<String> foundRemark(String english, Locale language) {
    return remarks.found(english, language);
  }
}
