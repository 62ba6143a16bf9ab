package dunnage.app.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/// A request whose body ends in a refusal once it is too long, also one that did not say its
/// length.
final class LimitedRequest extends HttpServletRequestWrapper {

  private final long most;

  LimitedRequest(HttpServletRequest request, long most) {
    super(request);
    this.most = most;
  }

  static Problem tooLarge(long most) {
    return new Problem(
        HttpStatus.CONTENT_TOO_LARGE,
        "body_too_large",
        "The request is larger than %d MB. Send less at once, or raise DUNNAGE_BODY_MB."
            .formatted(most / 1_048_576));
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream(), most);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  private static final class Counted extends ServletInputStream {

    private final ServletInputStream bytes;
    private final long most;
    private long count;

    Counted(ServletInputStream bytes, long most) {
      this.bytes = bytes;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = bytes.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = bytes.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > most) {
        throw tooLarge(most);
      }
    }

    @Override
    public boolean isFinished() {
      return bytes.isFinished();
    }

    @Override
    public boolean isReady() {
      return bytes.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      bytes.setReadListener(listener);
    }
  }
}
