package dunnage.bench;

import java.math.BigDecimal;
import java.util.List;

/// Who owes the sample exporter. Every firm is invented; likeness to a real one is chance.
final class SampleCustomers {

  /// How a customer pays and buys.
  enum Habit {
    PROMPT,
    STEADY,
    SLOW,
    IMPROVING,
    SLIPPING,
    SHRINKING,
    LEAVES_BALANCES,
    LATER_AND_LATER,
    DISPUTES,
    BREAKS_PROMISES,
    PAYS_IN_PARTS,
    NEW
  }

  /// @param order usual size of an order, in the currency
  /// @param perYear orders a year
  record Customer(
      String id,
      String name,
      String country,
      String currency,
      Habit habit,
      BigDecimal order,
      int perYear,
      String terms,
      String incoterm) {}

  private static final String TABLE =
      """
      C001|广州华岚电子商务有限公司|CN|CNY|SHRINKING|420000|14|月结60天|
      C002|Aldwick & Moor Footwear Ltd|GB|GBP|LEAVES_BALANCES|31000|10|30% deposit, 70% O/A 30 days after B/L|FOB Ningbo
      C003|Stridora Marketplace Inc.|US|USD|LATER_AND_LATER|18500|24|Net 15|DDP Newark
      C004|Kaufbogen Marktplatz GmbH|DE|EUR|STEADY|9400|24|Net 14|DDP Duisburg
      C005|ООО «Ярбазар»|RU|RUB|SLIPPING|1450000|24|отсрочка 14 дней|DAP Москва
      C006|Hafenschuh Import GmbH|DE|EUR|DISPUTES|38500|8|30 Tage netto|FOB Ningbo
      C007|Calzados Miralvento S.L.|ES|EUR|BREAKS_PROMISES|27400|8|anticipo 30%, saldo 70% contra copia de B/L|CIF Valencia
      C008|ТОО «Алатау Обувь»|KZ|USD|PAYS_IN_PARTS|22600|7|30% предоплата, 70% по копии коносамента|FCA 霍尔果斯
      C009|Northfell Outfitters Inc.|US|USD|IMPROVING|46500|9|O/A 60 days after B/L|FOB Ningbo
      C010|Sapataria Ribeira Clara Ltda|BR|USD|IMPROVING|33800|8|30% deposit, 70% against copy of B/L|CFR Santos
      C011|Maison Talonnière SARL|FR|EUR|IMPROVING|24100|8|30 jours fin de mois|CIF Le Havre
      C012|杭州云屐网络科技有限公司|CN|CNY|IMPROVING|185000|12|月结30天|
      C013|上海霁行鞋业贸易有限公司|CN|CNY|PROMPT|236000|11|月结30天|
      C014|深圳市步川跨境电商有限公司|CN|CNY|STEADY|164000|12|月结60天|
      C015|义乌晴帆进出口有限公司|CN|CNY|PROMPT|98000|10|款到发货|
      C016|成都锦履百货有限公司|CN|CNY|SLOW|121000|8|货到30天|
      C017|青岛海屿户外用品有限公司|CN|CNY|PROMPT|143000|9|30%预付,70%发货前付清|
      C018|Boardwalk Shoe Company|US|USD|PROMPT|52400|9|30% T/T in advance, 70% before shipment|FOB Ningbo
      C019|Prairie Lane Retail LLC|US|USD|STEADY|38700|8|O/A 45|FOB Ningbo
      C020|Tidewater Kids Footwear|US|USD|PROMPT|29800|7|L/C at sight|CIF Long Beach
      C021|Copperline Boots Co.|US|USD|SLOW|41200|7|Net 60|FOB Ningbo
      C022|Second Street Sneakers LLC|US|USD|NEW|18400|4|30% deposit, 70% against copy of B/L|FOB Ningbo
      C023|Elbufer Schuhhandel GmbH & Co. KG|DE|EUR|PROMPT|36300|8|30 Tage netto|FOB Ningbo
      C024|Bergwander Sport GmbH|DE|EUR|STEADY|28900|7|14 Tage 2 % Skonto, 30 Tage netto|FOB Ningbo
      C025|Süderhof Textil und Schuh AG|DE|EUR|PROMPT|47800|7|L/C 60 days|CIF Hamburg
      C026|Pas de Mer SAS|FR|EUR|STEADY|19600|7|45 jours net|CIF Le Havre
      C027|Comptoir des Semelles SARL|FR|EUR|SLOW|15800|6|acompte 30 %, solde 70 % à l'expédition|FOB Ningbo
      C028|Distribuciones Zapalis S.A.|ES|EUR|STEADY|21700|7|30 días fecha factura|CIF Valencia
      C029|Huella del Norte S.L.|ES|EUR|PROMPT|14900|6|anticipo 30%, saldo 70% contra copia de B/L|FOB Ningbo
      C030|Polderstap Schoenen B.V.|NL|EUR|PROMPT|33100|8|30 days net|FOB Ningbo
      C031|Grachtloper Groothandel B.V.|NL|EUR|PROMPT|26500|7|30% deposit, 70% against copy of B/L|FOB Ningbo
      C032|Krokus Obuwie Sp. z o.o.|PL|EUR|STEADY|18200|8|Net 30|CPT Małaszewicze
      C033|Wiślana Stopa Sp. z o.o.|PL|EUR|SLIPPING|16400|8|O/A 45|CPT Małaszewicze
      C034|Brackenfield Shoes Ltd|GB|GBP|PROMPT|17300|7|30 days EOM|FOB Ningbo
      C035|Harrow & Tweedy Country Wear|GB|GBP|STEADY|21900|7|O/A 60|FOB Ningbo
      C036|Little Puddle Wellies Ltd|GB|GBP|SLOW|12800|6|30% deposit, 70% against copy of B/L|FOB Ningbo
      C037|ООО «Северный Каблук»|RU|RUB|PROMPT|1980000|9|100% предоплата|FCA Маньчжурия
      C038|ООО «Торговый дом Шагомер»|RU|RUB|STEADY|2650000|8|30% предоплата, 70% по копии коносамента|CFR Владивосток
      C039|ИП Вересова А. Н.|RU|RUB|SLOW|640000|7|отсрочка 30 дней|DAP Екатеринбург
      C040|ООО «Уральский Башмак»|RU|CNY|SLIPPING|158000|8|оплата в течение 45 дней с даты отгрузки|FCA 满洲里
      C041|ТОО «Степной Караван»|KZ|CNY|STEADY|132000|7|30% предоплата, 70% по копии коносамента|FCA 霍尔果斯
      C042|ТОО «Балхаш Трейд»|KZ|USD|PROMPT|19700|6|100% T/T in advance|FCA 霍尔果斯
      C043|Calçados Serra Mansa Ltda|BR|USD|SLOW|27100|6|D/A 60 days|CFR Santos
      C044|Passo Firme Importadora S.A.|BR|USD|STEADY|35200|6|D/P at sight|CFR Santos
      C045|Al Noor Footwear Trading LLC|AE|USD|PROMPT|44700|8|30% T/T in advance, 70% before shipment|CIF Jebel Ali
      C046|Gulf Sandal House FZE|AE|USD|STEADY|23600|8|O/A 30|CIF Jebel Ali
      C047|Dune & Date General Trading|AE|USD|NEW|16200|4|O/A 30|CIF Jebel Ali
      C048|Fjordgull Handelskontor B.V.|NL|EUR|SLIPPING|22300|8|O/A 45|FOB Ningbo
      """;

  private SampleCustomers() {}

  static List<Customer> all() {
    return TABLE.lines().map(SampleCustomers::customer).toList();
  }

  private static Customer customer(String line) {
    String[] c = line.split("\\|", -1);
    return new Customer(
        c[0],
        c[1],
        c[2],
        c[3],
        Habit.valueOf(c[4]),
        new BigDecimal(c[5]),
        Integer.parseInt(c[6]),
        c[7],
        c[8]);
  }
}
