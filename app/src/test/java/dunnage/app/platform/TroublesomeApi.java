package dunnage.app.platform;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Handlers that go wrong in the ways handlers do. Only in tests.
@RestController
class TroublesomeApi {

  @GetMapping("/trouble/bug")
  String bug() {
    throw new IllegalStateException("the secret inside");
  }

  @GetMapping("/trouble/no")
  String no() {
    throw new Problem(HttpStatus.CONFLICT, "already_there", "It is there already.");
  }

  @GetMapping("/trouble/number/{number}")
  int number(@PathVariable("number") int number) {
    return number;
  }

  @PostMapping(path = "/trouble/echo", consumes = "application/json")
  Map<String, Object> echo(@RequestBody Map<String, Object> body) {
    return body;
  }
}
