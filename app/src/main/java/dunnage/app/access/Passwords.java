package dunnage.app.access;

import dunnage.app.platform.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords, kept as Argon2id with a salt of their own (ASVS 5.0 V6.2, V11.4). No rule of
/// composition, no expiry; long enough, and not what everybody uses.
@Component
class Passwords {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  /// Each hash takes 16 MB and a core: whoever asks for many waits, and the others are not starved.
  private static final int AT_ONCE = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Words that the usual passwords of twelve characters and more are made of, once the digits and
  /// signs around them are gone.
  private static final Set<String> WORN =
      Set.of(
          "password",
          "passwort",
          "passw",
          "pass",
          "parol",
          "mima",
          "secret",
          "geheim",
          "welcome",
          "willkommen",
          "letmein",
          "admin",
          "administrator",
          "root",
          "test",
          "user",
          "guest",
          "login",
          "changeme",
          "default",
          "qwerty",
          "qwertz",
          "azerty",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qazwsx",
          "qazwsxedc",
          "iloveyou",
          "loveyou",
          "woaini",
          "monkey",
          "dragon",
          "master",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "superman",
          "batman",
          "shadow",
          "michael",
          "jordan",
          "trustno",
          "starwars",
          "computer",
          "internet",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "december",
          "company",
          "office",
          "dunnage",
          "receivable",
          "invoice",
          "credit",
          "abc",
          "abcd",
          "abcdef",
          "abcdefgh",
          "abcdefghijkl",
          "hello",
          "freedom",
          "whatever",
          "correcthorsebatterystaple");

  private static final String ROWS =
      "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm "
          + "qwertzuiopasdfghjklyxcvbnm azertyuiopqsdfghjklmwxcvbn 1q2w3e4r5t6y7u8i9o0p "
          + "qazwsxedcrfvtgbyhnujmikolp";

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /// Compared with where there is no password, so that this takes as long as where there is one.
  private final String nobodys = String.valueOf(encoder.encode(Secret.random()));

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
    if (!Fields.canBeKept(password)) {
      return Optional.of(new Problem.Wrong(pointer, "holds half a character", "Write it anew."));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    String name = email.toLowerCase(Locale.ROOT).split("@", 2)[0];
    if (plain.chars().distinct().count() < 5
        || (name.length() > 3 && plain.contains(name))
        || repeats(plain)
        || runs(plain)
        || worn(plain)) {
      return Optional.of(
          new Problem.Wrong(pointer, "is easy to guess", "Take several words of your own."));
    }
    return Optional.empty();
  }

  /// One short piece over and over.
  private static boolean repeats(String plain) {
    for (int piece = 1; piece <= plain.length() / 2; piece++) {
      if (plain.length() % piece == 0
          && plain.substring(0, piece).repeat(plain.length() / piece).equals(plain)) {
        return true;
      }
    }
    return false;
  }

  /// A run of the alphabet, of digits or of keys, forwards or backwards.
  private static boolean runs(String plain) {
    String backwards = new StringBuilder(plain).reverse().toString();
    return ROWS.contains(plain) || ROWS.contains(backwards);
  }

  /// Nothing but worn words, digits and signs, also with the usual digits for letters.
  private static boolean worn(String plain) {
    String word =
        plain
            .replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")
            .replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('@', 'a')
            .replace('5', 's')
            .replace('$', 's');
    return madeOfWorn(lettersOf(plain)) || madeOfWorn(lettersOf(word));
  }

  private static String lettersOf(String text) {
    return text.replaceAll("[^\\p{L}]", "");
  }

  private static boolean madeOfWorn(String letters) {
    boolean[] reached = new boolean[letters.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= letters.length(); end++) {
      for (int start = 0; start < end && !reached[end]; start++) {
        reached[end] = reached[start] && WORN.contains(letters.substring(start, end));
      }
    }
    return reached[letters.length()];
  }

  String hash(String password) {
    return bounded(() -> String.valueOf(encoder.encode(password)));
  }

  /// @param hash null where there is none: then it does not match, after the same work
  boolean matches(String password, @Nullable String hash) {
    // what is longer than a password may be, or holds half a character, which has no bytes to hash,
    // is none, and costs as much as one
    boolean possible = password.length() <= LONGEST && Fields.canBeKept(password);
    String given = possible ? password : "x".repeat(LONGEST);
    boolean same = bounded(() -> encoder.matches(given, hash == null ? nobodys : hash));
    return same && possible && hash != null;
  }

  private <T> T bounded(Supplier<T> work) {
    try {
      if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.tooMany("Too many sign-ins at once. Try again in a moment.", PATIENCE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.tooMany("The server is stopping.", PATIENCE);
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }
}
