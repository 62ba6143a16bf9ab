package dunnage.kernel.calendar;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the trade's usual wordings of payment terms, in Chinese, English, Russian, German, French,
/// Spanish and Portuguese, into dated parts. What is not understood as a whole is not read at all:
/// half a contract is worse than none.
///
/// Conventions where the words are silent: a deposit starts with the order; a balance falls due at
/// shipment; an L/C or D/P with the presentation of documents; a D/A with acceptance; everything
/// else with the invoice. A cash discount (`2/10 net 30`) stays in the words: the due date is the
/// net one.
public final class TermsText {

  /// Longer texts are contracts, not terms.
  private static final int MAX_CHARS = 300;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?%");
  private static final Pattern BREAK = Pattern.compile("(?<!\\d),|,(?!\\d)|[;+&、。\\n]");
  private static final Pattern RATIO =
      Pattern.compile("(?<![\\d/.,])(\\d{1,2})\\s?[/:]\\s?(\\d{1,2})(?![\\d/.,%])");
  private static final Pattern DISCOUNT =
      Pattern.compile(
          "(?<![\\d/])\\d{1,2}(?:[.,]\\d{1,2})?\\s?%?\\s?[/ ]\\s?\\d{1,2}(?:\\s?days?)?\\s?[,;]?\\s?(?=(?:net|n/)\\s?\\d)");
  private static final Pattern ONLY_T_T =
      Pattern.compile("(?:payment|terms|by|:|t/t|tt|电汇|оплата|zahlung|付款方式|\\s)*");

  private record Piece(@Nullable BigDecimal percent, String words) {}

  private TermsText() {}

  /// The terms in parts whose percents add up to 100, or null when they cannot be read.
  public static @Nullable Terms parse(String words) {
    if (words.length() > MAX_CHARS) {
      return null;
    }
    String text = plain(words);
    if (text.isEmpty() || TermsWords.WORKING_DAYS.matcher(text).find()) {
      return null;
    }
    List<Piece> pieces = pieces(text);
    List<TermsPart> parts = pieces == null ? null : parts(pieces);
    return parts == null ? null : new Terms(words.strip(), parts);
  }

  private static String plain(String words) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    text = text.replaceAll("[ \\t\\u00a0]+", " ").strip();
    if (text.length() > 2 * MAX_CHARS) {
      return ""; // compatibility forms can unfold many times over
    }
    text = DISCOUNT.matcher(text).replaceAll("");
    Matcher ratio = RATIO.matcher(text);
    if (ratio.find()
        && Integer.parseInt(ratio.group(1)) + Integer.parseInt(ratio.group(2)) == 100) {
      text =
          text.substring(0, ratio.start())
              + ratio.group(1)
              + "% deposit, "
              + ratio.group(2)
              + "% "
              + text.substring(ratio.end());
    }
    return text;
  }

  /// Cuts the text so that each piece speaks of one part; null when that cannot be told.
  private static @Nullable List<Piece> pieces(String text) {
    long percents = PERCENT.matcher(text).results().count();
    List<Piece> pieces = new ArrayList<>();
    for (String clause : BREAK.split(text)) {
      if (clause.isBlank() || TermsWords.CASH_DISCOUNT.matcher(clause).find()) {
        continue;
      }
      for (String words : cut(clause, percents)) {
        if (!append(pieces, words, percents)) {
          return null;
        }
      }
    }
    return pieces.isEmpty() ? null : withTheRest(pieces);
  }

  private static boolean append(List<Piece> pieces, String words, long percents) {
    Matcher percent = PERCENT.matcher(words);
    if (!percent.find()) {
      boolean ownPart =
          percents == 1 && !pieces.isEmpty() && TermsWords.BALANCE.matcher(words).find();
      if (pieces.isEmpty() || ownPart) {
        pieces.add(new Piece(null, words));
      } else {
        Piece last = pieces.removeLast();
        pieces.add(new Piece(last.percent, last.words + " , " + words));
      }
      return true;
    }
    String rest = words.substring(0, percent.start()) + " " + words.substring(percent.end());
    if (PERCENT.matcher(rest).find()) {
      return false;
    }
    BigDecimal share = new BigDecimal(percent.group(1).replace(',', '.'));
    if (!pieces.isEmpty() && pieces.getLast().percent == null && percents == 1) {
      return false; // words without a share before the only share: unclear what the rest is
    }
    if (!pieces.isEmpty() && pieces.getLast().percent == null) {
      rest = pieces.removeLast().words + " , " + rest;
    }
    return pieces.add(new Piece(share, rest));
  }

  private static List<String> cut(String clause, long percentsInAll) {
    Matcher percent = PERCENT.matcher(clause);
    if (!percent.find()) {
      return List.of(clause);
    }
    List<Integer> starts = new ArrayList<>();
    boolean shareFirst = ONLY_T_T.matcher(clause.substring(0, percent.start())).matches();
    if (percentsInAll > 1 && shareFirst) {
      while (percent.find()) {
        starts.add(percent.start());
      }
    } else {
      Matcher balance = TermsWords.BALANCE.matcher(clause);
      while (balance.find()) {
        if (balance.start() > percent.start()) {
          starts.add(balance.start());
        }
      }
    }
    List<String> cuts = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      cuts.add(clause.substring(from, start));
      from = start;
    }
    cuts.add(clause.substring(from));
    return cuts;
  }

  /// A lone deposit leaves the rest as its balance.
  private static @Nullable List<Piece> withTheRest(List<Piece> pieces) {
    Piece first = pieces.getFirst();
    if (pieces.size() == 1 && first.percent == null) {
      return List.of(new Piece(HUNDRED, first.words));
    }
    if (first.percent == null) {
      return null;
    }
    boolean deposit =
        first.percent.compareTo(HUNDRED) < 0 && TermsWords.ADVANCE.matcher(first.words).find();
    if (pieces.size() == 1 && deposit) {
      return List.of(first, new Piece(HUNDRED.subtract(first.percent), ""));
    }
    Piece last = pieces.getLast();
    if (pieces.size() == 2 && last.percent == null) {
      return deposit
          ? List.of(first, new Piece(HUNDRED.subtract(first.percent), last.words))
          : null;
    }
    return pieces;
  }

  private static @Nullable List<TermsPart> parts(List<Piece> pieces) {
    BigDecimal sum = BigDecimal.ZERO;
    List<TermsPart> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      BigDecimal percent = pieces.get(i).percent;
      TermsPart part =
          percent == null || percent.signum() <= 0
              ? null
              : TermsWords.part(percent, pieces.get(i).words, i, pieces.size());
      if (part == null) {
        return null;
      }
      parts.add(part);
      sum = sum.add(part.percent());
    }
    if (sum.compareTo(HUNDRED) != 0) {
      return null;
    }
    parts.sort(Comparator.comparing(p -> p.clock() != ClockStart.ORDER));
    return labelled(parts);
  }

  private static List<TermsPart> labelled(List<TermsPart> parts) {
    List<TermsPart> named = new ArrayList<>();
    int n = parts.size();
    for (int i = 0; i < n; i++) {
      TermsPart p = parts.get(i);
      boolean deposit = i == 0 && p.method() == PaymentMethod.ADVANCE;
      String label =
          n == 1
              ? "whole"
              : deposit ? "deposit" : i == n - 1 ? "balance" : "part " + (i + 1) + " of " + n;
      named.add(new TermsPart(p.percent(), label, p.method(), p.clock(), p.days(), p.endOfMonth()));
    }
    return named;
  }
}
