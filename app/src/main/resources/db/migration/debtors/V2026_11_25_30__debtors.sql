-- Who owes. A record that was merged into another stays, and is read through debtor_current.
CREATE TABLE debtor (
    org_id      uuid        NOT NULL,
    debtor_id   uuid        NOT NULL,
    number      text,                                   -- customer number, as files name it
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    country     text        NOT NULL DEFAULT '',        -- ISO 3166 alpha-2, or as a file has it
    language    text        NOT NULL DEFAULT '',        -- the debtor's, not the reader's
    time_zone   text        NOT NULL DEFAULT '',
    terms       text        NOT NULL DEFAULT '',
    owner_id    uuid,                                   -- who is responsible; sales people see theirs
    group_name  text        NOT NULL DEFAULT '',
    note        text        NOT NULL DEFAULT '',
    search      text        NOT NULL,                   -- folded names, numbers, identifiers
    folded      text        NOT NULL,                   -- the name alone, for finding it again
    merged_into uuid,
    version     int         NOT NULL,
    import_id   uuid,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (org_id, debtor_id),
    FOREIGN KEY (org_id, merged_into) REFERENCES debtor
);
CREATE UNIQUE INDEX debtor_number ON debtor (org_id, number) WHERE number IS NOT NULL;
CREATE INDEX debtor_folded ON debtor (org_id, folded);
CREATE INDEX debtor_name ON debtor (org_id, name, debtor_id);
CREATE INDEX debtor_import ON debtor (org_id, import_id) WHERE import_id IS NOT NULL;

-- Who a debtor is now: itself, or what it was merged into. One row for each.
CREATE TABLE debtor_current (
    org_id     uuid NOT NULL,
    debtor_id  uuid NOT NULL,
    current_id uuid NOT NULL,
    PRIMARY KEY (org_id, debtor_id),
    FOREIGN KEY (org_id, debtor_id) REFERENCES debtor,
    FOREIGN KEY (org_id, current_id) REFERENCES debtor
);
CREATE INDEX debtor_current_current ON debtor_current (org_id, current_id);

CREATE TABLE debtor_identifier (
    org_id    uuid NOT NULL,
    debtor_id uuid NOT NULL,
    scheme    text NOT NULL CHECK (scheme IN ('lei', 'vat', 'registration', 'alias', 'other')),
    value     text NOT NULL CHECK (length(value) BETWEEN 1 AND 300),
    PRIMARY KEY (org_id, debtor_id, scheme, value),
    FOREIGN KEY (org_id, debtor_id) REFERENCES debtor
);

CREATE TABLE contact (
    org_id     uuid NOT NULL,
    contact_id uuid NOT NULL,
    debtor_id  uuid NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role       text NOT NULL CHECK (role IN ('accounts_payable', 'approver', 'finance_director', 'owner',
                                             'guarantor', 'sales', 'other')),
    email      text NOT NULL,
    phone      text NOT NULL,
    wechat     text NOT NULL,
    language   text NOT NULL,
    left_on    date,
    version    int  NOT NULL,
    PRIMARY KEY (org_id, contact_id),
    FOREIGN KEY (org_id, debtor_id) REFERENCES debtor
);
CREATE INDEX contact_debtor ON contact (org_id, debtor_id);

CREATE TABLE debtor_fact (
    org_id      uuid        NOT NULL,
    fact_id     uuid        NOT NULL,       -- that of its evidence entry
    debtor_id   uuid        NOT NULL,
    kind        text        NOT NULL,
    body        jsonb       NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, fact_id),
    FOREIGN KEY (org_id, fact_id) REFERENCES evidence_entry
);
COMMENT ON TABLE debtor_fact IS 'fact: what became known of a debtor';
CREATE INDEX debtor_fact_debtor ON debtor_fact (org_id, debtor_id, fact_id);

ALTER TABLE debtor ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE debtor_current ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_current FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor_current
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE debtor_identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor_identifier
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON contact
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE debtor_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor_fact
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
