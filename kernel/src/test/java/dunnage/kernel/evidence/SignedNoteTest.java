package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  /// The example of golang.org/x/mod/sumdb/note.
  private static final String PUBLISHED =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static VerifyingKey published() {
    byte[] key = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    return VerifyingKey.raw(Arrays.copyOfRange(key, 1, key.length));
  }

  @Test
  void a_published_note_verifies() {
    SignedNote note = SignedNote.parse(PUBLISHED);
    assertThat(note.signedBy("PeterNeumann", published())).isTrue();
    assertThat(note.signedBy("EnochRoot", published())).isFalse();
    assertThat(note.written()).isEqualTo(PUBLISHED);
  }

  @Test
  void the_signatures_are_those_of_rfc_8032() {
    assertThat(HexFormat.of().formatHex(Keys.FIRST.sign(new byte[0])))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assertThat(HexFormat.of().formatHex(Keys.SECOND.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @Test
  void a_note_is_written_read_and_verified() {
    String text = new Checkpoint("dunnage-bundle/x", 3, Hash.of()).text();
    assertThat(text)
        .isEqualTo("dunnage-bundle/x\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    SignedNote note = SignedNote.sign(text, "dunnage-bundle/x", Keys.FIRST);
    SignedNote read = SignedNote.parse(note.written());
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.signedBy("dunnage-bundle/x", Keys.FIRST.verifyingKey())).isTrue();
    assertThat(read.signedBy("dunnage-bundle/x", Keys.SECOND.verifyingKey())).isFalse();
    String other = note.written().replace("\n3\n", "\n4\n");
    assertThat(SignedNote.parse(other).signedBy("dunnage-bundle/x", Keys.FIRST.verifyingKey()))
        .isFalse();
  }

  @Test
  void a_note_has_one_written_form() {
    for (String wrong :
        new String[] {
          "no signature\n",
          "no line feed at the end\n\n— a AAAAAAAA",
          "text\n\n",
          "text\n\n— a AAAAAAAA\n\n",
          "text\n\n- a AAAAAAAA\n",
          "text\n\n—  a AAAAAAAA\n",
          "text\n\n— a AAAAAAB=\n",
          "text\n\n— a AAAA AAAA\n",
          "text\r\n\r\n— a AAAAAAAA\r\n"
        }) {
      assertThatThrownBy(() -> SignedNote.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> SignedNote.parse("text\n\n" + "— a AAAAAAAA\n".repeat(17)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SignedNote.parse("text\n\n" + "— a AAAAAAAA\n".repeat(16)).lines()).hasSize(16);
  }

  @Test
  void a_key_is_read_as_openssl_writes_it_and_nothing_else_is() {
    VerifyingKey key = Keys.FIRST.verifyingKey();
    assertThat(VerifyingKey.pem(key.pem())).isEqualTo(key);
    assertThat(VerifyingKey.pem(key.pem().replace("\n", "\r\n"))).isEqualTo(key);
    assertThatThrownBy(() -> VerifyingKey.pem("hello"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VerifyingKey.pem(key.pem().replace("MCow", "MCox")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VerifyingKey.raw(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(VerifyingKey.raw(new byte[32]).verifies(new byte[1], new byte[64])).isFalse();
    assertThat(key.verifies(new byte[0], new byte[3])).isFalse();
  }
}
