package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Text with signatures, as C2SP `signed-note` defines it: the text, a blank line, then one line
/// per signature, `— name base64(key id || signature)`.
///
/// @param text ends with a line feed
public record SignedNote(String text, List<Line> lines) {

  private static final String DASH = "— ";
  private static final byte ED25519 = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int LINES_MOST = 16;

  /// @param name of the key, without spaces and plus signs
  /// @param blob key id and signature
  public record Line(String name, byte[] blob) {}

  public SignedNote {
    lines = List.copyOf(lines);
  }

  /// @param text ends with a line feed
  public static SignedNote sign(String text, String name, SigningKey key) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text, List.of(new Line(name, join(keyId(name, key.verifyingKey()), signature))));
  }

  /// @throws IllegalArgumentException if it is no note, or is written in another way than
  ///   [#written] would
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("no blank line before signatures");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(blank + 2).split("\n", LINES_MOST + 2)) {
      if (line.isEmpty()) {
        continue; // after the last line feed; anything else shows in the comparison below
      }
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !line.startsWith(DASH) || parts[1].isEmpty()) {
        throw new IllegalArgumentException("not a signature line");
      }
      lines.add(new Line(parts[1], Base64.getDecoder().decode(parts[2])));
    }
    SignedNote parsed = new SignedNote(note.substring(0, blank + 1), lines);
    if (lines.isEmpty() || lines.size() > LINES_MOST || !parsed.written().equals(note)) {
      throw new IllegalArgumentException("not a note in its one written form");
    }
    return parsed;
  }

  /// The note as it is kept and sent.
  public String written() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Line line : lines) {
      note.append(DASH).append(line.name()).append(' ');
      note.append(Base64.getEncoder().encodeToString(line.blob())).append('\n');
    }
    return note.toString();
  }

  /// Whether a line of this name and key is there, and every such line holds.
  public boolean signedBy(String name, VerifyingKey key) {
    byte[] id = keyId(name, key);
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (Line line : lines) {
      byte[] blob = line.blob();
      if (line.name().equals(name)
          && blob.length > KEY_ID_BYTES
          && Arrays.equals(id, Arrays.copyOf(blob, KEY_ID_BYTES))) {
        found = true;
        if (!key.verifies(message, Arrays.copyOfRange(blob, KEY_ID_BYTES, blob.length))) {
          return false;
        }
      }
    }
    return found;
  }

  /// The first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`.
  private static byte[] keyId(String name, VerifyingKey key) {
    byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.of(head, new byte[] {ED25519}, key.raw()).bytes(), KEY_ID_BYTES);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
