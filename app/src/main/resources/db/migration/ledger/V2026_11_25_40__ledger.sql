-- Every fact of the books, once and for ever. What is true today is in the small tables below, kept
-- current in the same transaction; each of their rows can be computed again from here.
CREATE TABLE ledger_fact (
    org_id      uuid        NOT NULL,
    fact_id     uuid        NOT NULL,       -- that of its evidence entry
    kind        text        NOT NULL,       -- receivable.issued, receipt.received, ...
    about       uuid        NOT NULL,       -- the receivable, receipt, order, dispute, note, import
    debtor_id   uuid,
    on_day      date,                       -- the day it counts from; null when nobody knows
    corrects    uuid,                       -- the fact that no longer counts
    reason      text,
    import_id   uuid,
    import_line int,
    body        jsonb       NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, fact_id),
    FOREIGN KEY (org_id, fact_id) REFERENCES evidence_entry
);
COMMENT ON TABLE ledger_fact IS 'fact: what happened, as it was recorded';
CREATE INDEX ledger_fact_about ON ledger_fact (org_id, about, fact_id);
CREATE INDEX ledger_fact_debtor ON ledger_fact (org_id, debtor_id, fact_id);
CREATE INDEX ledger_fact_import ON ledger_fact (org_id, import_id, fact_id) WHERE import_id IS NOT NULL;

-- Receivables that count today, settled ones included. Amounts in the currency's smallest unit.
CREATE TABLE receivable (
    org_id        uuid    NOT NULL,
    receivable_id uuid    NOT NULL,
    debtor_id     uuid    NOT NULL,         -- as it was given; debtor_current says who that is now
    number        text    NOT NULL,
    part          text    NOT NULL,         -- deposit, balance, 2, ...; empty for the whole
    ordinal       int     NOT NULL,         -- 1; more when one file names it more than once
    issued        date    NOT NULL,
    due           date    NOT NULL,
    currency      char(3) NOT NULL,
    amount        bigint  NOT NULL CHECK (amount > 0),
    open          bigint  NOT NULL,
    order_number  text    NOT NULL,
    order_id      uuid,
    terms         text    NOT NULL,
    method        text,
    clock         text,
    incoterm      text,
    disputed      boolean NOT NULL,         -- marked so, or a dispute is open
    version       int     NOT NULL,
    import_id     uuid,
    import_line   int,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, receivable_id),
    UNIQUE (org_id, debtor_id, number, part, ordinal),
    CHECK (open BETWEEN 0 AND amount)
);
CREATE INDEX receivable_open ON receivable (org_id, due, receivable_id) WHERE open > 0;
CREATE INDEX receivable_debtor ON receivable (org_id, debtor_id, issued);
CREATE INDEX receivable_number ON receivable (org_id, number);
CREATE INDEX receivable_import ON receivable (org_id, import_id) WHERE import_id IS NOT NULL;

-- Money and credits that came in.
CREATE TABLE receipt (
    org_id      uuid    NOT NULL,
    receipt_id  uuid    NOT NULL,
    kind        text    NOT NULL CHECK (kind IN ('payment', 'credit_note', 'bank_line')),
    debtor_id   uuid,                       -- null until it is known who paid
    number      text    NOT NULL,
    on_day      date,
    currency    char(3) NOT NULL,
    amount      bigint  NOT NULL CHECK (amount > 0),
    unallocated bigint  NOT NULL,
    payer       text    NOT NULL,
    texts       text    NOT NULL,           -- one per line, as the bank gives them
    version     int     NOT NULL,
    import_id   uuid,
    import_line int,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, receipt_id),
    CHECK (unallocated BETWEEN 0 AND amount)
);
CREATE INDEX receipt_left ON receipt (org_id, debtor_id) WHERE unallocated > 0;
CREATE INDEX receipt_number ON receipt (org_id, number);
CREATE INDEX receipt_import ON receipt (org_id, import_id) WHERE import_id IS NOT NULL;

-- What lowered a receivable: a payment, a credit note, a write-off.
CREATE TABLE receivable_entry (
    org_id        uuid   NOT NULL,
    entry_id      uuid   NOT NULL,          -- that of its fact
    receivable_id uuid   NOT NULL,
    receipt_id    uuid,                     -- null when only a row told of it
    kind          text   NOT NULL CHECK (kind IN ('payment', 'credit_note', 'write_off')),
    on_day        date,
    amount        bigint NOT NULL CHECK (amount > 0),
    import_id     uuid,
    import_line   int,
    PRIMARY KEY (org_id, entry_id),
    FOREIGN KEY (org_id, receivable_id) REFERENCES receivable,
    FOREIGN KEY (org_id, receipt_id) REFERENCES receipt
);
CREATE INDEX receivable_entry_receivable ON receivable_entry (org_id, receivable_id);
CREATE INDEX receivable_entry_receipt ON receivable_entry (org_id, receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX receivable_entry_import ON receivable_entry (org_id, import_id) WHERE import_id IS NOT NULL;

-- Orders taken; what is not invoiced yet adds to the exposure.
CREATE TABLE customer_order (
    org_id      uuid    NOT NULL,
    order_id    uuid    NOT NULL,
    debtor_id   uuid    NOT NULL,
    number      text    NOT NULL,
    on_day      date    NOT NULL,
    currency    char(3) NOT NULL,
    amount      bigint  NOT NULL CHECK (amount > 0),
    uninvoiced  bigint  NOT NULL,
    state       text    NOT NULL CHECK (state IN ('accepted', 'closed')),
    version     int     NOT NULL,
    import_id   uuid,
    import_line int,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, order_id),
    CHECK (uninvoiced BETWEEN 0 AND amount)
);
CREATE INDEX customer_order_debtor ON customer_order (org_id, debtor_id, on_day);
CREATE INDEX customer_order_import ON customer_order (org_id, import_id) WHERE import_id IS NOT NULL;

