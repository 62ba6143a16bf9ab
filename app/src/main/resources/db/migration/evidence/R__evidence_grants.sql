-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT ON evidence_entry TO ${application};
GRANT SELECT, INSERT, DELETE ON evidence_pending TO ${application};
