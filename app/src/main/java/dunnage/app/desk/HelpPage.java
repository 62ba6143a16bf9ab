package dunnage.app.desk;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What each page is for, the keys, where the data is, what the words mean, and how to begin.
@Page
class HelpPage {

  /// Their words are `help.word.…` and `help.word.….is`.
  private static final List<String> WORDS =
      List.of(
          "debtor",
          "receivable",
          "due",
          "overdue",
          "dbt",
          "deposit",
          "balance",
          "unallocated",
          "grade",
          "trend",
          "limit",
          "headroom",
          "step",
          "promise",
          "dispute",
          "alert",
          "base");

  @GetMapping("/help")
  String help(Model model) {
    model.addAttribute("pages", DeskPages.RAIL);
    model.addAttribute("glossary", WORDS);
    model.addAttribute("help", true);
    return "help";
  }
}
