-- Papers attached to a debtor or to one receivable: a contract, a bill of lading, a chat on a picture. The
-- evidence log has the hash of each, so that it proves itself; what is withdrawn is kept.
CREATE TABLE document (
    org_id        uuid        NOT NULL,
    document_id   uuid        NOT NULL,
    debtor_id     uuid        NOT NULL,
    receivable_id uuid,
    name          text        NOT NULL,
    media_type    text        NOT NULL,
    words         text        NOT NULL,
    size          bigint      NOT NULL,
    sha256        bytea       NOT NULL CHECK (length(sha256) = 32),
    bytes         bytea       NOT NULL,
    withdrawn     boolean     NOT NULL DEFAULT false,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, document_id),
    FOREIGN KEY (org_id, receivable_id) REFERENCES receivable
);
CREATE INDEX document_debtor ON document (org_id, debtor_id, document_id);
CREATE INDEX document_receivable ON document (org_id, receivable_id) WHERE receivable_id IS NOT NULL;
-- Pictures and PDFs are packed already.
ALTER TABLE document ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON document
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
