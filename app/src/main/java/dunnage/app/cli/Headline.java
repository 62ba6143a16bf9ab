package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.Portfolio;

/// The portfolio in one sentence.
final class Headline {

  private Headline() {}

  static String of(Assessment assessment) {
    Portfolio book = assessment.portfolio();
    if (book.receivables() == 0) {
      return "No receivable was issued by " + assessment.asOf() + ".";
    }
    if (book.open() == 0) {
      return "Nothing is open on "
          + assessment.asOf()
          + ": all "
          + Figures.count(book.receivables(), "receivable is", "receivables are")
          + " settled.";
    }
    StringBuilder sentence = new StringBuilder();
    if (book.overdueCount() == 0) {
      sentence.append(Figures.amounts(book.openAmount())).append(" is open and nothing is overdue");
    } else {
      sentence.append(Figures.amounts(book.overdueAmount()));
      sentence
          .append(book.overdueAmount().nonZero().size() > 1 ? " are" : " is")
          .append(" overdue with ");
      sentence.append(Figures.count(book.overdueDebtors(), "debtor", "debtors"));
    }
    int needed =
        (int) assessment.debtors().stream().filter(d -> d.nextStep().action().needsYou()).count();
    sentence
        .append("; ")
        .append(needed == 0 ? "nobody" : String.format(java.util.Locale.ROOT, "%,d", needed));
    sentence.append(needed > 1 ? " need you today" : " needs you today");
    int growing = assessment.toGrow().size();
    if (growing > 0) {
      sentence
          .append("; you could sell more to ")
          .append(Figures.count(growing, "customer", "customers"));
    }
    return sentence.append('.').toString();
  }
}
