package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dunnage.kernel.evidence.Check.Outcome;
import dunnage.kernel.evidence.Verification.Trust;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleTest {

  private static final byte[] BUNDLE = Bundles.of(Bundles.folder(), Keys.FIRST);

  private static List<FindingCode> codes(Verification verification) {
    return verification.findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_bundle_verifies_and_says_what_it_holds() {
    Verification found = Bundles.verify(BUNDLE);
    assertThat(found.findings()).isEmpty();
    assertThat(found.valid()).isTrue();
    assertThat(found.trust()).isEqualTo(Trust.NOT_ASKED);
    assertThat(found.checks().values()).containsOnly(Outcome.HOLDS);
    Verification.Contents contents = found.contents();
    assertThat(contents.documents().stream().map(Document::path))
        .containsExactly(
            "data/contract.txt", "data/empty.txt", "data/invoices/2026-017.txt", "data/发票.txt");
    assertThat(contents.created()).isEqualTo(Bundles.DAY);
    assertThat(contents.key()).isEqualTo(Keys.FIRST.verifyingKey());
    assertThat(contents.checkpoint().size()).isEqualTo(4);
    assertThat(contents.attestations()).isEmpty();
  }

  /// The byte fixture of version 1: written once, it must verify for ever and be written the same.
  @Test
  void the_bundle_of_the_first_release_verifies_for_ever() throws IOException {
    byte[] fixture;
    try (var in = BundleTest.class.getResourceAsStream("/evidence/bundle-v1.asice.base64")) {
      fixture = Base64.getMimeDecoder().decode(in.readAllBytes());
    }
    assertThat(Bundles.verify(fixture).valid()).isTrue();
    assertThat(BUNDLE).isEqualTo(fixture);
    assertThat(Hash.of(fixture).hex())
        .isEqualTo("7e676cc0f3da029e9dac7dc9923a1123967dfcba5c567280e69fe7229bf57a7c");
  }

  @Test
  void the_published_format_tells_the_worked_example_as_it_is() throws IOException {
    String page = Files.readString(Path.of("../docs/methodology/evidence.md"));
    Verification.Contents contents = Bundles.verify(BUNDLE).contents();
    Document first = contents.documents().getFirst();
    assertThat(page)
        .contains(new String(first.canonicalBytes(), StandardCharsets.UTF_8))
        .contains(first.leaf().hex())
        .contains(contents.checkpoint().root().hex())
        .contains("10,845 bytes")
        .contains(Hash.of(BUNDLE).hex());
    assertThat(BUNDLE).hasSize(10_845);
  }

  @Test
  void the_key_can_be_tied_to_a_fingerprint() {
    Hash first = Keys.FIRST.verifyingKey().fingerprint();
    Hash second = Keys.SECOND.verifyingKey().fingerprint();
    assertThat(Bundles.verify(BUNDLE, Set.of(first)).trust()).isEqualTo(Trust.TRUSTED);
    assertThat(Bundles.verify(BUNDLE, Set.of(first, second)).valid()).isTrue();
    Verification other = Bundles.verify(BUNDLE, Set.of(second));
    assertThat(other.valid()).isFalse();
    assertThat(codes(other)).containsExactly(FindingCode.BUNDLE_KEY_OTHER);
  }

  @Test
  void every_zip_program_finds_the_same_files() throws IOException {
    Map<String, byte[]> unpacked = unpacked(BUNDLE);
    assertThat(unpacked.keySet())
        .startsWith("mimetype", "bagit.txt", "bag-info.txt", "manifest-sha256.txt")
        .contains("data/发票.txt", "dunnage/proofs.tsv", "META-INF/ASiCManifest001.xml");
    Bundles.folder()
        .forEach((path, bytes) -> assertThat(unpacked.get("data/" + path)).isEqualTo(bytes));
    assertThat(new String(BUNDLE, 38, 31, StandardCharsets.US_ASCII))
        .isEqualTo("application/vnd.etsi.asic-e+zip");
  }

  private static Map<String, byte[]> unpacked(byte[] bundle) throws IOException {
    Map<String, byte[]> files = new java.util.LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void an_altered_document_is_named() {
    byte[] altered = BUNDLE.clone();
    int at = indexOf(altered, "EUR 3089.00", altered.length);
    altered[at + 4] = '9';
    Verification found = Bundles.verify(altered);
    assertThat(found.valid()).isFalse();
    assertThat(found.recognised()).isTrue();
    assertThat(found.altered()).containsExactly("data/invoices/2026-017.txt");
    assertThat(codes(found)).containsExactly(FindingCode.BUNDLE_DOCUMENT);
    assertThat(found.checks())
        .containsEntry(Check.DOCUMENTS, Outcome.FAILS)
        .containsEntry(Check.CHECKPOINT, Outcome.HOLDS);
  }

  @Test
  void signatures_and_timestamps_are_sealed_and_left_to_others() {
    byte[] signature = {0x30, 1, 2};
    byte[] timestamp = {0x30, 3, 4};
    byte[] bundle = Bundles.of(Bundles.folder(), Keys.FIRST, signature, timestamp);
    Verification found = Bundles.verify(bundle);
    assertThat(found.valid()).isTrue();
    assertThat(found.contents().attestations()).hasSize(2);
    assertThat(found.contents().attestations().get(0).token()).isEqualTo(signature);
    assertThat(found.contents().attestations().get(1).covered())
        .isEqualTo(
            BundleDraft.of(Bundles.DAY, Bundles.measured(Bundles.folder()), Keys.FIRST).toStamp());
    assertThat(VerificationText.of("b.asice", found, VerificationText.unchecked(found)))
        .anyMatch(l -> l.contains("present, not checked here"));
  }

  @Test
  void whoever_lacks_the_key_cannot_write_a_valid_bundle_in_its_name() {
    Map<String, byte[]> files = Bundles.folder();
    files.put("contract.txt", Bundles.utf8("Payment within 5 days.\n"));
    Blueprint forged =
        Blueprint.of(
            Bundles.DAY,
            Bundles.measured(files).stream().map(BundleDraft.Measured::document).toList(),
            Keys.FIRST.verifyingKey());
    byte[] bundle = Containers.written(forged, files, Keys.SECOND, Keys.SECOND);
    Verification found = Bundles.verify(bundle);
    assertThat(found.valid()).isFalse();
    assertThat(found.checks())
        .containsEntry(Check.CONTAINER, Outcome.HOLDS)
        .containsEntry(Check.LISTS, Outcome.HOLDS)
        .containsEntry(Check.CHECKPOINT, Outcome.FAILS)
        .containsEntry(Check.SEAL, Outcome.FAILS);
    assertThat(Bundles.verify(Containers.written(forged, files, Keys.FIRST, Keys.SECOND)).checks())
        .containsEntry(Check.CHECKPOINT, Outcome.HOLDS)
        .containsEntry(Check.SEAL, Outcome.FAILS);
    assertThat(Bundles.verify(Containers.written(forged, files, Keys.FIRST, Keys.FIRST)).valid())
        .isTrue();
  }

  @Test
  void a_line_added_to_the_seal_is_no_seal() {
    List<Containers.Entry> entries = Containers.read(BUNDLE);
    int seal = Containers.find(entries, Blueprint.SEAL);
    byte[] longer =
        Bundles.utf8(
            new String(entries.get(seal).bytes(), StandardCharsets.UTF_8) + "— x AAAAAAAA\n");
    entries.set(seal, new Containers.Entry(Blueprint.SEAL, longer));
    Verification found = Bundles.verify(Containers.container(entries));
    assertThat(found.checks()).containsEntry(Check.SEAL, Outcome.FAILS);
    assertThat(found.valid()).isFalse();
  }

  @Test
  void what_no_bundle_may_hold_is_refused_when_it_is_written() {
    for (String name : List.of("../evil", "con", "a\u202Eb")) {
      Map<String, byte[]> files = Map.of(name, new byte[1]);
      assertThatThrownBy(() -> Bundles.of(files, Keys.FIRST))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Bundles.of(Map.of(), Keys.FIRST))
        .hasMessageContaining("0 documents; a bundle holds 1 to 20000");
    Map<String, byte[]> clash = new TreeMap<>(Map.of("A", new byte[1], "a", new byte[1]));
    assertThatThrownBy(() -> Bundles.of(clash, Keys.FIRST)).hasMessageContaining("one on some");
  }

  @Test
  void what_no_bundle_may_hold_is_refused_when_it_is_read() {
    List<Containers.Entry> entries = Containers.read(BUNDLE);
    int list = Containers.find(entries, Blueprint.DOCUMENTS);
    String text = new String(entries.get(list).bytes(), StandardCharsets.UTF_8);
    entries.set(
        list,
        new Containers.Entry(
            Blueprint.DOCUMENTS, Bundles.utf8(text.replace("data/contract.txt", "data/../evil"))));
    Verification found = Bundles.verify(Containers.container(entries));
    assertThat(codes(found)).containsExactly(FindingCode.BUNDLE_RECORD);
    assertThat(found.findings().getFirst().seen()).contains("does not stay in its folder");
  }

  @Test
  void a_document_that_changes_between_two_readings_is_noticed() {
    Map<String, byte[]> files = Bundles.folder();
    List<BundleDraft.Measured> measured = Bundles.measured(files);
    files.put("contract.txt", Bundles.utf8("Payment within 61 days of the bill of lading.\n"));
    assertThatThrownBy(
            () ->
                BundleDraft.of(Bundles.DAY, measured, Keys.FIRST)
                    .write(
                        null,
                        null,
                        (d, to) -> to.write(files.get(d.path().substring(5))),
                        (b, o, n) -> {}))
        .isInstanceOf(BundleDraft.DocumentChanged.class)
        .hasMessage("data/contract.txt changed while it was read");
  }

  @Test
  void what_is_no_bundle_is_said_to_be_none() throws IOException {
    List<byte[]> others = new ArrayList<>();
    others.add(new byte[0]);
    others.add(Bundles.utf8("%PDF-1.7 and so on, but no container at all, whatever its name"));
    others.add(Containers.container(List.of(new Containers.Entry("a.txt", new byte[3]))));
    others.add(
        Containers.container(
            List.of(
                new Containers.Entry("mimetype", Bundles.utf8(Blueprint.MIMETYPE_CONTENT)),
                new Containers.Entry("hello.txt", new byte[0]))));
    others.add(Containers.deflated(unpacked(BUNDLE)));
    for (byte[] other : others) {
      Verification found = Bundles.verify(other);
      assertThat(found.recognised()).isFalse();
      assertThat(found.valid()).isFalse();
      assertThat(codes(found)).containsExactly(FindingCode.BUNDLE_UNKNOWN);
    }
  }

  @Test
  void a_hostile_name_does_not_draw_on_the_terminal() {
    List<Containers.Entry> entries = Containers.read(BUNDLE);
    entries.set(5, new Containers.Entry("dunnage/\u001b[2J\u202Edocuments.tsv", new byte[1]));
    Verification found = Bundles.verify(Containers.container(entries));
    assertThat(found.valid()).isFalse();
    String text = String.join("\n", VerificationText.of("b", found, List.of()));
    assertThat(text).doesNotContain("\u001b", "\u202E");
    Containers.Entry first = new Containers.Entry("\u001b]0;x", new byte[1]);
    Verification none = Bundles.verify(Containers.container(List.of(first)));
    assertThat(String.join("\n", VerificationText.of("b", none, List.of())))
        .doesNotContain("\u001b");
  }

  @Test
  void a_later_version_says_so() {
    List<Containers.Entry> entries = Containers.read(BUNDLE);
    String info = new String(entries.get(2).bytes(), StandardCharsets.UTF_8);
    entries.set(
        2,
        new Containers.Entry(
            Blueprint.BAG_INFO,
            Bundles.utf8(info.replace("Bundle-Version: 1", "Bundle-Version: 2"))));
    assertThat(Bundles.verify(Containers.container(entries)).findings().getFirst().seen())
        .isEqualTo("a bundle of version 2, newer than this program");
  }

  @Test
  void many_documents_and_odd_sizes_verify() {
    for (int count : new int[] {1, 2, 3, 7, 8, 9, 300}) {
      Map<String, byte[]> files = new TreeMap<>(PathRule.ORDER);
      for (int i = 0; i < count; i++) {
        files.put("doc" + i + ".bin", new byte[i * 17]);
      }
      assertThat(Bundles.verify(Bundles.of(files, Keys.FIRST)).valid()).as("%d", count).isTrue();
    }
  }

  private static int indexOf(byte[] bytes, String text, int end) {
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
