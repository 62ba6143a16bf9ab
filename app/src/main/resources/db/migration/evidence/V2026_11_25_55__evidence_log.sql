-- The place of each entry in the log, from 0 without gaps. It is the order of the log; that of the ids is not,
-- since an entry may be made first and committed last. Never changed.
CREATE TABLE evidence_position (
    org_id   uuid   NOT NULL,
    position bigint NOT NULL CHECK (position >= 0),
    entry_id uuid   NOT NULL,
    PRIMARY KEY (org_id, position),
    UNIQUE (org_id, entry_id),
    FOREIGN KEY (org_id, entry_id) REFERENCES evidence_entry
);

-- The tree over the leaf hashes, in tiles of 256 hashes. The last of a level grows until it is full.
CREATE TABLE evidence_tile (
    org_id uuid     NOT NULL,
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    index  bigint   NOT NULL CHECK (index >= 0),
    hashes bytea    NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
    PRIMARY KEY (org_id, level, index)
);
-- hashes do not compress
ALTER TABLE evidence_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- How far the log has come. Who holds its row locked gives entries their places; all others go on.
CREATE TABLE evidence_head (
    org_id uuid   NOT NULL PRIMARY KEY,
    size   bigint NOT NULL CHECK (size >= 0),
    root   bytea  NOT NULL CHECK (length(root) = 32)
);

-- What was signed: a C2SP signed note over origin, size and root. Never changed.
CREATE TABLE evidence_checkpoint (
    org_id  uuid        NOT NULL,
    size    bigint      NOT NULL CHECK (size > 0),
    root    bytea       NOT NULL CHECK (length(root) = 32),
    note    text        NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, size)
);

-- Which key signs, from which size on: one row, and another each time it is not the same any more. Never changed.
CREATE TABLE evidence_key (
    org_id    uuid        NOT NULL,
    from_size bigint      NOT NULL CHECK (from_size >= 0),
    key       bytea       NOT NULL CHECK (length(key) = 32),            -- Ed25519, the public half
    since     timestamptz NOT NULL,
    PRIMARY KEY (org_id, from_size)
);

-- What is needed to give an entry its place, so that it is read from one table by its key. The owner of the
-- tables sees the rows of all organisations only while row-level security does not bind it.
ALTER TABLE evidence_pending ADD COLUMN leaf_hash bytea CHECK (length(leaf_hash) = 32);
ALTER TABLE evidence_pending NO FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_entry NO FORCE ROW LEVEL SECURITY;
UPDATE evidence_pending w SET leaf_hash = e.leaf_hash
  FROM evidence_entry e WHERE e.org_id = w.org_id AND e.entry_id = w.entry_id;
ALTER TABLE evidence_pending ALTER COLUMN leaf_hash SET NOT NULL;
ALTER TABLE evidence_pending FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE evidence_position   ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_position   FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_tile       ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_tile       FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_head       ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_head       FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_checkpoint FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_key        ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_key        FORCE ROW LEVEL SECURITY;

CREATE POLICY organisation ON evidence_position
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON evidence_tile
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON evidence_head
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON evidence_checkpoint
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON evidence_key
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
