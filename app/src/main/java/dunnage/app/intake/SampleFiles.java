package dunnage.app.intake;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Brings files in that come with the product, as the caller.
@Component
public class SampleFiles {

  private static final int WAIT_SECONDS = 60;

  private final Intake intake;

  SampleFiles(Intake intake) {
    this.intake = intake;
  }

  /// At once; bytes that are there already are not taken again.
  public void bringIn(String name, byte[] bytes) {
    ImportOptions plain = new ImportOptions(null, null, null, null, Map.of(), null, null);
    Object ignored =
        intake.receive(name, new ByteArrayInputStream(bytes), plain, false, true, WAIT_SECONDS);
  }
}
