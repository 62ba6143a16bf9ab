package dunnage.formats;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map from words to values that is asked with a slice of a buffer, so that looking up a debtor
/// for each of a million rows makes no strings.
final class Slices<T> {

  /// A longer search means that the words were chosen to collide; those go to a map that does not
  /// mind.
  private static final int STEPS_MAX = 48;

  private final Map<String, T> crowded = new HashMap<>();
  private @Nullable String[] keys = new String[256];
  private @Nullable Object[] values = new Object[256];
  private int size;

  /// The value of the word `text[from..to)`, or null.
  @SuppressWarnings("unchecked")
  @Nullable T find(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int mask = keys.length - 1;
    int slot = spread(hash) & mask;
    int steps = 0;
    for (String key = keys[slot]; key != null; key = keys[slot]) {
      if (equal(key, text, from, to)) {
        return (T) values[slot];
      }
      if (++steps == STEPS_MAX) {
        return crowded.get(new String(text, from, to - from));
      }
      slot = slot + 1 & mask;
    }
    return null;
  }

  private static boolean equal(String key, char[] text, int from, int to) {
    int length = to - from;
    if (key.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (key.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return size;
  }

  /// Adds a word that is not there yet.
  void put(String key, T value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    insert(key, value);
    size++;
  }

  private void insert(String key, T value) {
    int mask = keys.length - 1;
    int slot = spread(key.hashCode()) & mask;
    int steps = 0;
    while (keys[slot] != null) {
      if (++steps == STEPS_MAX) {
        crowded.put(key, value);
        return;
      }
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  @SuppressWarnings("unchecked")
  private void grow() {
    @Nullable String[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new String[oldKeys.length * 2];
    values = new Object[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      String key = oldKeys[i];
      Object value = oldValues[i];
      if (key != null && value != null) {
        insert(key, (T) value);
      }
    }
  }

  /// Neighbouring numbers must not end up as neighbours: a long run makes every miss slow.
  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ mixed >>> 15;
  }
}
