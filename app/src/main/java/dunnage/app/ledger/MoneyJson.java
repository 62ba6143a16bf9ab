package dunnage.app.ledger;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// Money on the wire: `{"amount":"1234.50","currency":"CNY"}` with the decimals of its currency.
@Configuration(proxyBeanMethods = false)
class MoneyJson {

  @Bean
  JacksonModule moneyModule() {
    return new SimpleModule("money")
        .addSerializer(Money.class, new Writer())
        .addDeserializer(Money.class, new Reader());
  }

  private static final class Writer extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("amount", money.toBigDecimal().toPlainString());
      out.writeStringProperty("currency", money.currency().code());
      out.writeEndObject();
    }
  }

  private static final class Reader extends ValueDeserializer<Money> {

    private static final int LONGEST = 30;
    private static final String LIKE = "Write {\"amount\":\"1234.50\",\"currency\":\"CNY\"}.";

    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = context.readTree(in);
      JsonNode amount = node.path("amount");
      JsonNode code = node.path("currency");
      if (!node.isObject() || node.size() != 2 || !amount.isString() || !code.isString()) {
        throw wrong(context, "is no money with an amount (a string) and a currency. " + LIKE);
      }
      Currency currency = Currency.find(code.asString());
      if (currency == null || currency.equals(Currency.NONE)) {
        throw wrong(context, "has an unknown currency; give its ISO 4217 code.");
      }
      String text = amount.asString();
      if (text.length() > LONGEST || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
        throw wrong(context, "has an amount that is no plain number. " + LIKE);
      }
      try {
        return Money.of(currency, new BigDecimal(text));
      } catch (ArithmeticException tooFine) {
        throw wrong(
            context,
            "has too many digits: %s has %d decimals."
                .formatted(currency.code(), currency.digits()));
      }
    }

    private static RuntimeException wrong(DeserializationContext context, String sentence) {
      return context.weirdStringException("", Money.class, sentence);
    }
  }
}
