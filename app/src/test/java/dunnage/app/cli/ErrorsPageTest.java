package dunnage.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `-Ddunnage.golden=rewrite` writes the page anew.
class ErrorsPageTest {

  @Test
  void the_page_of_errors_lists_every_exit_code_and_finding() throws IOException {
    Path page = Sources.root().resolve("docs/errors.md");
    if (Golden.rewrite()) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, ErrorsPage.markdown());
    }
    assertThat(page)
        .as("docs/errors.md; -Ddunnage.golden=rewrite writes it anew")
        .hasContent(ErrorsPage.markdown());
  }
}
