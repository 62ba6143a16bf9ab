-- Lists of receivables in the order of a column, page by page. Amounts are in order within their currency.
CREATE INDEX receivable_due    ON receivable (org_id, due, receivable_id);
CREATE INDEX receivable_issued ON receivable (org_id, issued, receivable_id);
CREATE INDEX receivable_amount ON receivable (org_id, currency, amount, receivable_id);
CREATE INDEX receivable_left   ON receivable (org_id, currency, open, receivable_id) WHERE open > 0;

-- A payment is found by its amount.
CREATE INDEX receipt_amount ON receipt (org_id, currency, amount, receipt_id);
