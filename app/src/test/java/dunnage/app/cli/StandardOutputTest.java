package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  @Test
  void a_reader_that_has_seen_enough_is_no_problem() {
    StandardOutput out = new StandardOutput(failing("Broken pipe"));
    out.write('a');
    assertThat(out.problem()).isNull();
  }

  @Test
  void a_full_disk_is_told() {
    StandardOutput out = new StandardOutput(failing("No space left on device"));
    assertThat(out.problem()).isNull();
    out.write('a');
    assertThat(out.problem()).isEqualTo("The output could not be written: No space left on device");
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
