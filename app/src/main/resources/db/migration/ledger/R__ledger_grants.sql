-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT, UPDATE ON document TO ${application};
GRANT SELECT, INSERT ON ledger_fact TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE
   ON receivable, receipt, receivable_entry, customer_order, debtor_event, title, debtor_balance, fx_rate, absorption
   TO ${application};
GRANT EXECUTE ON FUNCTION learn_sizes() TO ${application};
