package dunnage.formats;

import dunnage.kernel.ledger.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What words in cells mean: states, kinds of documents, totals, months, events.
final class CellWords {

  /// State of a document.
  enum State {
    PAID,
    VOID,
    DRAFT,
    OTHER
  }

  /// Yes or no.
  enum Answer {
    YES,
    NO,
    NONE
  }

  /// Kind of a document.
  enum Kind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    OTHER
  }

  private static final Map<String, Set<String>> BY_MEANING = load();
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, Event> EVENTS = events();
  private static final List<String> TOTALS = new ArrayList<>(words("total"));

  private CellWords() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> all = new HashMap<>();
    for (ListedWords.Line line : ListedWords.read("words.tsv")) {
      Set<String> words = all.computeIfAbsent(line.meaning(), m -> new HashSet<>());
      line.words().forEach(word -> words.add(Folding.fold(word)));
    }
    return all;
  }

  private static Set<String> words(String meaning) {
    return BY_MEANING.getOrDefault(meaning, Set.of());
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int month = 1; month <= 12; month++) {
      for (String word : words("month_" + month)) {
        months.put(word, month);
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, Event> events() {
    Map<String, Event> events = new HashMap<>();
    for (Event event : Event.values()) {
      events.put(Folding.fold(event.code()), event);
      words("event_" + event.code()).forEach(word -> events.put(word, event));
    }
    return Map.copyOf(events);
  }

  /// 1 to 12, or null.
  static @Nullable Integer month(String word) {
    return MONTHS.get(Folding.fold(word));
  }

  static @Nullable Event event(String words) {
    return EVENTS.get(Folding.fold(words));
  }

  static State state(String words) {
    String folded = Folding.fold(words);
    if (words("paid").contains(folded)) {
      return State.PAID;
    }
    if (words("void").contains(folded)) {
      return State.VOID;
    }
    return words("draft").contains(folded) ? State.DRAFT : State.OTHER;
  }

  static Kind kind(String words) {
    String folded = Folding.fold(words);
    if (words("invoice").contains(folded)) {
      return Kind.INVOICE;
    }
    if (words("credit_note").contains(folded)) {
      return Kind.CREDIT_NOTE;
    }
    return words("payment").contains(folded) ? Kind.PAYMENT : Kind.OTHER;
  }

  static Answer answer(String words) {
    String folded = Folding.fold(words);
    if (words("yes").contains(folded)) {
      return Answer.YES;
    }
    return words("no").contains(folded) ? Answer.NO : Answer.NONE;
  }

  /// `Total`, `Total for Acme`, `合计：`; not `Total Energies SA`, which the caller tells by its other
  /// cells.
  static boolean startsTotal(String words) {
    String folded = Folding.fold(words);
    for (String total : TOTALS) {
      if (folded.equals(total)
          || folded.startsWith(total + " ")
          || (folded.startsWith(total) && isHan(total.charAt(0)))) {
        return true;
      }
    }
    return false;
  }

  /// A heading of an aging report, such as `1 - 30 days past due`, and no customer.
  static boolean isAgingHeading(String words) {
    String folded = Folding.fold(words);
    for (String heading : words("aging_heading")) {
      if (folded.equals(heading) || folded.endsWith(" " + heading)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
