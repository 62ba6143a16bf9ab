-- Answers already given, so that a request sent twice is done once. Kept for 30 days or more; written in
-- the transaction of what the request did. The same key with another body is an error.
CREATE TABLE idempotency (
    org_id       uuid        NOT NULL,
    key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea       NOT NULL CHECK (length(request_hash) = 32), -- SHA-256 of method, path and body
    status       smallint    CHECK (status BETWEEN 100 AND 599),         -- null while in flight
    response     bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, key)
);

ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON idempotency
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
