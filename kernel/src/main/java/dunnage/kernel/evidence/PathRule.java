package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which names a document may have, so that a bundle unpacks to the same files on every system and
/// never outside its own folder.
public final class PathRule {

  /// Order of the documents: by the bytes of their UTF-8 names, unsigned.
  public static final Comparator<String> ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private static final int PATH_BYTES_MOST = 1_000;
  private static final int SEGMENT_BYTES_MOST = 255;

  /// What stands for bytes that are no text.
  private static final char UNREADABLE = '\uFFFD';

  private static final String RESERVED_CHARACTERS = "<>:\"|?*\\";
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private PathRule() {}

  /// What is wrong with a name below `data/`, or null.
  public static @Nullable String problem(String path) {
    if (path.getBytes(StandardCharsets.UTF_8).length > PATH_BYTES_MOST) {
      return "is longer than " + PATH_BYTES_MOST + " bytes";
    }
    for (String segment : path.split("/", -1)) {
      String problem = segmentProblem(segment);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String segmentProblem(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return "does not stay in its folder";
    }
    if (segment.getBytes(StandardCharsets.UTF_8).length > SEGMENT_BYTES_MOST) {
      return "has a part longer than " + SEGMENT_BYTES_MOST + " bytes";
    }
    if (segment.indexOf(UNREADABLE) >= 0) {
      return "is not UTF-8, or the language of this session is not (LC_ALL=C.UTF-8)";
    }
    if (segment.codePoints().anyMatch(PathRule::isHidden)) {
      return "holds a control character or one that turns the direction of text";
    }
    if (segment.chars().anyMatch(c -> RESERVED_CHARACTERS.indexOf(c) >= 0)) {
      return "holds one of < > : \" | ? * \\, which Windows cannot write";
    }
    if (segment.endsWith(".") || segment.endsWith(" ")) {
      return "ends with a dot or space, which Windows drops";
    }
    String stem = segment.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) ? "is the name of a device on Windows" : null;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF;
    };
  }

  /// Two names that are one file on some system: equal but for case or for how accents are written;
  /// or a file that is a folder of another. Null if there are none.
  ///
  /// @return the two names
  public static @Nullable List<String> clash(List<String> paths) {
    Map<String, String> files = new HashMap<>();
    for (String path : paths) {
      String other = files.put(folded(path), path);
      if (other != null) {
        return List.of(other, path);
      }
    }
    Map<String, String> folders = new HashMap<>();
    for (String path : paths) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash);
        String file = files.get(folded(folder));
        if (file != null) {
          return List.of(file, path);
        }
        String spelled = folders.putIfAbsent(folded(folder), folder);
        if (spelled != null && !spelled.equals(folder)) {
          return List.of(spelled, folder);
        }
      }
    }
    return null;
  }

  private static String folded(String path) {
    String upper = Normalizer.normalize(path, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }
}
