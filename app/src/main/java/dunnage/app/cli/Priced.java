package dunnage.app.cli;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.pricing.Pricing;
import java.util.List;

/// Offers priced on files, with everything that was wrong or assumed on the way.
///
/// @param assumed for each quote, the rules that stand by convention
/// @param setOff suppliers of the payables that are debtors too
/// @param anythingRead false when no file could be read: then there is nothing to say of the book
record Priced(
    Pricing pricing,
    List<List<String>> assumed,
    int setOff,
    List<Finding> findings,
    boolean anythingRead,
    ExitCode exit) {}
