package dunnage.kernel.evidence;

/// Bytes read once from front to back; the caller owns the file behind them.
public interface ByteSource {

  /// Fills some of the buffer.
  ///
  /// @return how many bytes, at least 1, or -1 at the end
  int read(byte[] buffer, int offset, int count);
}
