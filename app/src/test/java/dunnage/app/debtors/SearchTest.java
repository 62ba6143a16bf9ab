package dunnage.app.debtors;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lists of debtors: searched, filtered, in order, page by page.
class SearchTest {

  private final RunningServer server = RunningServer.get();
  private final Client owner = server.organisation();

  @Test
  void a_debtor_is_found_in_any_script_and_by_part_of_a_word() {
    for (String name :
        List.of(
            "深圳市华强电子有限公司",
            "深圳市花墙装饰",
            "重庆长安汽车",
            "ООО Ромашка",
            "Müller GmbH",
            "Ελληνική Αθήνα",
            "شركة النور")) {
      Ask.named(owner, name);
    }
    assertThat(Ask.found(owner, "huaqiang")).hasSize(2).contains("深圳市华强电子有限公司");
    assertThat(Ask.found(owner, "华强")).containsExactly("深圳市华强电子有限公司");
    assertThat(Ask.found(owner, "華強")).containsExactly("深圳市华强电子有限公司");
    assertThat(Ask.found(owner, "shenzhen dianzi")).containsExactly("深圳市华强电子有限公司");
    assertThat(Ask.found(owner, "chongqing")).containsExactly("重庆长安汽车");
    assertThat(Ask.found(owner, "romashka")).containsExactly("ООО Ромашка");
    assertThat(Ask.found(owner, "РОМАШ")).containsExactly("ООО Ромашка");
    assertThat(Ask.found(owner, "muller")).containsExactly("Müller GmbH");
    assertThat(Ask.found(owner, "MUELLER gmbh")).containsExactly("Müller GmbH");
    assertThat(Ask.found(owner, "athena")).containsExactly("Ελληνική Αθήνα");
    assertThat(Ask.found(owner, "النور")).containsExactly("شركة النور");
    assertThat(Ask.found(owner, "muller romashka")).isEmpty();
  }

  @Test
  void wildcards_quotes_and_controls_in_a_question_are_letters_like_others() {
    Ask.named(owner, "Plain");
    Ask.named(owner, "100% Cotton");
    Ask.named(owner, "a_b");
    assertThat(Ask.found(owner, "%")).containsExactly("100% Cotton");
    assertThat(Ask.found(owner, "_")).containsExactly("a_b");
    assertThat(Ask.found(owner, "P_ain")).isEmpty();
    assertThat(Ask.found(owner, "\\")).isEmpty();
    assertThat(Ask.found(owner, "'; --")).isEmpty();
    assertThat(Ask.found(owner, "pl\u0000")).containsExactly("Plain");
    assertThat(Ask.found(owner, " \t ")).hasSize(3);
    assertThat(owner.get("/api/v1/debtors?q=" + "x".repeat(301)).status()).isEqualTo(422);
  }

  @Test
  void lists_are_filtered_and_in_the_order_asked_for() {
    Ask.debtor(owner, "{\"name\":\"B\",\"number\":\"1\",\"country\":\"CN\",\"group\":\"G\"}");
    Ask.debtor(owner, "{\"name\":\"A\",\"country\":\"CN\"}");
    Ask.debtor(
        owner, "{\"name\":\"C\",\"number\":\"0\",\"owner\":\"%s\"}".formatted(owner.owner()));
    assertThat(Ask.names(owner, "")).containsExactly("A", "B", "C");
    assertThat(Ask.names(owner, "?sort=number")).containsExactly("C", "B", "A");
    assertThat(Ask.names(owner, "?sort=created")).containsExactly("C", "A", "B");
    assertThat(Ask.names(owner, "?country=cn")).containsExactly("A", "B");
    assertThat(Ask.names(owner, "?group=G")).containsExactly("B");
    assertThat(Ask.names(owner, "?owner=" + owner.owner())).containsExactly("C");
    for (String wrong :
        List.of("sort=colour", "country=XX", "contact_missing=boss", "limit=0", "after=x")) {
      assertThat(owner.get("/api/v1/debtors?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    String next = owner.get("/api/v1/debtors?limit=1").text("next");
    assertThat(owner.get("/api/v1/debtors?sort=number&after=" + next).status())
        .as("a cursor of another order")
        .isEqualTo(422);
  }

  @Test
  void pages_show_each_debtor_once_also_when_others_are_added_meanwhile() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      before.add(Ask.debtor(owner, "{\"name\":\"Same\",\"number\":\"N%02d\"}".formatted(i)));
    }
    for (String sort : List.of("name", "number", "created")) {
      List<String> seen = new ArrayList<>();
      String after = "";
      do {
        Answer page = owner.get("/api/v1/debtors?limit=3&sort=" + sort + after);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        seen.addAll(page.json().path("data").findValuesAsString("id"));
        Ask.named(owner, "Added " + sort);
        after = page.json().path("has_more").asBoolean() ? "&after=" + page.text("next") : "";
      } while (!after.isEmpty());
      assertThat(seen).as(sort).doesNotHaveDuplicates().containsAll(before);
    }
  }
}
