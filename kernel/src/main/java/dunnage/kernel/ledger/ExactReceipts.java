package dunnage.kernel.ledger;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sets a bank line against a receivable only where nothing is left to judge: its text names
/// exactly one open receivable and the amount pays it exactly. Everything else stays unmatched.
final class ExactReceipts {

  /// A number of one or two characters is a word of the text more often than a reference.
  private static final int SHORTEST_NUMBER = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./_#-]*");

  private final Map<String, BookBuilder.Slot> byNumber;

  ExactReceipts(Map<String, BookBuilder.Slot> byNumber) {
    this.byNumber = byNumber;
  }

  /// @return null when allocated, else why not, in words that follow "this line …"
  @Nullable String allocate(Fact.BankReceipt receipt) {
    Set<BookBuilder.Slot> open = new LinkedHashSet<>();
    boolean namesAny = false;
    for (String text : receipt.texts()) {
      for (String word : words(text)) {
        for (BookBuilder.Slot slot = byNumber.get(word);
            slot != null;
            slot = slot.nextOfSameNumber) {
          namesAny = true;
          if (slot.open(receipt.on()).signum() > 0 && slot.openEver().signum() > 0) {
            open.add(slot);
          }
        }
      }
    }
    if (open.size() != 1) {
      return !namesAny
          ? "names no receivable"
          : open.isEmpty()
              ? "names no open receivable"
              : "names " + open.size() + " open receivables";
    }
    BookBuilder.Slot one = open.iterator().next();
    if (!one.open(receipt.on()).equals(receipt.amount())) {
      return "names "
          + one.receivable.number()
          + ", of which "
          + one.open(receipt.on())
          + " is open";
    }
    one.add(new Entry(Entry.Kind.PAYMENT, receipt.on(), receipt.amount()));
    return null;
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    words.add(text.strip());
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      String bare = word.replaceAll("[./_#-]+$", "");
      if (bare.length() >= SHORTEST_NUMBER) {
        words.add(word);
        words.add(bare);
      }
    }
    return words;
  }
}
