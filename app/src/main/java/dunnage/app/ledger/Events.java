package dunnage.app.ledger;

import dunnage.kernel.ledger.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words for what happened around the money: the kernel's, and plain notes.
final class Events {

  static final String NOTE = "note";

  private static final Map<String, Event> KNOWN =
      Arrays.stream(Event.values()).collect(Collectors.toMap(Event::code, Function.identity()));

  private Events() {}

  /// The kernel's event, or null for one it does not reckon with.
  static @Nullable Event known(String code) {
    return KNOWN.get(code);
  }

  static boolean isWord(String code) {
    return code.equals(NOTE) || KNOWN.containsKey(code);
  }
}
