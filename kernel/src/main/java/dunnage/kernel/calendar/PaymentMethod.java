package dunnage.kernel.calendar;

/// How the money is to come: the trade's usual instruments, safest for the seller first.
public enum PaymentMethod {
  ADVANCE("T/T in advance"),
  LETTER_OF_CREDIT("L/C"),
  DOCUMENTS_AGAINST_PAYMENT("D/P"),
  DOCUMENTS_AGAINST_ACCEPTANCE("D/A"),
  TRANSFER("T/T"),
  OPEN_ACCOUNT("O/A");

  private final String words;

  PaymentMethod(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
