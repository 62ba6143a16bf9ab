-- Who may do what for which organisation.
CREATE TABLE organisation (
    org_id        uuid        PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('creditor', 'financier')),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    base_currency char(3)     NOT NULL,
    time_zone     text        NOT NULL,
    -- How many owners it has. Kept here, so that two owners who demote each other at the same moment
    -- wait for one row, and the second finds that one owner must stay.
    owners        int         NOT NULL DEFAULT 1 CHECK (owners >= 1),
    created_at    timestamptz NOT NULL,
    version       int         NOT NULL DEFAULT 1
);
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON organisation
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);

-- A person may belong to several organisations, so a person belongs to none.
CREATE TABLE person (
    person_id           uuid        PRIMARY KEY,
    name                text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email               text        NOT NULL,
    language            text        NOT NULL CHECK (language IN ('en', 'zh', 'ru')),
    password_hash       text,                 -- Argon2id; null until a password is chosen
    password_changed_at timestamptz,
    created_at          timestamptz NOT NULL
);
COMMENT ON TABLE person IS 'shared by person_id: people, who may belong to several organisations';

CREATE TABLE person_email (
    email     text PRIMARY KEY CHECK (email = lower(email)),
    person_id uuid NOT NULL
);
COMMENT ON TABLE person_email IS 'shared by email: whose address it is';

CREATE TABLE person_organisation (
    person_id uuid NOT NULL,
    org_id    uuid NOT NULL,
    PRIMARY KEY (person_id, org_id)
);
COMMENT ON TABLE person_organisation IS 'shared by person_id: where a person may sign in';

CREATE TABLE membership (
    org_id    uuid        NOT NULL REFERENCES organisation,
    person_id uuid        NOT NULL,
    name      text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200), -- as this organisation calls them
    email     text        NOT NULL,
    role      text        NOT NULL
              CHECK (role IN ('owner', 'controller', 'sales', 'collector', 'analyst', 'auditor')),
    since     timestamptz NOT NULL,
    ended_at  timestamptz,
    version   int         NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, person_id)
);
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON membership
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);

-- A token acts as the person who made it, within its scopes. Only the hash of its secret is kept.
CREATE TABLE api_token (
    org_id       uuid        NOT NULL,
    token_id     uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    secret_hash  bytea       NOT NULL CHECK (length(secret_hash) = 32), -- SHA-256 of 256 random bits
    scopes       text        NOT NULL,                                 -- separated by spaces
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (org_id, token_id),
    FOREIGN KEY (org_id, person_id) REFERENCES membership
);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON api_token
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);

-- Someone is asked to join. Good for one person, once, for a week.
CREATE TABLE invitation (
    org_id        uuid        NOT NULL,
    invitation_id uuid        NOT NULL,
    email         text        NOT NULL CHECK (email = lower(email)),
    role          text        NOT NULL
                  CHECK (role IN ('owner', 'controller', 'sales', 'collector', 'analyst', 'auditor')),
    secret_hash   bytea       NOT NULL CHECK (length(secret_hash) = 32), -- SHA-256 of 256 random bits
    invited_by    uuid        NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    accepted_at   timestamptz,
    withdrawn_at  timestamptz,
    PRIMARY KEY (org_id, invitation_id),
    FOREIGN KEY (org_id, invited_by) REFERENCES membership
);
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON invitation
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);

-- Where someone is signed in. Found by what the browser sends, of which only the hash is kept.
CREATE TABLE session (
    session_hash bytea       PRIMARY KEY CHECK (length(session_hash) = 32), -- SHA-256 of 256 random bits
    session_id   uuid        NOT NULL,
    person_id    uuid        NOT NULL,
    org_id       uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
COMMENT ON TABLE session IS 'shared by session_hash: where people are signed in';

-- The same by person, for the list of them and to end them.
CREATE TABLE person_session (
    person_id    uuid        NOT NULL,
    session_id   uuid        NOT NULL,
    session_hash bytea       NOT NULL,
    org_id       uuid        NOT NULL,
    browser      text        NOT NULL,  -- as it calls itself
    address      text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, session_id)
);
COMMENT ON TABLE person_session IS 'shared by person_id: the sessions of a person';

-- Attempts to sign in that have not succeeded, known address or not, so that the answer does not
-- tell which it is.
CREATE TABLE sign_in_attempt (
    email_hash   bytea       PRIMARY KEY CHECK (length(email_hash) = 32),   -- SHA-256
    failures     int         NOT NULL CHECK (failures >= 0),
    locked_until timestamptz NOT NULL,
    last_at      timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_attempt IS 'shared by email_hash: attempts to sign in';
