package dunnage.bench;

import dunnage.bench.SampleCustomers.Customer;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.List;

/// The words of the factory's notes: Chinese about customers at home, Russian where one writes
/// Russian, English elsewhere.
final class SampleWords {

  private static final List<String> ASKED_ZH =
      List.of("已发对账单，提醒付款", "微信催款", "电话催款，对方说在走流程", "发票已过期，再次提醒", "请财务确认付款日期");
  private static final List<String> ASKED_RU =
      List.of(
          "Напомнили об оплате",
          "Отправили акт сверки",
          "Спросили, когда будет оплата",
          "Позвонили в бухгалтерию",
          "Повторное напоминание");
  private static final List<String> ASKED_EN =
      List.of(
          "Friendly reminder sent",
          "Statement of account sent",
          "Asked accounts payable for the payment date",
          "Called about the open invoice",
          "Second reminder, copy to the buyer");

  private static final List<String> ANSWERED_ZH =
      List.of("财务说在排款", "采购答复：会跟进", "等总经理签字", "发票刚收到，本周处理");
  private static final List<String> ANSWERED_RU =
      List.of(
          "Бухгалтерия: счёт на согласовании",
          "Ответили: разберутся",
          "Директор в отъезде, оплатят после подписи",
          "Просят прислать счёт ещё раз");
  private static final List<String> ANSWERED_EN =
      List.of(
          "Will look into it",
          "Invoice was with the warehouse; now with accounts",
          "In the next payment run",
          "Waiting for the director's signature");

  private SampleWords() {}

  /// @param turn which of the customer's notes it is
  static String of(Customer customer, Fact.Noted note, int turn) {
    return switch (customer.country()) {
      case "CN" -> chinese(note, turn);
      case "RU", "KZ" -> russian(note, turn);
      default -> english(note, turn);
    };
  }

  private static String chinese(Fact.Noted note, int turn) {
    LocalDate until = note.until();
    return switch (note.event()) {
      case MESSAGE_SENT -> pick(ASKED_ZH, turn);
      case PROMISE -> "答应 " + until + " 前付款";
      case CONTACT_LEFT -> "对接人已离职";
      case DIVISION_CLOSED -> "对方关闭一个事业部";
      default -> afterwards(note.event(), note.words(), "新对接人来信", pick(ANSWERED_ZH, turn));
    };
  }

  private static String russian(Fact.Noted note, int turn) {
    LocalDate until = note.until();
    return switch (note.event()) {
      case MESSAGE_SENT -> pick(ASKED_RU, turn);
      case PROMISE -> "Обещают оплатить до " + until;
      case CONTACT_LEFT -> "Наш менеджер у них уволился";
      case DIVISION_CLOSED -> "Закрыли одно из направлений";
      default ->
          afterwards(note.event(), note.words(), "Написал преемник", pick(ANSWERED_RU, turn));
    };
  }

  private static String english(Fact.Noted note, int turn) {
    LocalDate until = note.until();
    return switch (note.event()) {
      case MESSAGE_SENT -> pick(ASKED_EN, turn);
      case PROMISE -> "Promises payment by " + until;
      case CONTACT_LEFT -> "Our contact has left the company";
      case DIVISION_CLOSED -> "One of its divisions is closed";
      default ->
          afterwards(
              note.event(),
              note.words(),
              "The successor introduces herself",
              pick(ANSWERED_EN, turn));
    };
  }

  private static String afterwards(Event event, String words, String successor, String answer) {
    if (event != Event.REPLY) {
      throw new IllegalArgumentException("no words for " + event);
    }
    return words.contains("successor") ? successor : answer;
  }

  private static String pick(List<String> texts, int turn) {
    return texts.get(turn % texts.size());
  }
}
