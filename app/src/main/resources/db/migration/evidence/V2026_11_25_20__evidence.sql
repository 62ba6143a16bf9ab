-- The log of an organisation: exact bytes, their leaf hash, and since when. Never changed.
CREATE TABLE evidence_entry (
    org_id      uuid        NOT NULL,
    entry_id    uuid        NOT NULL,                                   -- UUIDv7
    kind        text        NOT NULL,
    subject     text        NOT NULL,                                   -- what it is about, like inv_…
    bytes       bytea       NOT NULL,                                   -- what was hashed
    leaf_hash   bytea       NOT NULL CHECK (length(leaf_hash) = 32),    -- SHA-256(0x00 || bytes)
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, entry_id)
);
CREATE INDEX evidence_entry_subject ON evidence_entry (org_id, subject, entry_id);
ALTER TABLE evidence_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON evidence_entry
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);

-- Entries without a position yet: the window that is not integrated.
CREATE TABLE evidence_pending (
    org_id   uuid NOT NULL,
    entry_id uuid NOT NULL,
    PRIMARY KEY (org_id, entry_id),
    FOREIGN KEY (org_id, entry_id) REFERENCES evidence_entry
);
ALTER TABLE evidence_pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_pending FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON evidence_pending
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
