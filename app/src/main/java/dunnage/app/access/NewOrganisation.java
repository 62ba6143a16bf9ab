package dunnage.app.access;

import org.jspecify.annotations.Nullable;

/// An organisation to be added, with its first person.
///
/// @param kind `creditor` or `financier`
/// @param baseCurrency ISO 4217
/// @param timeZone IANA, like `Asia/Shanghai`; `UTC` when null
record NewOrganisation(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String baseCurrency,
    @Nullable String timeZone,
    @Nullable Owner owner) {

  /// @param language `en`, `zh` or `ru`; `en` when null
  /// @param password null: signs in by token alone until one is set
  record Owner(
      @Nullable String name,
      @Nullable String email,
      @Nullable String language,
      @Nullable String password) {}
}
