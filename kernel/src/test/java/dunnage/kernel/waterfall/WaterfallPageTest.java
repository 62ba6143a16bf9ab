package dunnage.kernel.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The worked examples of `docs/methodology/waterfall.md`.
class WaterfallPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("```example\\n(.*?)```", Pattern.DOTALL);

  @Test
  void worked_examples_hold() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "methodology", "waterfall.md"));
    List<String> examples = EXAMPLE.matcher(page).results().map(r -> r.group(1)).toList();
    assertThat(examples).hasSize(4);
    examples.forEach(WaterfallPageTest::holds);
  }

  private static void holds(String example) {
    Money received = Money.zero(Currency.of("EUR"));
    List<RankedClaim> claims = new ArrayList<>();
    for (String line : example.lines().toList()) {
      String[] words = line.split(" ");
      if (words[0].equals("received")) {
        received = eur(words[1]);
      } else if (words[0].equals("=>")) {
        Distribution split = Waterfall.distribute(received, claims);
        String paid =
            split.shares().stream().map(s -> s.paid().decimal()).collect(Collectors.joining(" "));
        assertThat("=> " + paid + " rest " + split.rest().decimal()).as(example).isEqualTo(line);
      } else {
        claims.add(claim(words));
      }
    }
  }

  /// `1 costs 500.00 cap 100.00`; a name may have several words.
  private static RankedClaim claim(String[] words) {
    boolean capped = words[words.length - 2].equals("cap");
    int due = capped ? words.length - 3 : words.length - 1;
    String name = String.join(" ", List.of(words).subList(1, due));
    Money cap = capped ? eur(words[words.length - 1]) : null;
    return new RankedClaim(Integer.parseInt(words[0]), name, eur(words[due]), cap);
  }

  private static Money eur(String amount) {
    return Money.of(Currency.of("EUR"), new BigDecimal(amount));
  }
}
