-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT ON score_history, limit_decision, order_check, order_override TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE
   ON risk_desk, risk_stale, debtor_score, alarm, task_mark, desk_rules, debtor_limit, headroom, reservation, expected_cash
   TO ${application};
