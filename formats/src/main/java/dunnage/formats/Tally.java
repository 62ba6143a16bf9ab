package dunnage.formats;

import dunnage.kernel.money.Amounts;

/// What became of the lines of one file, in number and in money, so that anybody can check that
/// nothing was lost: `linesIn = records + rejected`, and in every currency the sum of the file's
/// amounts is `accepted + rejectedMoney`, but for [#rejectedUnreadable] lines.
///
/// A line is a row of a table that is neither blank nor a header nor a heading between the rows; a
/// document of a file of e-invoices; an entry of a bank statement; a rate. A file that is refused
/// as a whole is one line, rejected and unreadable. Of bank statements the money is what came in:
/// an entry that takes money out is a line without any. The rows of a marketplace's file are summed
/// by settlement, so that those left out count as unreadable.
///
/// @param linesIn seen, counted apart from the two it is compared with
/// @param records that count
/// @param rejected left out, each with a finding
/// @param setAside of those rejected, the ones that are understood and have nothing to mend:
///   totals, documents that are not owed (void, draft), rows that repeat the total of the invoice
///   above, entries that are not booked
/// @param rejectedUnreadable of those rejected, the ones whose amount or currency could not be
///   read, which are in no sum
/// @param accepted money of the records
/// @param rejectedMoney money of the rejected lines whose amount and currency could be read
public record Tally(
    int linesIn,
    int records,
    int rejected,
    int setAside,
    int rejectedUnreadable,
    Amounts accepted,
    Amounts rejectedMoney) {

  /// Nothing was read, and nothing is lost by it.
  public static Tally none() {
    return new Tally(0, 0, 0, 0, 0, new Amounts(), new Amounts());
  }
}
