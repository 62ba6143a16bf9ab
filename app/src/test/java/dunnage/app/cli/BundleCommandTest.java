package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {

  @TempDir Path home;
  private Path claim;

  @BeforeEach
  void lay() throws IOException {
    claim = Files.createDirectories(home.resolve("claim"));
    Files.createDirectories(claim.resolve("mail"));
    Files.writeString(claim.resolve("invoice.txt"), "EUR 3089.00\n");
    Files.writeString(claim.resolve("mail/1.eml"), "Subject: when will you pay?\n");
    Files.createFile(claim.resolve("empty"));
  }

  private Run run(String... arguments) {
    return Run.in(Map.of("DUNNAGE_HOME", home.resolve("data").toString()), arguments);
  }

  private Path bundle() {
    return home.resolve("claim.asice");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void the_first_bundle_makes_a_key_that_only_its_owner_reads() throws IOException {
    Run first = run("bundle", claim.toString());
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("A signing key was made");
    Path key = home.resolve("data/signing-key.pem");
    FileStore store = Files.getFileStore(key);
    if (store.supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
    }
    byte[] bytes = Files.readAllBytes(bundle());
    Run second = run("bundle", claim.toString());
    assertThat(second.code()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("the same as before");
    assertThat(Files.readAllBytes(bundle())).isEqualTo(bytes);
    assertThat(run("verify", bundle().toString()).code()).isZero();
    assertThat(names()).containsExactly("claim", "claim.asice", "data");
  }

  @Test
  void an_altered_byte_ends_with_exit_1_and_names_the_document() throws IOException {
    run("bundle", claim.toString());
    byte[] bytes = Files.readAllBytes(bundle());
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("EUR 3089") + 4] = '9';
    Files.write(bundle(), bytes);
    Run found = run("verify", bundle().toString());
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out())
        .contains("NOT VALID", "data/invoice.txt", "documents   FAILS", "Anything, as long as");
    assertThat(run("verify", bundle().toString(), "--json").out())
        .contains("\"valid\":false", "\"code\":\"bundle_document\"", "\"altered\":true");
  }

  @Test
  void evidence_is_not_overwritten_in_silence() throws IOException {
    run("bundle", claim.toString());
    byte[] before = Files.readAllBytes(bundle());
    Files.writeString(claim.resolve("invoice.txt"), "EUR 1.00\n");
    Run refused = run("bundle", claim.toString());
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err()).contains("not overwritten in silence");
    assertThat(Files.readAllBytes(bundle())).isEqualTo(before);
    assertThat(run("bundle", claim.toString(), "--replace").code()).isZero();
    assertThat(Files.readAllBytes(bundle())).isNotEqualTo(before);
    assertThat(names()).containsExactly("claim", "claim.asice", "data");
  }

  @Test
  void what_cannot_be_bundled_is_refused_and_leaves_nothing_behind() throws IOException {
    Path link = claim.resolve("link.txt");
    Files.createSymbolicLink(link, Path.of("/etc/hostname"));
    assertThat(run("bundle", claim.toString()).err()).contains("link.txt is a link");
    Files.delete(link);
    Files.createFile(claim.resolve("what?.txt"));
    Run name = run("bundle", claim.toString());
    assertThat(name.code()).isEqualTo(5);
    assertThat(name.err()).contains("what?.txt", "Windows cannot write", "Rename");
    Files.delete(claim.resolve("what?.txt"));
    Files.createFile(claim.resolve("INVOICE.txt"));
    assertThat(run("bundle", claim.toString()).err()).contains("one file on some systems");
    Files.delete(claim.resolve("INVOICE.txt"));
    Path empty = Files.createDirectories(home.resolve("nothing/in/here"));
    Run none = run("bundle", empty.toString());
    assertThat(none.code()).isEqualTo(5);
    assertThat(none.err()).contains("holds at least one");
    assertThat(names()).containsExactly("claim", "data", "nothing");
  }

  @Test
  void a_bundle_does_not_go_into_the_folder_it_is_of() {
    for (String flag : new String[] {"--out", "--timestamp-request"}) {
      Run run = run("bundle", claim.toString(), flag, claim.resolve("mail/x.asice").toString());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("lies in the folder that is bundled");
    }
    assertThat(run("bundle", home.resolve("none").toString()).code()).isEqualTo(4);
    assertThat(run("bundle", claim.resolve("invoice.txt").toString()).code()).isEqualTo(2);
    assertThat(run("bundle", claim.toString(), "--created", "2026-02-30").code()).isEqualTo(2);
  }

  @Test
  void times_are_told_only_when_asked_for() throws IOException {
    Files.setLastModifiedTime(
        claim.resolve("invoice.txt"),
        FileTime.from(java.time.Instant.parse("2025-04-16T09:30:00.5Z")));
    run("bundle", claim.toString());
    assertThat(run("verify", bundle().toString(), "--json").out())
        .contains("\"modified\":null")
        .doesNotContain("2025-04-16");
    run("bundle", claim.toString(), "--times", "--replace");
    assertThat(run("verify", bundle().toString(), "--json").out())
        .contains("\"valid\":true", "\"modified\":\"2025-04-16T09:30:00Z\"");
  }

  @Test
  void a_key_that_is_none_is_refused_with_the_way_to_make_one() throws IOException {
    Path key = home.resolve("key.pem");
    for (String content :
        new String[] {
          "",
          "hello",
          "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
          "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
        }) {
      Files.writeString(key, content);
      Run run = run("bundle", claim.toString(), "--key", key.toString());
      assertThat(run.code()).as(content).isEqualTo(2);
      assertThat(run.err()).contains("openssl genpkey -algorithm ed25519");
    }
    assertThat(run("bundle", claim.toString(), "--key", home.resolve("no.pem").toString()).code())
        .isEqualTo(4);
  }

  @Test
  void a_folder_of_one_file_larger_than_the_buffers_is_whole() throws IOException {
    Path big = Files.createDirectories(home.resolve("big"));
    byte[] bytes = new byte[5_000_003];
    new java.util.Random(17).nextBytes(bytes);
    Files.write(big.resolve("scan.tiff"), bytes);
    assertThat(run("bundle", big.toString()).code()).isZero();
    Run found = run("verify", home.resolve("big.asice").toString());
    assertThat(found.code()).as(found.out()).isZero();
    assertThat(found.out()).contains("scan.tiff, 5,000,003 bytes, image/tiff");
  }

  @Test
  void a_folder_as_bundle_is_told_that_it_is_one() {
    Run run = run("verify", claim.toString());
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).contains("A bundle is one file");
  }
}
