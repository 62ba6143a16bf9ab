package dunnage.kernel.calendar;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The vocabulary of payment terms in seven languages, and what one clause of them says. Stems, not
/// words: Russian and German decline. Every pattern is a flat alternation without nested repeats,
/// so a hostile text costs time in proportion to its length.
final class TermsWords {

  /// Bank days need a country's calendar; reading them as calendar days would shorten the terms.
  static final Pattern WORKING_DAYS =
      any(
          "working|business day|banking day|bank day|工作日|рабочих|банковск|werktag|bankarbeitstag|arbeitstag|ouvr|hábiles|habiles|úteis|uteis");

  static final Pattern CASH_DISCOUNT =
      any("skonto|discount|escompte|descuento|desconto|скидк|现金折扣");

  static final Pattern BALANCE =
      any(
          "balance|remainder|尾款|余款|余额|остаток|остальн|restzahlung|restbetrag|"
              + code("rest")
              + "|solde|saldo|"
              + code("reste")
              + "|restante");

  static final Pattern ADVANCE =
      any(
          "advance|prepay|prepaid|pre-pay|deposit|down ?payment|cash with order|payment first|"
              + code("cia")
              + "|"
              + code("cwo")
              + "|预付|定金|订金|押金|前 ?t/?t|款到发货|先款后货|"
              + "предоплат|аванс|задаток|vorkasse|vorauskasse|vorauszahlung|anzahlung|acompte|d'avance|d’avance|prépai|arrhes|anticip|adelant|prepago|depósito|antecip|"
              + code("sinal")
              + "|"
              + code("entrada"));

  private static final Pattern LETTER_OF_CREDIT =
      any(
          code("l/ ?c")
              + "|"
              + code("lc")
              + "|letters? of credit|信用证|аккредитив|akkreditiv|crédit documentaire|credit documentaire|carta de cr[eé]dito|cr[eé]dito documentario|cr[eé]dito documentário");
  private static final Pattern AGAINST_PAYMENT =
      any(
          code("d/ ?p")
              + "|"
              + code("dp")
              + "|documents against payment|cash against documents|"
              + code("cad")
              + "|付款交单|документы против платежа|dokumente gegen (?:zahlung|kasse)|documents contre paiement|documentos contra pago|documentos contra pagamento");
  private static final Pattern AGAINST_ACCEPTANCE =
      any(
          code("d/ ?a")
              + "|(?<![a-z])da (?=\\d)|documents against acceptance|承兑交单|документы против акцепта|dokumente gegen akzept|documents contre acceptation|documentos contra aceptaci[oó]n|documentos contra aceite");
  private static final Pattern OPEN_ACCOUNT =
      any(
          code("o/ ?a")
              + "|"
              + code("oa")
              + "|open account|赊销|赊账|月结|отсрочк|открыт|offene rechnung|compte ouvert|cuenta abierta|conta aberta");
  private static final Pattern TRANSFER =
      any(code("t/ ?t") + "|" + code("tt") + "|电汇|wire transfer|bank transfer");

  private static final Pattern BILL_OF_LADING =
      any(
          code("b/ ?l")
              + "|"
              + code("bl")
              + "|bill of lading|提单|коносамент|konnossement|connaissement|conocimiento|conhecimento");
  private static final Pattern SHIPMENT =
      any(
          "shipment|shipping|shipped|dispatch|发货|出货|装运|装船|船期|开船|отгруз|versand|verladung|verschiffung|expédition|expedition|embarque|env[ií]o|despacho");
  private static final Pattern DELIVERY =
      any(
          "delivery|delivered|receipt of (?:the )?goods|goods received|"
              + code("cod")
              + "|货到|到货|收货|交货|поставк|достав|получени|lieferung|warenerhalt|wareneingang|nachnahme|livraison|réception (?:de la|des) marchandise|entrega|recepción|recebimento");
  private static final Pattern ACCEPTANCE =
      any("acceptance|accepted|承兑|акцепт|akzept|acceptation|aceptaci|aceite");
  private static final Pattern SIGHT =
      any(
          "sight|presentation|即期|见单|见票|交单|предъявлен|à vue|bei sicht|sichtakkreditiv|a la vista|à vista");
  private static final Pattern ORDER =
      any("order|下单|订单|签约|签订|заказ|подписан|договор|bestell|auftrag|commande|pedido|encomenda");
  private static final Pattern IMMEDIATE =
      any(
          "on receipt(?! of (?:the )?goods)|immediate|sofort|prompt|à réception(?! (?:de la|des) marchandise)|contado|немедленно");

  /// Words that tie a payment to an event: `against copy of B/L`, `before shipment`.
  private static final Pattern TIE =
      any(
          "against|before|prior|after|upon|cash on|"
              + code("cod")
              + "|见|凭|前|后|货到|против|по копии|по факту|до |после|перед|при |gegen|vor |nach|bei |nachnahme|contre|avant|après|contra|antes|después|após");

  private static final Pattern END_OF_MONTH =
      any(
          code("eom")
              + "|end of (?:the )?month|month[ -]end|月结|月底|月末|конца месяца|monatsende|ende des monats|fin de mois|"
              + code("fdm")
              + "|fin de mes|fim d[oe] m[eê]s");

