package dunnage.formats;

import java.util.Set;

/// Words that stand in cells and change what a row means, in the languages of [Headers].
final class Words {

  static final Set<String> VOID =
      Set.of(
          "void",
          "voided",
          "draft",
          "deleted",
          "cancelled",
          "canceled",
          "reversed",
          "作废",
          "草稿",
          "已作废",
          "暂存",
          "аннулирован",
          "черновик",
          "отменен",
          "отменён",
          "storniert",
          "entwurf",
          "annulé",
          "brouillon",
          "anulada",
          "anulado",
          "borrador",
          "cancelado",
          "cancelada",
          "rascunho");
  static final Set<String> PAID =
      Set.of(
          "paid",
          "closed",
          "settled",
          "cleared",
          "已收款",
          "已结清",
          "已核销",
          "已付款",
          "оплачен",
          "оплачено",
          "оплачена",
          "закрыт",
          "bezahlt",
          "ausgeglichen",
          "payé",
          "payée",
          "réglée",
          "pagado",
          "pagada",
          "cobrado",
          "cobrada",
          "pago",
          "paga",
          "liquidado");
  static final Set<String> CREDIT =
      Set.of(
          "credit note",
          "credit",
          "credit memo",
          "accreccredit",
          "creditnote",
          "红字",
          "贷项",
          "红字发票",
          "贷项通知单",
          "кредит нота",
          "возврат",
          "gutschrift",
          "avoir",
          "nota de crédito",
          "abono");
  static final Set<String> PAYMENT =
      Set.of(
          "payment",
          "receipt",
          "收款",
          "收款单",
          "оплата",
          "платеж",
          "zahlung",
          "paiement",
          "pago recibido",
          "recebimento");
  static final Set<String> YES =
      Set.of("yes", "y", "true", "1", "x", "是", "да", "ja", "oui", "sí", "si", "sim");
  static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "grand total",
          "subtotal",
          "sub total",
          "sum",
          "合计",
          "总计",
          "小计",
          "итого",
          "всего",
          "summe",
          "gesamt",
          "total général",
          "suma",
          "totales",
          "totais");

  private Words() {}
}
