package dunnage.app.cli;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.UnmatchedReceipt;
import java.time.LocalDate;
import java.util.List;

/// Money that counts for nothing until someone says what it pays.
final class UnmatchedSection {

  private static final int SHOWN = 10;

  private UnmatchedSection() {}

  static void print(Assessment assessment, Terminal terminal) {
    if (assessment.unmatched().isEmpty()) {
      return;
    }
    Heading.print("Money that matches nothing yet", terminal);
    Table table = new Table("payer", "day", ">amount");
    for (UnmatchedReceipt line : assessment.unmatched().stream().limit(SHOWN).toList()) {
      Fact.BankReceipt receipt = line.receipt();
      String payer = receipt.payer().isEmpty() ? "–" : receipt.payer();
      String day = receipt.on().equals(LocalDate.MIN) ? "undated" : receipt.on().toString();
      String text = String.join(" ", receipt.texts());
      String why = (text.isBlank() ? "" : "“" + text + "” ") + line.why();
      table.row(List.of(payer, day, Figures.money(receipt.amount())), List.of(why));
    }
    table.print(terminal);
    int more = assessment.unmatched().size() - SHOWN;
    if (more > 0) {
      terminal.out().println("and " + more + " more: --json has all");
    }
  }
}
