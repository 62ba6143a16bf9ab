-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT, UPDATE, DELETE ON debtor, debtor_current, debtor_identifier, contact TO ${application};
GRANT SELECT, INSERT ON debtor_fact TO ${application};
