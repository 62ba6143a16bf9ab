package dunnage.app.access;

import dunnage.app.platform.Problem;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords, kept as Argon2id with a salt of their own (ASVS 5.0 V6.2, V11.4). No rule of
/// composition, no expiry; long enough, and not what everybody uses.
@Component
class Passwords {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /// What is wrong with a new password, if anything.
  static Optional<Problem.Wrong> wrong(String pointer, String password, String email) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of(
          new Problem.Wrong(
              pointer,
              "has " + password.length() + " characters",
              "Take %d to %d: several words are easier to keep in mind than signs."
                  .formatted(SHORTEST, LONGEST)));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    String name = email.toLowerCase(Locale.ROOT).split("@", 2)[0];
    if (plain.chars().distinct().count() < 5 || (name.length() > 3 && plain.contains(name))) {
      return Optional.of(
          new Problem.Wrong(pointer, "is easy to guess", "Take several words of your own."));
    }
    return Optional.empty();
  }

  String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }
}
