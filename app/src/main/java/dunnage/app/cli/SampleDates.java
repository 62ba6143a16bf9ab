package dunnage.app.cli;

import dunnage.app.sample.SampleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

/// The last day of the sample's files, as its folder has it from its first time, so that the same
/// files are the same again.
final class SampleDates {

  private static final String KEPT = "day.txt";

  private SampleDates() {}

  static LocalDate of(Path folder, LocalDate today) {
    Path file = folder.resolve(KEPT);
    try {
      if (Files.isReadable(file)) {
        return LocalDate.parse(Files.readString(file).strip());
      }
      LocalDate day = SampleBook.upTo(today);
      Files.createDirectories(folder);
      Files.writeString(file, day + "\n");
      return day;
    } catch (DateTimeException broken) {
      throw new Stop(ExitCode.FAILURE, file + " holds no day; remove the folder " + folder + ".");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
