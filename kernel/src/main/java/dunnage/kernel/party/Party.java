package dunnage.kernel.party;

/// Who owes, as the files name them.
///
/// @param id the customer number where the file has one, else the name; identity within a book
/// @param name as the debtor writes it, trimmed, Unicode NFC; the id where there is no name
/// @param country ISO 3166 alpha-2 or whatever the file has; empty when unknown
public record Party(String id, String name, String country) {}
