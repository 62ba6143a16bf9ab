-- By which the list of debtors is put in order and summed, beside the figures: those are large, and the
-- database keeps them packed and apart.
ALTER TABLE debtor_score
    ADD COLUMN open_amount    jsonb GENERATED ALWAYS AS (figures->'open_amount') STORED,
    ADD COLUMN overdue_amount jsonb GENERATED ALWAYS AS (figures->'overdue_amount') STORED,
    ADD COLUMN days_late      int   GENERATED ALWAYS AS ((figures->>'oldest_days_late')::int) STORED;
