package dunnage.app.cli;

import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.InterestRules;
import dunnage.kernel.law.Law;
import dunnage.kernel.law.LimitationRule;
import dunnage.kernel.law.LimitationRules;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which rows of the law tables a command speaks of.
final class RuleChoice {

  private static final int SUGGESTIONS = 8;
  private static final int EDITS_MAX = 2;
  private static final int SHORT = 3;

  /// Before, no reference rate and no rule of the tables exists; after, no day of a claim.
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2199;

  private RuleChoice() {}

  /// The rows to compute: one, the rows of one family, or alternatives of the creditor.
  static List<InterestRule> interest(@Nullable String rule, @Nullable String law) {
    InterestRules rules = Law.shipped().interestRules();
    if ((rule == null) == (law == null)) {
      throw new Stop(
          ExitCode.USAGE,
          "Name either a rule or a law, for example --rule DE-B2B or --law DE;"
              + " dunnage interest --rules lists them.");
    }
    if (rule != null) {
      InterestRule found = rules.find(rule.strip());
      if (found == null) {
        Stream<String> ids = rules.all().stream().map(InterestRule::id);
        throw unknown("--rule", rule, near(rule, ids), "dunnage interest --rules");
      }
      return List.of(found);
    }
    List<InterestRule> found = rules.forLaw(law.strip());
    if (found.isEmpty()) {
      List<String> there = rules.inLaw(law.strip()).stream().map(RuleChoice::named).toList();
      if (!there.isEmpty()) {
        throw new Stop(
            ExitCode.USAGE,
            "--law "
                + law
                + " does not say which row; choose with --rule:\n  "
                + String.join("\n  ", there));
      }
      Stream<String> laws = rules.all().stream().map(InterestRule::jurisdiction).distinct();
      throw unknown("--law", law, near(law, laws), "dunnage interest --rules");
    }
    return found;
  }

  static LimitationRule limitation(String rule) {
    LimitationRules rules = Law.shipped().limitationRules();
    LimitationRule found = rules.find(rule.strip());
    if (found != null) {
      return found;
    }
    List<String> there =
        rules.inLaw(rule.strip()).stream().map(r -> r.id() + "  " + r.claimType()).toList();
    if (!there.isEmpty()) {
      throw new Stop(
          ExitCode.USAGE,
          "--rule "
              + rule
              + " is a law, not a rule; choose one of:\n  "
              + String.join("\n  ", there));
    }
    Stream<String> ids = rules.all().stream().map(LimitationRule::id);
    throw unknown("--rule", rule, near(rule, ids), "dunnage limitation --rules");
  }

  static String needed(String flag, @Nullable String written, String example) {
    if (written == null) {
      throw new Stop(
          ExitCode.USAGE, flag + " is missing; write it like " + flag + " \"" + example + "\".");
    }
    return written;
  }

  /// A day of a claim.
  static LocalDate day(String flag, String written) {
    return day(flag, written, "2026-03-31");
  }

  static LocalDate day(String flag, String written, String example) {
    LocalDate day = Day.written(flag, written, example);
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new Stop(
          ExitCode.USAGE,
          flag
              + " "
              + written
              + " lies outside "
              + FIRST_YEAR
              + " to "
              + LAST_YEAR
              + "; check the year.");
    }
    return day;
  }

  private static String named(InterestRule rule) {
    return rule.id() + "  " + rule.scope() + " (" + rule.formula() + ")";
  }

  private static Stop unknown(String flag, String written, List<String> near, String lists) {
    String hint = near.isEmpty() ? "" : "\nDid you mean: " + String.join(", ", near) + "?";
    return new Stop(
        ExitCode.USAGE, flag + " " + written + " is not in the tables." + hint + "\nTry: " + lists);
  }

  /// What starts alike or differs by two letters, the nearest first.
  private static List<String> near(String written, Stream<String> ids) {
    String asked = written.strip().toUpperCase(Locale.ROOT);
    String start = asked.split("-", 2)[0];
    record Near(String id, int edits) {}
    int most = asked.length() <= SHORT ? 1 : EDITS_MAX;
    return ids.map(id -> new Near(id, edits(asked, id)))
        .filter(n -> n.edits() <= most || (!start.isEmpty() && n.id().startsWith(start)))
        .sorted(Comparator.comparingInt(Near::edits).thenComparing(Near::id))
        .limit(SUGGESTIONS)
        .map(Near::id)
        .toList();
  }

  /// Letters to put in, take out or change (Levenshtein), of the first 40.
  private static int edits(String a, String b) {
    String short40 = a.substring(0, Math.min(a.length(), 40));
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= short40.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = corner + (short40.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
