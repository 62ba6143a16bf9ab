package dunnage.app.ledger;

import dunnage.kernel.ledger.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words for what happened around the money: the kernel's, and plain notes.
final class Events {

  static final String NOTE = "note";

  /// One talked to somebody. The kernel reckons with what came of it: a promise, a reply.
  static final String CALL = "call";

  static final String DISPUTE = Event.DISPUTE_OPENED.code();

  private static final Map<String, Event> KNOWN =
      Arrays.stream(Event.values()).collect(Collectors.toMap(Event::code, Function.identity()));

  private Events() {}

  /// The kernel's event, or null for one it does not reckon with.
  static @Nullable Event known(String code) {
    return KNOWN.get(code);
  }

  /// Every word that may be there.
  static Set<String> known() {
    Set<String> words = words();
    words.add(Event.DISPUTE_CLOSED.code());
    return words;
  }

  /// Every word that can be entered. A dispute ends where it is listed, not by a word.
  static Set<String> words() {
    Set<String> words = new TreeSet<>(KNOWN.keySet());
    words.add(NOTE);
    words.add(CALL);
    words.remove(Event.DISPUTE_CLOSED.code());
    return words;
  }
}
