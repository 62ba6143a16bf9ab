package dunnage.kernel.calendar;

/// The event from which the days of payment terms are counted.
public enum ClockStart {
  ORDER("order"),
  INVOICE("invoice"),
  SHIPMENT("shipment"),
  BILL_OF_LADING("bill of lading"),
  DELIVERY("delivery"),
  ACCEPTANCE("acceptance of the draft"),
  PRESENTATION("presentation of documents");

  private final String words;

  ClockStart(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
