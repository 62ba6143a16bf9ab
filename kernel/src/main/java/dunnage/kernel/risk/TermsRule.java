package dunnage.kernel.risk;

/// Which terms to go on with: by grade, one step harder when arrears are serious or the wait grows,
/// two when arrears are severe.
public final class TermsRule {

  private TermsRule() {}

  public static TermsAdvice advise(
      Grade grade, Degree degree, boolean everLater, boolean insolvent) {
    TermsAdvice byGrade =
        switch (grade) {
          case A, B -> TermsAdvice.OPEN_ACCOUNT;
          case C -> TermsAdvice.SHORTER_TERMS;
          case D, NONE -> TermsAdvice.DEPOSIT_AND_BALANCE;
          case E -> TermsAdvice.PREPAYMENT;
        };
    int harder =
        switch (degree) {
          case NONE, LIGHT, MODERATE -> everLater ? 1 : 0;
          case SERIOUS -> 1;
          case SEVERE -> 2;
        };
    TermsAdvice[] all = TermsAdvice.values();
    return insolvent
        ? TermsAdvice.PREPAYMENT
        : all[Math.min(all.length - 1, byGrade.ordinal() + harder)];
  }
}
