-- An import fills tables in one transaction; whoever fills them may have the database count what is there,
-- which is the owner's right. A sample of a few thousand rows does; whoever counts already is not waited for.
CREATE FUNCTION learn_sizes() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET default_statistics_target = 10
AS $$
BEGIN
    ANALYZE (SKIP_LOCKED) evidence_entry, ledger_fact, debtor, debtor_current,
        receivable, receipt, receivable_entry, customer_order, debtor_event;
END
$$;
REVOKE ALL ON FUNCTION learn_sizes() FROM PUBLIC;
