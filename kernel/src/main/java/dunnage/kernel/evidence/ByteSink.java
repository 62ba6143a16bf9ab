package dunnage.kernel.evidence;

/// Where the bytes of a bundle go, from front to back.
public interface ByteSink {

  void write(byte[] bytes, int offset, int count);

  default void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }
}
