package dunnage.app.cli;

import dunnage.kernel.evidence.Checkpoint;
import dunnage.kernel.evidence.Hash;
import dunnage.kernel.evidence.MerkleTree;
import dunnage.kernel.evidence.SignedNote;
import dunnage.kernel.evidence.TileStore;
import dunnage.kernel.evidence.TiledTree;
import dunnage.kernel.evidence.VerifyingKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The evidence log of an organisation as a server exported it: its root worked out anew from the
/// exact bytes of every entry, and held against what was signed.
///
/// @param key that signed it; null when the log is empty or nobody did
record ExportedLog(String origin, long entries, Hash root, @Nullable VerifyingKey key) {

  /// The log is not what it says it is, and why.
  static final class Altered extends Exception {

    private static final long serialVersionUID = 1L;

    Altered(String why) {
      super(why);
    }

    Altered(long line, String why) {
      super("Line " + line + ": " + why);
    }
  }

  private static final int AT_ONCE = 8_192;

  /// Whether a file begins as an export does.
  static boolean recognised(Path file) throws IOException {
    try (BufferedReader lines = lines(file)) {
      return isStart(start(lines));
    }
  }

  /// What is no UTF-8 reads as U+FFFD, and then something does not hold.
  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private static boolean isStart(JsonTree start) {
    return start.number("v") == 1
        && start.text("origin").startsWith("dunnage/org_")
        && !start.at("size").missing();
  }

  private static JsonTree start(BufferedReader lines) throws IOException {
    return JsonTree.of(Optional.ofNullable(lines.readLine()).orElse(""));
  }

  /// @throws Altered with the first thing that does not hold
  static ExportedLog check(Path file) throws IOException, Altered {
    try (BufferedReader lines = lines(file)) {
      JsonTree start = start(lines);
      String origin = start.text("origin");
      TiledTree tree = tree(lines, origin, start.number("size"));
      if (lines.readLine() != null) {
        throw new Altered("Something follows after the end.");
      }
      if (!tree.root().hex().equals(start.text("root"))) {
        throw new Altered(
            "The entries have the root %s, not %s.".formatted(tree.root(), start.text("root")));
      }
      VerifyingKey key = tree.size() == 0 ? null : signer(start, tree);
      return new ExportedLog(origin, tree.size(), tree.root(), key);
    }
  }

  private static TiledTree tree(BufferedReader lines, String origin, long size)
      throws IOException, Altered {
    TiledTree tree = TiledTree.of(0, new Memory());
    List<Hash> leaves = new ArrayList<>();
    for (long position = 0; position < size; position++) {
      String line = lines.readLine();
      if (line == null) {
        throw new Altered("It ends after %d of %d entries.".formatted(position, size));
      }
      leaves.add(leaf(JsonTree.of(line), position, origin));
      if (leaves.size() == AT_ONCE) {
        tree = tree.append(leaves);
        leaves.clear();
      }
    }
    String end = lines.readLine();
    if (end == null || !JsonTree.of(end).text("end").equals(String.valueOf(size))) {
      throw new Altered(size + 2, "the end of the log was expected.");
    }
    return tree.append(leaves);
  }

  private static Hash leaf(JsonTree entry, long position, String origin) throws Altered {
    long line = position + 2;
    if (!entry.text("position").equals(String.valueOf(position))) {
      throw new Altered(line, "entry %d was expected.".formatted(position));
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(entry.text("bytes"));
    } catch (IllegalArgumentException notBase64) {
      throw new Altered(line, "its bytes are not base 64.");
    }
    JsonTree said = JsonTree.of(new String(bytes, StandardCharsets.UTF_8));
    if (!said.text("id").equals(entry.text("id"))) {
      throw new Altered(line, "the entry is of another id than the line says.");
    }
    if (!origin.equals("dunnage/" + said.text("org"))) {
      throw new Altered(line, "the entry is of another organisation.");
    }
    return MerkleTree.leaf(bytes);
  }

  /// The key that signed the checkpoint: the last of those that the log names.
  private static VerifyingKey signer(JsonTree start, TiledTree tree) throws Altered {
    String origin = start.text("origin");
    List<JsonTree> keys = start.list("keys");
    try {
      SignedNote note = SignedNote.parse(start.text("checkpoint"));
      VerifyingKey key = VerifyingKey.pem(keys.isEmpty() ? "" : keys.getLast().text("pem"));
      String expected = new Checkpoint(origin, tree.size(), tree.root()).text();
      if (!note.text().equals(expected)) {
        throw new Altered("The checkpoint speaks of something else than these entries.");
      }
      if (!note.signedBy(origin, key)) {
        throw new Altered("The checkpoint was not signed by the key " + key.fingerprint() + ".");
      }
      return key;
    } catch (IllegalArgumentException unreadable) {
      throw new Altered("Checkpoint or key cannot be read: " + unreadable.getMessage() + ".");
    }
  }

  /// Tiles for as long as the command runs: 32 bytes for an entry.
  private static final class Memory implements TileStore {

    private record Place(int level, long index) {}

    private final Map<Place, byte[]> tiles = new HashMap<>();

    @Override
    public byte @Nullable [] read(int level, long index) {
      return tiles.get(new Place(level, index));
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
      tiles.put(new Place(level, index), hashes);
    }
  }
}
