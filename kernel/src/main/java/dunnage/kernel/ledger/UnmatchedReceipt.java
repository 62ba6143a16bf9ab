package dunnage.kernel.ledger;

/// A bank line that counts for nothing yet, and why in words.
public record UnmatchedReceipt(Fact.BankReceipt receipt, String why) {}
