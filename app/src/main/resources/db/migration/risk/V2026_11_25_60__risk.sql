-- What the risk desk says of each debtor, kept current; alarms; limits that people set; orders that were
-- asked about. Amounts in the currency's smallest unit.

-- One row for each organisation: when its book was assessed last. Whoever assesses holds its lock.
CREATE TABLE risk_desk (
    org_id      uuid        PRIMARY KEY,
    assessed_on date,                       -- null: never
    assessed_at timestamptz,
    knows_until uuid,                       -- the newest fact that was known
    newest_fact date
);

-- Debtors whose books changed since. A row for each debtor and transaction, so that nobody waits for
-- anybody, neither another recorder nor an assessment: it takes away only the rows it saw.
CREATE TABLE risk_stale (
    org_id    uuid   NOT NULL,
    debtor_id uuid   NOT NULL,
    xact      bigint NOT NULL,
    PRIMARY KEY (org_id, debtor_id, xact)
);

CREATE TABLE score_history (
    org_id         uuid        NOT NULL,
    score_id       uuid        NOT NULL,    -- that of its evidence entry
    debtor_id      uuid        NOT NULL,
    as_of          date        NOT NULL,
    computed_at    timestamptz NOT NULL,
    knows_until    uuid,                    -- the newest fact that was known
    grade          char(1),
    points         int,
    limit_currency char(3),
    limit_amount   bigint,
    terms          text        NOT NULL,
    next_step      text        NOT NULL,
    trend          text        NOT NULL,
    figures        jsonb       NOT NULL,    -- reasons, behaviour and what all of it was computed from
    PRIMARY KEY (org_id, score_id),
    FOREIGN KEY (org_id, score_id) REFERENCES evidence_entry
);
COMMENT ON TABLE score_history IS 'fact: what was said of a debtor, with what was known then';
CREATE INDEX score_history_debtor ON score_history (org_id, debtor_id, as_of, score_id);

CREATE TABLE debtor_score (
    org_id         uuid        NOT NULL,
    debtor_id      uuid        NOT NULL,
    score_id       uuid        NOT NULL,    -- since when it has been so
    place          int         NOT NULL,    -- 0 is the worst
    noticed        text        NOT NULL,    -- what a person would notice; another one makes history
    computed_at    timestamptz NOT NULL,
    grade          char(1),
    points         int,
    limit_currency char(3),
    limit_amount   bigint,
    terms          text        NOT NULL,
    next_step      text        NOT NULL,
    trend          text        NOT NULL,
    worse          text        NOT NULL,    -- the surest sign of getting worse, in words; empty for none
    figures        jsonb       NOT NULL,
    PRIMARY KEY (org_id, debtor_id),
    FOREIGN KEY (org_id, score_id) REFERENCES score_history
);
CREATE INDEX debtor_score_place ON debtor_score (org_id, place, debtor_id);

CREATE TABLE alarm (
    org_id          uuid        NOT NULL,
    alarm_id        uuid        NOT NULL,
    debtor_id       uuid        NOT NULL,
    kind            text        NOT NULL,   -- a signal of the warnings, or grade
    direction       text        NOT NULL CHECK (direction IN ('worse', 'better')),
    since           date        NOT NULL,
    raised_on       date        NOT NULL,
    raised_at       timestamptz NOT NULL,
    words           text        NOT NULL,
    sureness        numeric,                -- false alarms like it in 100 debtor-years; null if not counted
    before          text        NOT NULL,   -- the grade it fell or rose from; else empty
    state           text        NOT NULL CHECK (state IN ('open', 'acknowledged', 'gone')),
    acknowledged_by text,
    acknowledged_at timestamptz,
    note            text        NOT NULL,
    gone_on         date,
    version         int         NOT NULL,
    PRIMARY KEY (org_id, alarm_id)
);
CREATE UNIQUE INDEX alarm_episode ON alarm (org_id, debtor_id, kind, direction) WHERE state <> 'gone';
CREATE INDEX alarm_debtor ON alarm (org_id, debtor_id, alarm_id);
CREATE INDEX alarm_state ON alarm (org_id, state, alarm_id);

CREATE TABLE limit_decision (
    org_id      uuid        NOT NULL,
    fact_id     uuid        NOT NULL,       -- that of its evidence entry
    debtor_id   uuid        NOT NULL,
    currency    char(3),                    -- null: the advice counts again
    amount      bigint      CHECK (amount >= 0),
    reason      text        NOT NULL,
    until_day   date,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, fact_id),
    FOREIGN KEY (org_id, fact_id) REFERENCES evidence_entry,
    CHECK ((currency IS NULL) = (amount IS NULL))
);
COMMENT ON TABLE limit_decision IS 'fact: a limit that a person set';
CREATE INDEX limit_decision_debtor ON limit_decision (org_id, debtor_id, fact_id);