-- What happened around the money: notes, calls, messages, promises, disputes, public news.
CREATE TABLE debtor_event (
    org_id        uuid    NOT NULL,
    event_id      uuid    NOT NULL,
    debtor_id     uuid    NOT NULL,
    receivable_id uuid,
    event         text    NOT NULL,
    on_day        date    NOT NULL,
    words         text    NOT NULL,
    currency      char(3),
    amount        bigint,
    until_day     date,                     -- of a promise
    closed_on     date,                     -- of a dispute
    version       int     NOT NULL,
    import_id     uuid,
    import_line   int,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, event_id),
    FOREIGN KEY (org_id, receivable_id) REFERENCES receivable
);
CREATE INDEX debtor_event_debtor ON debtor_event (org_id, debtor_id, on_day);
CREATE INDEX debtor_event_receivable ON debtor_event (org_id, receivable_id) WHERE receivable_id IS NOT NULL;
CREATE INDEX debtor_event_import ON debtor_event (org_id, import_id) WHERE import_id IS NOT NULL;

-- Who holds a receivable when it is not its creditor. The key is the rule: one holder at a time.
CREATE TABLE title (
    org_id        uuid NOT NULL,
    receivable_id uuid NOT NULL,
    holder        text NOT NULL,
    purpose       text NOT NULL CHECK (purpose IN ('finance', 'pool')),
    since         date NOT NULL,
    fact_id       uuid NOT NULL,
    PRIMARY KEY (org_id, receivable_id),
    FOREIGN KEY (org_id, receivable_id) REFERENCES receivable
);

-- What each debtor owes today, so that nobody sums years of receivables to ask. By the id the
-- receivable was given.
CREATE TABLE debtor_balance (
    org_id      uuid    NOT NULL,
    debtor_id   uuid    NOT NULL,
    currency    char(3) NOT NULL,
    receivables bigint  NOT NULL CHECK (receivables >= 0), -- open ones
    open        bigint  NOT NULL CHECK (open >= 0),
    unallocated bigint  NOT NULL CHECK (unallocated >= 0),
    uninvoiced  bigint  NOT NULL CHECK (uninvoiced >= 0),
    PRIMARY KEY (org_id, debtor_id, currency)
);

CREATE TABLE fx_rate (
    org_id        uuid    NOT NULL,
    on_day        date    NOT NULL,
    from_currency char(3) NOT NULL,
    to_currency   char(3) NOT NULL,
    rate          numeric NOT NULL CHECK (rate > 0),
    source        text    NOT NULL,
    import_id     uuid,
    PRIMARY KEY (org_id, from_currency, to_currency, on_day)
);

-- Imports of an organisation are taken in one after the other, so that two of them cannot both think
-- that they are the first to tell of something.
CREATE TABLE absorption (
    org_id uuid PRIMARY KEY
);

-- The second fence.
ALTER TABLE ledger_fact      ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_fact      FORCE ROW LEVEL SECURITY;
ALTER TABLE receivable       ENABLE ROW LEVEL SECURITY;
ALTER TABLE receivable       FORCE ROW LEVEL SECURITY;
ALTER TABLE receipt          ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipt          FORCE ROW LEVEL SECURITY;
ALTER TABLE receivable_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE receivable_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order   ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_order   FORCE ROW LEVEL SECURITY;
ALTER TABLE debtor_event     ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_event     FORCE ROW LEVEL SECURITY;
ALTER TABLE title            ENABLE ROW LEVEL SECURITY;
ALTER TABLE title            FORCE ROW LEVEL SECURITY;
ALTER TABLE debtor_balance   ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_balance   FORCE ROW LEVEL SECURITY;
ALTER TABLE fx_rate          ENABLE ROW LEVEL SECURITY;
ALTER TABLE fx_rate          FORCE ROW LEVEL SECURITY;
ALTER TABLE absorption       ENABLE ROW LEVEL SECURITY;
ALTER TABLE absorption       FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON absorption
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON ledger_fact
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON receivable
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON receipt
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON receivable_entry
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON customer_order
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON debtor_event
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON title
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON debtor_balance
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
CREATE POLICY organisation ON fx_rate
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
