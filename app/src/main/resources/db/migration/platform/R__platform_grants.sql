-- What the application's role may do; run again when that role is another one.
GRANT USAGE ON SCHEMA dunnage TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency, scheduled_tasks TO ${application};
GRANT SELECT, INSERT ON tenant TO ${application};