-- Which of them counts.
CREATE TABLE debtor_limit (
    org_id    uuid NOT NULL,
    debtor_id uuid NOT NULL,
    fact_id   uuid NOT NULL,
    version   int  NOT NULL,
    PRIMARY KEY (org_id, debtor_id),
    FOREIGN KEY (org_id, fact_id) REFERENCES limit_decision
);

CREATE TABLE order_check (
    org_id       uuid        NOT NULL,
    check_id     uuid        NOT NULL,      -- that of its evidence entry
    debtor_id    uuid        NOT NULL,
    order_number text        NOT NULL,      -- empty: not told
    on_day       date        NOT NULL,
    currency     char(3)     NOT NULL,
    amount       bigint      NOT NULL CHECK (amount > 0),
    decision     text        NOT NULL CHECK (decision IN ('ship', 'ship_on_terms', 'hold', 'refer')),
    answer       jsonb       NOT NULL,
    actor        text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (org_id, check_id),
    FOREIGN KEY (org_id, check_id) REFERENCES evidence_entry
);
COMMENT ON TABLE order_check IS 'fact: what was answered to whoever asked to ship';
CREATE INDEX order_check_debtor ON order_check (org_id, debtor_id, check_id);

CREATE TABLE order_override (
    org_id      uuid        NOT NULL,
    override_id uuid        NOT NULL,       -- that of its evidence entry
    check_id    uuid        NOT NULL,
    decision    text        NOT NULL CHECK (decision IN ('ship', 'ship_on_terms', 'hold')),
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, override_id),
    FOREIGN KEY (org_id, override_id) REFERENCES evidence_entry,
    FOREIGN KEY (org_id, check_id) REFERENCES order_check
);
COMMENT ON TABLE order_override IS 'fact: a person decided otherwise';
CREATE INDEX order_override_check ON order_override (org_id, check_id, override_id);

-- Headroom of a debtor is given away one order at a time: whoever reserves holds this row.
CREATE TABLE headroom (
    org_id    uuid NOT NULL,
    debtor_id uuid NOT NULL,
    PRIMARY KEY (org_id, debtor_id)
);

CREATE TABLE reservation (
    org_id         uuid        NOT NULL,
    reservation_id uuid        NOT NULL,
    check_id       uuid        NOT NULL,
    debtor_id      uuid        NOT NULL,
    order_number   text        NOT NULL,
    currency       char(3)     NOT NULL,    -- of the limit
    amount         bigint      NOT NULL CHECK (amount > 0),
    state          text        NOT NULL CHECK (state IN ('held', 'used', 'released', 'expired')),
    made_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,    -- counts for nothing from then on, whatever its state says
    ended_at       timestamptz,
    PRIMARY KEY (org_id, reservation_id),
    FOREIGN KEY (org_id, check_id) REFERENCES order_check
);
CREATE INDEX reservation_held ON reservation (org_id, debtor_id) WHERE state = 'held';

-- Cash expected as of the last assessment; week 0 is all thirteen.
CREATE TABLE expected_cash (
    org_id   uuid    NOT NULL,
    currency char(3) NOT NULL,
    week     int     NOT NULL CHECK (week BETWEEN 0 AND 13),
    from_day date    NOT NULL,
    to_day   date    NOT NULL,
    expected bigint  NOT NULL,
    low      bigint  NOT NULL,
    high     bigint  NOT NULL,
    PRIMARY KEY (org_id, currency, week)
);

-- What a debtor has overdue, without reading what was settled over the years.
CREATE INDEX receivable_owed ON receivable (org_id, debtor_id, due) WHERE open > 0;

-- The second fence.
ALTER TABLE risk_desk ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_desk FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON risk_desk
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE risk_stale ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_stale FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON risk_stale
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE score_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE score_history FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON score_history
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE debtor_score ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_score FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor_score
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE alarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON alarm
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE limit_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE limit_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON limit_decision
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE debtor_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON debtor_limit
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE order_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_check FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON order_check
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE order_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_override FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON order_override
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE headroom ENABLE ROW LEVEL SECURITY;
ALTER TABLE headroom FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON headroom
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE reservation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reservation FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON reservation
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
ALTER TABLE expected_cash ENABLE ROW LEVEL SECURITY;
ALTER TABLE expected_cash FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON expected_cash
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
