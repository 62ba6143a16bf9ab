package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `java -jar kernel.jar verify BUNDLE`.
class VerifyTest {

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Verify.run(
            List.of(arguments),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_kernel_alone_verifies_a_file(@TempDir Path folder) throws IOException {
    byte[] bundle = Bundles.of(Bundles.folder(), Keys.FIRST, new byte[] {1}, null);
    String file = Files.write(folder.resolve("b.asice"), bundle).toString();
    Run good = run("verify", file);
    assertThat(good.code()).isZero();
    assertThat(good.out())
        .startsWith("VALID: ")
        .contains("signature   present, not checked here", "发票.txt");
    String fingerprint = Keys.FIRST.verifyingKey().fingerprint().hex();
    assertThat(run("verify", file, "--trust-key", fingerprint).out())
        .contains("This is the key you said you trust.");
    Run other = run("verify", file, "--trust-key", Hash.of().hex());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).startsWith("NOT VALID").contains("FAILS: the key is not one you trust");
    bundle[bundle.length / 2] ^= 1;
    Files.write(folder.resolve("b.asice"), bundle);
    Run altered = run("verify", file);
    assertThat(altered.code()).as(altered.out()).isEqualTo(1);
  }

  @Test
  void exit_codes_tell_what_went_wrong(@TempDir Path folder) throws IOException {
    assertThat(run("verify", folder.resolve("none").toString()).code()).isEqualTo(4);
    Path letter = Files.writeString(folder.resolve("letter"), "hello");
    assertThat(run("verify", letter.toString()).code()).isEqualTo(5);
    assertThat(run("verify", letter.toString()).out()).startsWith("NOT A BUNDLE");
    for (String[] wrong :
        new String[][] {
          {},
          {"verify"},
          {"check", "x"},
          {"verify", "x", "--trust-key"},
          {"verify", "x", "--trust-key", "abc"}
        }) {
      Run run = run(wrong);
      assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(run.err()).isNotEmpty();
    }
  }
}
