-- What was received, byte for byte, before anybody reads it.
CREATE TABLE import_file (
    org_id      uuid        NOT NULL,
    file_id     uuid        NOT NULL,
    name        text        NOT NULL CHECK (length(name) <= 255),  -- a label and never a path
    sha256      bytea       CHECK (length(sha256) = 32),           -- null until all of it is there
    size        bigint      NOT NULL CHECK (size >= 0),
    state       text        NOT NULL CHECK (state IN ('arriving', 'whole', 'broken')),
    received_at timestamptz NOT NULL,
    by_person   uuid        NOT NULL,
    PRIMARY KEY (org_id, file_id)
);
CREATE INDEX import_file_hash ON import_file (org_id, sha256);

CREATE TABLE import_chunk (
    org_id  uuid  NOT NULL,
    file_id uuid  NOT NULL,
    ordinal int   NOT NULL,
    bytes   bytea NOT NULL,
    PRIMARY KEY (org_id, file_id, ordinal),
    FOREIGN KEY (org_id, file_id) REFERENCES import_file
);

CREATE TABLE import (
    org_id      uuid        NOT NULL,
    import_id   uuid        NOT NULL,
    file_id     uuid        NOT NULL,
    by_person   uuid        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('received', 'previewed', 'committing', 'committed',
                                                      'undone', 'failed')),
    kind        text,
    options     jsonb       NOT NULL,
    recognised  jsonb,
    receipt     jsonb,
    error_code  text,
    error       text,
    resumed     int         NOT NULL DEFAULT 0,
    commits     boolean     NOT NULL,      -- whether it is to be committed once it is read
    received_at timestamptz NOT NULL,
    worked_at   timestamptz NOT NULL,      -- when a server last began to work on it
    PRIMARY KEY (org_id, import_id),
    FOREIGN KEY (org_id, file_id) REFERENCES import_file
);
CREATE INDEX import_list ON import (org_id, import_id DESC);
CREATE INDEX import_waiting ON import (org_id, worked_at) WHERE state IN ('received', 'committing');

-- Seen while the transaction that takes the lines in is still open; so a table of its own.
CREATE TABLE import_progress (
    org_id    uuid   NOT NULL,
    import_id uuid   NOT NULL,
    lines     bigint NOT NULL,
    PRIMARY KEY (org_id, import_id)
);

-- Lines that do not count, as they were written, so that they can be mended.
CREATE TABLE import_problem (
    org_id    uuid  NOT NULL,
    import_id uuid  NOT NULL,
    ordinal   int   NOT NULL,
    line      int   NOT NULL,
    cells     jsonb NOT NULL,
    problem   text  NOT NULL,
    PRIMARY KEY (org_id, import_id, ordinal)
);

ALTER TABLE import_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_file FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_file
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_chunk
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE import ENABLE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE import_progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_progress FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_progress
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE import_problem ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_problem FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON import_problem
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
