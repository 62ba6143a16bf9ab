package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFormTest {

  /// 5 GB of which nothing but headers takes room on disk.
  @Test
  void sizes_and_offsets_beyond_four_gigabytes_are_read_by_others(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("big.zip");
    long huge = 5L << 30;
    List<ZipForm.Entry> entries =
        List.of(
            new ZipForm.Entry("first", huge, 0, 0),
            new ZipForm.Entry(
                "second", 3, 0x352441c2, new ZipForm.Entry("first", huge, 0, 0).end()));
    try (FileChannel out =
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      for (ZipForm.Entry entry : entries) {
        out.write(ByteBuffer.wrap(ZipForm.local(entry)), entry.offset());
      }
      ZipForm.Entry last = entries.get(1);
      out.write(ByteBuffer.wrap(Bundles.utf8("abc")), last.end() - 3);
      long at = last.end();
      for (ZipForm.Entry entry : entries) {
        byte[] central = ZipForm.central(entry);
        out.write(ByteBuffer.wrap(central), at);
        at += central.length;
      }
      out.write(ByteBuffer.wrap(ZipForm.end(2, last.end(), at - last.end())), at);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("first").getSize()).isEqualTo(huge);
      assertThat(zip.getInputStream(zip.getEntry("second")).readAllBytes())
          .isEqualTo(Bundles.utf8("abc"));
    }
  }
}
