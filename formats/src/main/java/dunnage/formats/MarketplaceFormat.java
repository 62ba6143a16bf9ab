package dunnage.formats;

import dunnage.formats.ReadOptions.DateOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The files of marketplaces that are read. Their columns stand in `marketplaces.tsv`.
enum MarketplaceFormat {
  AMAZON_V1("amazon", "Amazon settlement report V1"),
  AMAZON_V2("amazon", "Amazon settlement report V2"),
  AMAZON_DATE_RANGE("amazon", "Amazon date range report"),
  SHOPIFY("shopify", "Shopify payout transactions"),
  ETSY("etsy", "Etsy statement"),
  STRIPE("stripe", "Stripe balance transactions"),
  PAYPAL("paypal", "PayPal activity"),
  EBAY("ebay", "eBay transaction report"),
  TIKTOK("tiktok", "TikTok Shop settlement"),
  SIBS("sibs", "SIBS acquirer settlement"),
  /// Dunnage's own, for marketplaces without a format: docs/methodology/payouts.md.
  PAYOUTS("", "list of payouts");

  private final String marketplace;
  private final String words;

  MarketplaceFormat(String marketplace, String words) {
    this.marketplace = marketplace;
    this.words = words;
  }

  /// The name in `marketplaces.tsv`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Empty where a column names it.
  String marketplace() {
    return marketplace;
  }

  /// For people.
  String words() {
    return words;
  }

  /// Settlement reports that state their total on a row of its own, before the rows it is made of.
  boolean hasTotalRow() {
    return this == AMAZON_V1 || this == AMAZON_V2;
  }

  /// Statements of a period: what was paid out in it is not what its rows add up to.
  boolean isStatement() {
    return this == ETSY || this == PAYPAL;
  }

  /// The order of day and month where nothing in the file tells; null where none is usual.
  @Nullable DateOrder usualOrder() {
    return switch (this) {
      case SIBS -> DateOrder.DMY;
      case AMAZON_V1, AMAZON_V2, AMAZON_DATE_RANGE, SHOPIFY, ETSY -> null;
      case STRIPE, PAYPAL, EBAY, TIKTOK, PAYOUTS -> null;
    };
  }
}
