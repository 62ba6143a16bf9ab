package dunnage.app.report;

import dunnage.app.wording.Figures;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.RiskLevel;
import java.io.IOException;
import java.util.List;

/// Small pieces that look the same wherever they stand: a name, a grade, money.
final class Marks {

  /// Names are cut at this many characters; a name of 500 is a broken export, not a name.
  private static final int NAME_CHARS = 120;

  private Marks() {}

  /// The name as the debtor writes it, kept from turning the direction of what follows.
  static void name(Html html, Party party) throws IOException {
    name(html, party.name(), party.country());
  }

  static void name(Html html, String name, String country) throws IOException {
    String shown = name.isBlank() ? "no name" : Figures.cut(name, NAME_CHARS);
    String language = language(shown, country);
    if (language.isEmpty()) {
      html.leaf("bdi", shown);
    } else {
      html.leaf("bdi", shown, "lang", language);
    }
  }

  static void country(Html html, Party party) throws IOException {
    if (!party.country().isBlank()) {
      html.text(" ");
      html.leaf("span", Figures.cut(party.country(), 24), "class", "cc");
    }
  }

  static void grade(Html html, Grade grade) throws IOException {
    html.text(" ");
    html.open("span", "class", bad(grade) ? "grade bad" : "grade");
    if (grade != Grade.NONE) {
      html.leaf("span", "Grade ", "class", "unseen");
    }
    html.text(grade == Grade.NONE ? "no grade" : grade.label()).close("span");
  }

  static boolean bad(Grade grade) {
    return switch (grade) {
      case D, E -> true;
      case A, B, C, NONE -> false;
    };
  }

  /// Whether it is more than a reminder, which anyone can write.
  static boolean pressing(NextStep.Action action) {
    return action.compareTo(NextStep.Action.REMIND) < 0;
  }

  /// A shape and a word; the colour only repeats them.
  static void risk(Html html, RiskLevel risk) throws IOException {
    String shape =
        switch (risk) {
          case LOW -> "M6 2a4 4 0 1 0 0 8 4 4 0 1 0 0-8Z";
          case GUARDED -> "M2.5 2.5h7v7h-7Z";
          case ELEVATED -> "M6 1.5 11 10.5H1Z";
          case HIGH -> "M4 1h4l3 3v4l-3 3H4L1 8V4Z";
        };
    boolean filled = risk == RiskLevel.HIGH || risk == RiskLevel.ELEVATED;
    html.open("span", "class", risk == RiskLevel.HIGH ? "risk alarm" : "risk");
    html.open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true", "focusable", "false");
    html.empty("path", "d", shape, "class", filled ? "full" : "hollow").close("svg");
    html.text(risk.code()).close("span");
  }

  /// A line of a chart's key: a small drawing and what it stands for.
  static void key(Html html, String words, String shape, String... attributes) throws IOException {
    html.open("li").open("svg", "aria-hidden", "true", "focusable", "false");
    html.empty(shape, attributes).close("svg").text(words).close("li");
  }

  static void money(Html html, Money money) throws IOException {
    html.open("span", "class", "money");
    html.leaf("span", money.currency().code(), "class", "cur").text("\u00A0");
    html.text(Figures.digits(money)).close("span");
  }

  /// One line per currency, or `–`.
  static void money(Html html, Amounts amounts) throws IOException {
    List<Money> all = amounts.nonZero();
    if (all.isEmpty()) {
      html.text(Figures.NOTHING);
    }
    for (Money money : all) {
      money(html, money);
    }
  }

  /// A cell in accounting form: code left and quiet, figure right.
  static void moneyCell(Html html, Amounts amounts, String... classes) throws IOException {
    html.open("td", "class", ("num acc " + String.join(" ", classes)).strip());
    money(html, amounts);
    html.close("td");
  }

  /// The language that picks the right Han glyphs; empty where the script does not tell.
  private static String language(String name, String country) {
    boolean han = false;
    for (int c : name.codePoints().toArray()) {
      switch (Character.UnicodeScript.of(c)) {
        case HIRAGANA, KATAKANA -> {
          return "ja";
        }
        case HANGUL -> {
          return "ko";
        }
        case HAN -> han = true;
        default -> {}
      }
    }
    if (!han) {
      return "";
    }
    return switch (country) {
      case "JP" -> "ja";
      case "TW", "HK", "MO" -> "zh-Hant";
      default -> "zh-Hans";
    };
  }
}
