-- Whoever removes a debtor that an import brought must not take them away from someone who books
-- something on them at the same moment.
ALTER TABLE receivable     ADD FOREIGN KEY (org_id, debtor_id) REFERENCES debtor;
ALTER TABLE receipt        ADD FOREIGN KEY (org_id, debtor_id) REFERENCES debtor;
ALTER TABLE customer_order ADD FOREIGN KEY (org_id, debtor_id) REFERENCES debtor;
ALTER TABLE debtor_event   ADD FOREIGN KEY (org_id, debtor_id) REFERENCES debtor;
ALTER TABLE receivable     ADD FOREIGN KEY (org_id, order_id)  REFERENCES customer_order;
CREATE INDEX receivable_order ON receivable (org_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX receipt_debtor ON receipt (org_id, debtor_id, on_day) WHERE debtor_id IS NOT NULL;
DROP INDEX receipt_left;
CREATE INDEX receipt_left ON receipt (org_id, on_day, receipt_id) WHERE unallocated > 0;

-- A past day is read from what happened after it.
CREATE INDEX receivable_entry_day ON receivable_entry (org_id, on_day);
