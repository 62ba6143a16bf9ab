package dunnage.bench;

import dunnage.kernel.party.Party;
import dunnage.kernel.world.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Who owes the sample exporter. Every firm is invented; likeness to a real one is chance.
///
/// What each does comes from the simulator, by its kind and a seed of its own. The seeds are picked
/// so that every kind shows itself by the last day: a staged sample, no evidence of how often such
/// debtors occur or how well they are told apart. That is measured elsewhere, on worlds nobody
/// picked.
final class SampleCustomers {

  /// @param seed of its life
  /// @param months before the last day at which its life begins; only the last two years are told
  /// @param order usual size of an order (of a settlement, for a marketplace), in the currency
  /// @param terms as written; they say what the simulated due dates do
  record Customer(
      String id,
      String name,
      String country,
      String currency,
      Kind kind,
      long seed,
      int months,
      BigDecimal order,
      String terms,
      String incoterm) {

    Party party() {
      return new Party(id, name, country);
    }

    LocalDate from() {
      return SampleExporter.AS_OF.plusDays(1).minusMonths(months);
    }

    /// Long enough to order until the last day.
    int years() {
      return Math.max(2, (months + 11) / 12);
    }
  }

  private static final String TABLE =
      """
      C001|广州华岚电子商务有限公司|CN|CNY|ORDERS_FALLING|1019754|36|510000|开票后60天付款|
      C002|Aldwick & Moor Footwear Ltd|GB|GBP|BALANCES_UNPAID|2043496|30|31000|30% deposit, 70% O/A 30 days after B/L|FOB Ningbo
      C003|Stridora Marketplace Inc.|US|USD|MARKETPLACE_SQUEEZE|3000165|24|18500|Net 7|DDP Newark
      C004|Kaufbogen Marktplatz GmbH|DE|EUR|MARKETPLACE_HEALTHY|4000033|24|9400|Net 4|DDP Duisburg
      C005|ООО «Ярбазар»|RU|RUB|MARKETPLACE_RULE_CHANGE|5000007|24|1450000|отсрочка 7 дней|DAP Москва
      C006|Hafenschuh Import GmbH|DE|EUR|STEADY|6000875|24|38500|30 Tage netto|FOB Ningbo
      C007|Calzados Miralvento S.L.|ES|EUR|DRIFTING|7011544|30|27400|30 días fecha factura|CIF Valencia
      C008|ТОО «Алатау Обувь»|KZ|USD|DRIFTING|8022121|30|22600|оплата в течение 45 дней с даты отгрузки|FCA 霍尔果斯
      C009|Northfell Outfitters Inc.|US|USD|IMPROVING|9000608|24|46500|O/A 60 days after B/L|FOB Ningbo
      C010|Sapataria Ribeira Clara Ltda|BR|USD|IMPROVING|10000956|24|33800|30% deposit, 70% O/A 30 days after B/L|CFR Santos
      C011|Maison Talonnière SARL|FR|EUR|IMPROVING|11008825|24|24100|45 jours net|CIF Le Havre
      C012|杭州云屐网络科技有限公司|CN|CNY|STEADY|12000075|24|185000|发货后45天付款|
      C013|上海霁行鞋业贸易有限公司|CN|CNY|STEADY|13000088|24|236000|开票后30天付款|
      C014|深圳市步川跨境电商有限公司|CN|CNY|STEADY|14000046|24|164000|开票后60天付款|
      C015|义乌晴帆进出口有限公司|CN|CNY|STEADY|15000089|24|98000|货到30天|
      C016|成都锦履百货有限公司|CN|CNY|STEADY|16000515|24|121000|货到30天|
      C017|青岛海屿户外用品有限公司|CN|CNY|SEASONAL|17000314|24|143000|30%预付,70%发货后30天付清|
      C018|Boardwalk Shoe Company|US|USD|STEADY|18001498|24|52400|30% T/T in advance, 70% 30 days after B/L|FOB Ningbo
      C019|Prairie Lane Retail LLC|US|USD|STEADY|19000075|24|38700|O/A 45|FOB Ningbo
      C020|Tidewater Kids Footwear|US|USD|SEASONAL|20000038|24|29800|L/C 60 days|CIF Long Beach
      C021|Copperline Boots Co.|US|USD|SEASONAL|21003723|24|41200|Net 60|FOB Ningbo
      C022|Second Street Sneakers LLC|US|USD|STEADY|22000057|4|18400|30% deposit, 70% O/A 30 days after B/L|FOB Ningbo
      C023|Elbufer Schuhhandel GmbH & Co. KG|DE|EUR|STEADY|23000034|24|36300|30 Tage netto|FOB Ningbo
      C024|Bergwander Sport GmbH|DE|EUR|SEASONAL|24000072|24|28900|14 Tage 2 % Skonto, 30 Tage netto|FOB Ningbo
      C025|Süderhof Textil und Schuh AG|DE|EUR|STEADY|25000068|24|47800|L/C 60 days|CIF Hamburg
      C026|Pas de Mer SAS|FR|EUR|STEADY|26000217|24|19600|45 jours net|CIF Le Havre
      C027|Comptoir des Semelles SARL|FR|EUR|STEADY|27000591|24|15800|acompte 30 %, solde 70 % à 30 jours|FOB Ningbo
      C028|Distribuciones Zapalis S.A.|ES|EUR|STEADY|28000327|24|21700|30 días fecha factura|CIF Valencia
      C029|Huella del Norte S.L.|ES|EUR|STEADY|29001157|24|14900|anticipo 30%, saldo 70% a 30 días B/L|FOB Ningbo
      C030|Polderstap Schoenen B.V.|NL|EUR|STEADY|30000003|24|33100|30 days net|FOB Ningbo
      C031|Grachtloper Groothandel B.V.|NL|EUR|STEADY|31000617|24|26500|30% deposit, 70% O/A 30 days after B/L|FOB Ningbo
      C032|Krokus Obuwie Sp. z o.o.|PL|EUR|STEADY|32000009|24|18200|Net 30|CPT Małaszewicze
      C033|Wiślana Stopa Sp. z o.o.|PL|EUR|STEADY|33012535|24|16400|O/A 45|CPT Małaszewicze
      C034|Brackenfield Shoes Ltd|GB|GBP|STEADY|34000029|24|17300|Net 30|FOB Ningbo
      C035|Harrow & Tweedy Country Wear|GB|GBP|STEADY|35000141|24|21900|O/A 60|FOB Ningbo
      C036|Little Puddle Wellies Ltd|GB|GBP|SEASONAL|36001266|24|12800|30% deposit, 70% O/A 45 days after B/L|FOB Ningbo
      C037|ООО «Северный Каблук»|RU|RUB|STEADY|37000353|24|1980000|отсрочка 30 дней|FCA Маньчжурия
      C038|ООО «Торговый дом Шагомер»|RU|RUB|STEADY|38000335|24|2650000|30% предоплата, 70% в течение 30 дней с даты коносамента|CFR Владивосток
      C039|ИП Вересова А. Н.|RU|RUB|STEADY|39000014|24|640000|отсрочка 30 дней|DAP Екатеринбург
      C040|ООО «Уральский Башмак»|RU|CNY|STEADY|40001058|24|158000|оплата в течение 45 дней с даты отгрузки|FCA 满洲里
      C041|ТОО «Степной Караван»|KZ|CNY|STEADY|41000168|24|132000|30% предоплата, 70% в течение 30 дней с даты коносамента|FCA 霍尔果斯
      C042|ТОО «Балхаш Трейд»|KZ|USD|STEADY|42000130|24|19700|отсрочка 30 дней|FCA 霍尔果斯
      C043|Calçados Serra Mansa Ltda|BR|USD|STEADY|43032252|24|27100|D/A 60 days|CFR Santos
      C044|Passo Firme Importadora S.A.|BR|USD|STEADY|44000872|24|35200|60 dias da data da fatura|CFR Santos
      C045|Al Noor Footwear Trading LLC|AE|USD|STEADY|45040137|24|44700|30% T/T in advance, 70% 30 days after B/L|CIF Jebel Ali
      C046|Gulf Sandal House FZE|AE|USD|SEASONAL|46000219|24|23600|O/A 30|CIF Jebel Ali
      C047|Dune & Date General Trading|AE|USD|STEADY|47000084|9|16200|O/A 30|CIF Jebel Ali
      C048|Fjordgull Handelskontor B.V.|NL|EUR|DRIFTING|48003317|30|22300|O/A 45|FOB Ningbo
      C049|南京青栈鞋服有限公司|CN|CNY|STEADY|49000024|24|112000|开票后30天付款|
      C050|Larkspur & Vane Shoes Inc.|US|USD|IMPROVING|50003531|24|31700|O/A 45|FOB Ningbo
      C051|Quillbrook Footwear Inc.|US|USD|STEADY|51000744|24|24300|30% deposit, 70% O/A 45 days after B/L|FOB Ningbo
      C052|Mühlensteg Schuhvertrieb GmbH|DE|EUR|STEADY|52002463|24|25600|45 Tage netto|FOB Ningbo
      C053|Atelier Brindelune SARL|FR|EUR|STEADY|53000020|24|17900|30 jours date de facture|CIF Le Havre
      C054|Calzados Almadivia S.L.|ES|EUR|SEASONAL|54000064|24|20400|30 días fecha factura|CIF Valencia
      C055|Wandelvos Schoenen B.V.|NL|EUR|STEADY|55000454|24|29200|O/A 60|FOB Ningbo
      C056|Bursztynowy Krok Sp. z o.o.|PL|EUR|STEADY|56000101|24|13700|Net 30|CPT Małaszewicze
      C057|Thistlemere Shoes Ltd|GB|GBP|STEADY|57000010|24|15100|Net 30|FOB Ningbo
      C058|ООО «Таёжный Шаг»|RU|RUB|SEASONAL|58002820|24|1240000|отсрочка 45 дней|DAP Новосибирск
      C059|ТОО «Жайлау Сауда»|KZ|USD|STEADY|59001059|24|21300|30% предоплата, 70% через 45 дней после отгрузки|FCA 霍尔果斯
      C060|Oasis Lantern Trading FZCO|AE|USD|STEADY|60007729|24|26900|O/A 30|CIF Jebel Ali
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
        Kind.valueOf(c[4]),
        Long.parseLong(c[5]),
        Integer.parseInt(c[6]),
        new BigDecimal(c[7]),
        c[8],
        c[9]);
  }
}
