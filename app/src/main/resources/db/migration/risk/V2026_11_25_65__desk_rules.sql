-- What an organisation decided about its desk; without a row everything is as it comes.
CREATE TABLE desk_rules (
    org_id       uuid    PRIMARY KEY,
    remind_after int     NOT NULL CHECK (remind_after BETWEEN 0 AND 60), -- days late before a reminder is a task
    mail         boolean NOT NULL,                                       -- whether a letter may be opened in mail
    version      int     NOT NULL
);
ALTER TABLE desk_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON desk_rules
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
