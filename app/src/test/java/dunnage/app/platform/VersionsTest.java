package dunnage.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Which version an edit was made from.
class VersionsTest {

  private static String code(ThrowingCallable call) {
    String[] code = {""};
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Problem.class, problem -> code[0] = problem.code());
    return code[0];
  }

  @Test
  void an_edit_says_which_version_it_was_made_from() {
    assertThat(Versions.seen("\"3\"")).isEqualTo(3);
    assertThat(Versions.seen(" W/\"12\" ")).isEqualTo(12);
    for (String none : Arrays.asList(null, "", " ", "*")) {
      assertThat(code(() -> Versions.seen(none))).isEqualTo("precondition_required");
    }
    for (String other :
        List.of("3", "\"x\"", "\"1\", \"2\"", "\"99999999999\"", "\"-1\"", "\"\"")) {
      assertThat(code(() -> Versions.seen(other))).isEqualTo("precondition_failed");
    }
  }

  @Test
  void an_edit_made_from_another_version_is_refused() {
    Versions.check("\"4\"", 4);
    assertThat(code(() -> Versions.check("\"3\"", 4))).isEqualTo("precondition_failed");
    assertThat(Versions.answer(4, "x").getHeaders().getETag()).isEqualTo("\"4\"");
  }
}
