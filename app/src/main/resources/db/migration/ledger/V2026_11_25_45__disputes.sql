-- Why it is disputed, and how that ended; empty for everything else.
ALTER TABLE debtor_event ADD COLUMN code    text NOT NULL DEFAULT '';
ALTER TABLE debtor_event ADD COLUMN outcome text NOT NULL DEFAULT '';
CREATE INDEX debtor_event_dispute ON debtor_event (org_id, on_day, event_id)
    WHERE event = 'dispute_opened';
-- Lists of orders, the latest first; and whether a debtor has one of a number.
CREATE INDEX customer_order_day ON customer_order (org_id, on_day, order_id);
CREATE INDEX customer_order_number ON customer_order (org_id, number);