  private static final Pattern DAYS =
      Pattern.compile(
          "(?<![\\d.,/])(\\d{1,3}) ?(?:calendar |календарных )?(?:days?|d(?![a-z/])|kalendertag|tage?|jours?|jrs|d[ií]as?|дн|день|天|日)");
  private static final Pattern BARE_DAYS =
      Pattern.compile(
          "(?:nett?o?|(?<![a-z])n/|(?<![a-z])o/ ?a|(?<![a-z])oa|d/ ?a|(?<![a-z])da|l/ ?c|d/ ?p|月结|отсрочка) ?:? ?(\\d{1,3})(?![\\d%/.,])|(?<![\\d.,/])(\\d{1,3}) ?nett?o?(?![a-z])");
  private static final Pattern DAYS_BEFORE =
      Pattern.compile(
          "\\d ?(?:days?|tage?n?|jours?|d[ií]as?|дней|дня|день) (?:before|prior|vor|avant|antes|до |перед)|前 ?\\d{1,3} ?[天日]");
  private static final int LONGEST_DAYS = 365;

  private TermsWords() {}

  /// What one clause says of its share; null when it says nothing known, or two things at once.
  static @Nullable TermsPart part(BigDecimal percent, String words, int place, int of) {
    Integer days = days(words);
    if (days == null) {
      return null;
    }
    boolean timed = days != Integer.MIN_VALUE;
    boolean endOfMonth = has(END_OF_MONTH, words);
    PaymentMethod method = method(words);
    ClockStart clock = clock(words, method);
    boolean share = of > 1;
    if (!timed && clock == null && !known(words, method, share, place)) {
      return null;
    }
    if (!timed
        && clock != null
        && method == null
        && !share
        && !has(TIE, words)
        && !has(SIGHT, words)) {
      return null; // the mere word `shipment` or `order` is no term
    }
    if (share && place == 0 && method == PaymentMethod.TRANSFER && clock == null && !timed) {
      method =
          PaymentMethod.ADVANCE; // `T/T 30 %, 70 % before shipment`: the first share is the deposit
      clock = ClockStart.ORDER;
    }
    int count = timed ? days : 0;
    if (clock == null) {
      clock = share && !timed && !endOfMonth ? ClockStart.SHIPMENT : ClockStart.INVOICE;
    }
    if (method == null) {
      method = count > 0 || endOfMonth ? PaymentMethod.OPEN_ACCOUNT : PaymentMethod.TRANSFER;
    }
    return new TermsPart(percent, "", method, clock, count, endOfMonth);
  }

  /// Whether a clause without days and without an event still says when to pay.
  private static boolean known(
      String words, @Nullable PaymentMethod method, boolean share, int place) {
    boolean monthly = has(END_OF_MONTH, words) && !words.contains("月结"); // 月结 needs its days
    boolean vague =
        method == null || method == PaymentMethod.OPEN_ACCOUNT || method == PaymentMethod.TRANSFER;
    boolean named = !vague || has(IMMEDIATE, words) || monthly;
    return named
        || share && (method != null || has(BALANCE, words) || place > 0 && words.isBlank());
  }

  private static @Nullable PaymentMethod method(String words) {
    if (has(LETTER_OF_CREDIT, words)) {
      return PaymentMethod.LETTER_OF_CREDIT;
    }
    if (has(AGAINST_ACCEPTANCE, words)) {
      return PaymentMethod.DOCUMENTS_AGAINST_ACCEPTANCE;
    }
    if (has(AGAINST_PAYMENT, words)) {
      return PaymentMethod.DOCUMENTS_AGAINST_PAYMENT;
    }
    if (has(ADVANCE, words)) {
      return PaymentMethod.ADVANCE;
    }
    if (has(OPEN_ACCOUNT, words)) {
      return PaymentMethod.OPEN_ACCOUNT;
    }
    return has(TRANSFER, words) ? PaymentMethod.TRANSFER : null;
  }

  /// The event named, else the one the method implies; null when neither tells.
  private static @Nullable ClockStart clock(String words, @Nullable PaymentMethod method) {
    if (has(BILL_OF_LADING, words)) {
      return ClockStart.BILL_OF_LADING;
    }
    if (has(SHIPMENT, words)) {
      return ClockStart.SHIPMENT;
    }
    if (has(DELIVERY, words)) {
      return ClockStart.DELIVERY;
    }
    boolean documents =
        method == PaymentMethod.LETTER_OF_CREDIT
            || method == PaymentMethod.DOCUMENTS_AGAINST_PAYMENT;
    if (method == PaymentMethod.DOCUMENTS_AGAINST_ACCEPTANCE
        || !documents && has(ACCEPTANCE, words)) {
      return ClockStart.ACCEPTANCE;
    }
    if (documents || has(SIGHT, words)) {
      return ClockStart.PRESENTATION;
    }
    return method == PaymentMethod.ADVANCE || has(ORDER, words) ? ClockStart.ORDER : null;
  }

  /// Days of the clause, `MIN_VALUE` when it names none, null when its numbers are not understood.
  private static @Nullable Integer days(String words) {
    Set<Integer> counts = new HashSet<>();
    String left = words;
    for (Pattern pattern : new Pattern[] {DAYS, BARE_DAYS}) {
      Matcher matcher = pattern.matcher(left);
      while (matcher.find()) {
        String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        counts.add(Integer.valueOf(digits));
      }
      left = matcher.replaceAll(" ");
    }
    boolean strayDigit = left.chars().anyMatch(Character::isDigit);
    if (strayDigit || counts.size() > 1) {
      return null;
    }
    if (counts.isEmpty()) {
      return Integer.MIN_VALUE;
    }
    int count = counts.iterator().next();
    if (count > LONGEST_DAYS) {
      return null;
    }
    return has(DAYS_BEFORE, words) ? -count : count;
  }

  private static boolean has(Pattern pattern, String words) {
    return pattern.matcher(words).find();
  }

  private static Pattern any(String alternatives) {
    return Pattern.compile(alternatives);
  }

  /// A short Latin code that must not be part of a longer Latin word; Chinese may touch it.
  private static String code(String letters) {
    return "(?<![a-z])" + letters + "(?![a-z])";
  }
}
