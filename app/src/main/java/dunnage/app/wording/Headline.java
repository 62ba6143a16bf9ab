package dunnage.app.wording;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.warning.Tendency;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The book in one sentence, the same on the page, in the terminal and in JSON.
///
/// @param book what is overdue, else what is open, without a full stop
/// @param needing debtors that need a person
/// @param worse debtors that get worse
/// @param growing customers one could sell more to
/// @param anythingOpen whether there is anything to do about it
public record Headline(String book, int needing, int worse, int growing, boolean anythingOpen) {

  public static Headline of(Assessment a) {
    return new Headline(
        book(a),
        count(a, d -> d.nextStep().action().needsYou()),
        count(a, d -> d.warning().trend() == Tendency.WORSE),
        a.toGrow().size(),
        a.portfolio().open() > 0);
  }

  /// Everything, with its full stop.
  public String sentence() {
    List<String> clauses = new ArrayList<>();
    clauses.add(book);
    if (anythingOpen) {
      clauses.add(needs());
    }
    clauses.addAll(outlook());
    return String.join("; ", clauses) + ".";
  }

  /// `6 need you today`
  public String needs() {
    return needing == 0
        ? "nobody needs you today"
        : Figures.whole((double) needing) + (needing == 1 ? " needs" : " need") + " you today";
  }

  /// What comes after that, clause by clause.
  public List<String> outlook() {
    List<String> clauses = new ArrayList<>();
    if (worse > 0) {
      clauses.add(Figures.whole((double) worse) + (worse == 1 ? " is" : " are") + " getting worse");
    }
    if (growing > 0) {
      clauses.add("you could sell more to " + Figures.count(growing, "customer"));
    }
    return clauses;
  }

  private static String book(Assessment a) {
    Portfolio p = a.portfolio();
    if (p.receivables() == 0) {
      return "No receivable had been issued yet";
    }
    if (p.open() == 0) {
      return "Nothing is open: "
          + (p.receivables() == 1
              ? "the one receivable is"
              : "all " + Figures.count(p.receivables(), "receivable") + " are")
          + " settled";
    }
    CurrencyLine base = p.inBase();
    if (p.overdueCount() == 0) {
      return "Nothing is overdue; "
          + (base == null ? are(p.openAmount()) : are(Amounts.of(List.of(base.openAmount()))))
          + " open";
    }
    return (base == null ? are(p.overdueAmount()) : are(Amounts.of(List.of(base.overdueAmount()))))
        + " overdue with "
        + Figures.count(p.overdueDebtors(), "debtor");
  }

  /// `EUR 1.82 m is`, `EUR 1.82 m and USD 5.00 are`
  private static String are(Amounts amounts) {
    return Figures.rough(amounts) + (amounts.nonZero().size() > 1 ? " are" : " is");
  }

  private static int count(Assessment a, Predicate<DebtorLine> which) {
    return (int) a.debtors().stream().filter(which).count();
  }
}
