package dunnage.kernel.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/// Takes containers apart and puts them together as an attacker would who knows the format.
final class Containers {

  record Entry(String name, byte[] bytes) {}

  private Containers() {}

  /// The entries of a well-formed container, in order.
  static List<Entry> read(byte[] container) {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (container[at + 2] == 3) {
      var fields = java.nio.ByteBuffer.wrap(container).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      int size = fields.getInt(at + 18);
      int name = fields.getShort(at + 26);
      int start = at + ZipForm.LOCAL_BYTES + name;
      entries.add(
          new Entry(
              new String(container, at + ZipForm.LOCAL_BYTES, name, StandardCharsets.UTF_8),
              java.util.Arrays.copyOfRange(container, start, start + size)));
      at = start + size;
    }
    return entries;
  }

  static int find(List<Entry> entries, String name) {
    return entries.stream().map(Entry::name).toList().indexOf(name);
  }

  static byte[] container(List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<ZipForm.Entry> written = new ArrayList<>();
    for (Entry entry : entries) {
      Content content = Content.of(entry.bytes());
      written.add(new ZipForm.Entry(entry.name(), content.size(), content.crc32(), out.size()));
      out.writeBytes(ZipForm.local(written.getLast()));
      out.writeBytes(entry.bytes());
    }
    int start = out.size();
    written.forEach(e -> out.writeBytes(ZipForm.central(e)));
    out.writeBytes(ZipForm.end(written.size(), start, out.size() - start));
    return out.toByteArray();
  }

  /// A bundle by this plan, signed with whatever keys.
  static byte[] written(
      Blueprint plan, Map<String, byte[]> files, SigningKey checkpoint, SigningKey seal) {
    List<Part> parts =
        new ArrayList<>(
            plan.sealed(
                plan.tagFiles(note(plan.checkpoint().text(), plan.origin(), checkpoint)),
                null,
                null));
    parts.add(Part.text(Blueprint.SEAL, note(plan.sealText(parts), plan.sealName(), seal)));
    List<Entry> entries = new ArrayList<>();
    parts.forEach(p -> entries.add(new Entry(p.name(), p.bytes())));
    files.forEach((path, bytes) -> entries.add(new Entry("data/" + path, bytes)));
    return container(entries);
  }

  /// Signed by any key, but with the key id of the first: the forger knows what a reader looks for.
  private static String note(String text, String name, SigningKey key) {
    byte[] id = SignedNote.sign(text, name, Keys.FIRST).lines().getFirst().blob();
    byte[] blob = SignedNote.sign(text, name, key).lines().getFirst().blob();
    System.arraycopy(id, 0, blob, 0, 4);
    return new SignedNote(text, List.of(new SignedNote.Line(name, blob))).written();
  }

  static byte[] deflated(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }
}
