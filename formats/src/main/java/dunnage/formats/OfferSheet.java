package dunnage.formats;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The terms of one offer, as a person writes them down: a `key: value` on each line, `#` before a
/// remark. A key that is not known is a problem, never skipped: terms that are only half read would
/// price a different offer.
public final class OfferSheet {

  private static final long MOST_BYTES = 1 << 18;
  private static final int MOST_PROBLEMS = 20;
  private static final Pattern LINE = Pattern.compile(" line (\\d{1,6}): ");

  private final String label;
  private final boolean fromFile;
  private final Map<OfferKey, List<OfferValue>> values = new EnumMap<>(OfferKey.class);
  private final Map<OfferKey, String> places = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private OfferSheet(String label, boolean fromFile) {
    this.label = label;
    this.fromFile = fromFile;
  }

  /// Terms that come from options only.
  ///
  /// @param label names the offer when the terms do not
  public static OfferSheet ofOptions(String label) {
    return new OfferSheet(label, false);
  }

  /// Reads a file; what is wrong shows in [#reading].
  public static OfferSheet of(Path file, String label) {
    OfferSheet sheet = new OfferSheet(label, true);
    String text = sheet.text(file);
    if (text != null) {
      sheet.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
    return sheet;
  }

  /// Sets a term from outside the file; it replaces what the file says of a key with one value.
  ///
  /// @param where the option's name
  public OfferSheet set(String where, String key, String value) {
    OfferKey found = known(where, key);
    if (found != null) {
      if (!found.list()) {
        values.remove(found);
      }
      add(where, found, value);
    }
    return this;
  }

  /// Whether it asks debtors to pay early: then terms of a financier have no place in it.
  public boolean asksDebtors() {
    return values.containsKey(OfferKey.EARLY);
  }

  public OfferReading reading() {
    OfferReading reading = new OfferTerms(label, fromFile, values).reading();
    if (problems.isEmpty()) {
      return reading;
    }
    List<String> all = new ArrayList<>(problems);
    // what is missing may be what is misspelt
    reading.problems().stream().filter(p -> !p.contains(" is missing; ")).forEach(all::add);
    all.sort(Comparator.comparingInt(OfferSheet::line));
    List<String> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_PROBLEMS)));
    if (all.size() > MOST_PROBLEMS) {
      shown.add(label + ": and " + (all.size() - MOST_PROBLEMS) + " more like these.");
    }
    return new OfferReading(null, shown, List.of());
  }

  private @Nullable String text(Path file) {
    try {
      if (java.nio.file.Files.isDirectory(file) || java.nio.file.Files.size(file) > MOST_BYTES) {
        problems.add(label + ": terms are a text file of at most " + MOST_BYTES + " bytes.");
        return null;
      }
      return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException otherCharset) {
      problems.add(label + ": is not UTF-8 text; save it as UTF-8.");
    } catch (IOException unreadable) {
      problems.add(label + ": cannot be read: " + unreadable.getMessage());
    }
    return null;
  }

  private void lines(String text) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String content = line.replaceFirst("(^|\\s)#.*", "").strip();
      if (!content.isEmpty()) {
        line(label + " line " + number, content);
      }
    }
  }

  private void line(String where, String content) {
    int colon = content.indexOf(':');
    if (colon < 1) {
      problems.add(where + ": “" + shown(content) + "” is no line like advance-rate: 85%.");
      return;
    }
    OfferKey key = known(where, content.substring(0, colon));
    if (key == null) {
      return;
    }
    String before = key.list() ? null : places.put(key, where);
    if (before != null) {
      problems.add(where + ": " + key.key() + " stands already at " + before + "; keep one.");
      return;
    }
    add(where, key, content.substring(colon + 1));
  }

  private void add(String where, OfferKey key, String value) {
    String text = value.strip().replaceAll("\\s+", " ");
    values.computeIfAbsent(key, k -> new ArrayList<>()).add(new OfferValue(where, key, text));
  }

  private @Nullable OfferKey known(String where, String written) {
    OfferKey key = OfferKey.find(written);
    if (key == null) {
      problems.add(
          where
              + ": “"
              + shown(written.strip())
              + "” is no key; the nearest is "
              + OfferKey.nearest(shown(written)).key()
              + ". dunnage price --template lists all.");
    }
    return key;
  }

  private static int line(String problem) {
    Matcher line = LINE.matcher(problem);
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /// A hostile file must not draw on the reader's terminal.
  private static String shown(String text) {
    String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return cut.replaceAll("\\p{C}", "?");
  }
}
