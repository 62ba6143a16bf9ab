package dunnage.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What may be a password.
class PasswordsTest {

  @Test
  void what_everybody_uses_is_refused_however_long() {
    assertThat(
            List.of(
                "short",
                "password1234",
                "P@ssw0rd1234",
                "Welcome2026!!",
                "123456789012",
                "qwertyuiop12",
                "abcabcabcabc",
                "iloveyou1234567",
                "aaaaaaaaaaaab",
                "li.na is the best",
                "x".repeat(201)))
        .allMatch(p -> Passwords.wrong("/password", p, "li.na@example.com").isPresent());
  }

  @Test
  void half_a_character_and_what_is_too_long_match_nothing_and_break_nothing() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash("x".repeat(201));
    assertThat(Passwords.wrong("/password", "half \ud83d of a fish", "li.na@example.com"))
        .isPresent();
    assertThat(passwords.matches("half \ud83d of a fish", hash)).isFalse();
    assertThat(passwords.matches("x".repeat(200) + "\ud83d\udc1f", hash)).isFalse();
    assertThat(passwords.matches("x".repeat(300), hash)).isFalse();
    String fish = "seven \ud83d\udc1f swim by";
    assertThat(passwords.matches(fish, passwords.hash(fish))).isTrue();
  }

  @Test
  void several_words_of_ones_own_are_taken_in_any_script() {
    assertThat(List.of("seven quiet herons", "дворник пил чай", "我家门前的河边有三棵大柳树", "kL9#vv2!qRz7"))
        .allMatch(p -> Passwords.wrong("/password", p, "li.na@example.com").isEmpty());
  }
}
