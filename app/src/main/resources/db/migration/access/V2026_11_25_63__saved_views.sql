-- What a person chose of a list and in which order, kept under a name.
CREATE TABLE saved_view (
    org_id     uuid        NOT NULL,
    view_id    uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    page       text        NOT NULL CHECK (page IN ('debtors', 'receivables')),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query      text        NOT NULL CHECK (length(query) <= 1000), -- parameters of the list alone
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, view_id),
    UNIQUE (org_id, person_id, page, name),
    FOREIGN KEY (org_id, person_id) REFERENCES membership
);
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON saved_view
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
