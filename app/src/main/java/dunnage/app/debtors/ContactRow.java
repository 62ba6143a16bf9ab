package dunnage.app.debtors;

import dunnage.app.platform.TypeId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone at a debtor.
///
/// @param debtor the record that it was entered for
/// @param leftOn the day since which this person is no longer there
record ContactRow(
    UUID id,
    UUID debtor,
    String name,
    String role,
    String email,
    String phone,
    String wechat,
    String language,
    @Nullable LocalDate leftOn,
    int version) {

  static final List<String> ROLES =
      List.of(
          "accounts_payable",
          "approver",
          "finance_director",
          "owner",
          "guarantor",
          "sales",
          "other");

  /// The domain of the address; empty without one.
  String domain() {
    return email.substring(email.lastIndexOf('@') + 1);
  }

  /// What is recorded of it, by the names of the API.
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("contact", TypeId.of("con", id));
    told.put("name", name);
    told.put("role", role);
    told.put("email", email);
    told.put("phone", phone);
    told.put("wechat", wechat);
    told.put("language", language);
    return told;
  }
}
