package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles with a timestamp (RFC 3161) and a signature by certificate (CAdES), made and checked
/// with an authority of our own.
class AttestedBundleTest {

  private static final Instant TIME = Instant.parse("2026-03-31T15:00:00Z");

  @TempDir Path home;
  private final Authority authority = new Authority();
  private final Authority stranger = new Authority();
  private Path claim;

  @BeforeEach
  void lay() throws Exception {
    claim = Files.createDirectories(home.resolve("claim"));
    Files.writeString(claim.resolve("invoice.txt"), "EUR 3089.00\n");
    Files.writeString(claim.resolve("発票.txt"), "x\n");
  }

  private Run run(String... arguments) {
    return Run.in(
        Map.of("DUNNAGE_HOME", home.resolve("data").toString(), "DUNNAGE_SIGN_PASSWORD", "secret"),
        arguments);
  }

  private String at(String name) {
    return home.resolve(name).toString();
  }

  private Path stamp(KeyPurposeId purpose) throws Exception {
    Run asked = run("bundle", claim.toString(), "--timestamp-request", at("claim.tsq"));
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("curl", "--timestamp claim.tsr --replace");
    byte[] answer = authority.stamp(Files.readAllBytes(home.resolve("claim.tsq")), TIME, purpose);
    return Files.write(home.resolve("claim.tsr"), answer);
  }

  @Test
  void a_timestamp_is_asked_for_put_in_and_checked() throws Exception {
    stamp(KeyPurposeId.id_kp_timeStamping);
    Run stamped = run("bundle", claim.toString(), "--timestamp", at("claim.tsr"), "--replace");
    assertThat(stamped.code()).as(stamped.err()).isZero();
    assertThat(stamped.out()).contains("carries     a timestamp (RFC 3161)");
    Run plain = run("verify", at("claim.asice"));
    assertThat(plain.code()).as(plain.out()).isZero();
    assertThat(plain.out())
        .contains("timestamp   holds", "existed at 2026-03-31T15:00:00Z", "CN=Test Clock");
    assertThat(plain.out()).contains("was not asked (--trust-ca)");
    authority.pem(home.resolve("root.pem"));
    Run trusted = run("verify", at("claim.asice"), "--trust-ca", at("root.pem"));
    assertThat(trusted.code()).as(trusted.out()).isZero();
    assertThat(trusted.out()).contains("under an authority you trust");
    stranger.pem(home.resolve("other.pem"));
    Run other = run("verify", at("claim.asice"), "--trust-ca", at("other.pem"));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("NOT VALID", "bundle_timestamp", "timestamp   FAILS");
  }

  @Test
  void a_timestamp_over_something_else_is_not_put_in() throws Exception {
    stamp(KeyPurposeId.id_kp_timeStamping);
    Files.writeString(claim.resolve("invoice.txt"), "EUR 1.00\n");
    Run changed = run("bundle", claim.toString(), "--timestamp", at("claim.tsr"), "--replace");
    assertThat(changed.code()).isEqualTo(5);
    assertThat(changed.err()).contains("it stamps something else than this bundle");
    Files.writeString(home.resolve("claim.tsr"), "not DER at all");
    assertThat(run("bundle", claim.toString(), "--timestamp", at("claim.tsr")).err())
        .contains("no RFC 3161 answer or token");
  }

  @Test
  void a_certificate_that_is_not_for_timestamps_stamps_nothing() throws Exception {
    assertThatThrownBy(() -> stamp(KeyPurposeId.id_kp_clientAuth))
        .hasMessageContaining("ExtendedKeyUsage");
  }

  @Test
  void a_signature_by_certificate_is_made_and_checked() throws Exception {
    authority.signer(home.resolve("me.p12"), "Maria Jansen", "secret");
    authority.pem(home.resolve("root.pem"));
    stamp(KeyPurposeId.id_kp_timeStamping);
    Run signed =
        run(
            "bundle",
            claim.toString(),
            "--sign-with",
            at("me.p12"),
            "--timestamp",
            at("claim.tsr"),
            "--replace");
    assertThat(signed.code()).as(signed.err()).isZero();
    Run found = run("verify", at("claim.asice"), "--trust-ca", at("root.pem"), "--json");
    assertThat(found.code()).as(found.out()).isZero();
    assertThat(found.out())
        .contains("\"valid\":true", "\"kind\":\"signature\"", "\"kind\":\"timestamp\"")
        .contains("CN=Maria Jansen", "\"time\":\"2026-03-31T00:00:00Z\"");
    Run again =
        run(
            "bundle",
            claim.toString(),
            "--sign-with",
            at("me.p12"),
            "--timestamp",
            at("claim.tsr"));
    assertThat(again.out()).contains("the same as before");
  }

  @Test
  void a_certificate_signs_on_its_first_day_and_not_before() throws Exception {
    authority.signer(home.resolve("me.p12"), "Maria Jansen", "secret");
    String[] first = {
      "bundle", claim.toString(), "--sign-with", at("me.p12"), "--created", "2026-01-01"
    };
    assertThat(run(first).code()).isZero();
    Run found = run("verify", at("claim.asice"));
    assertThat(found.code()).as(found.out()).isZero();
    assertThat(found.out()).contains("states 2026-01-01T08:00:00Z");
    first[5] = "2025-12-31";
    Run early = run(first);
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).contains("is not valid on 2025-12-31, but from 2026-01-01T08:00:00Z");
  }

  @Test
  void a_wrong_password_and_a_wrong_file_are_said() throws Exception {
    authority.signer(home.resolve("me.p12"), "Maria Jansen", "another");
    Run wrong = run("bundle", claim.toString(), "--sign-with", at("me.p12"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("DUNNAGE_SIGN_PASSWORD");
    Files.writeString(home.resolve("me.p12"), "no key store");
    assertThat(run("bundle", claim.toString(), "--sign-with", at("me.p12")).code()).isEqualTo(2);
    assertThat(Files.exists(home.resolve("claim.asice"))).isFalse();
  }
}
