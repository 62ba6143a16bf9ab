-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT ON evidence_entry, evidence_position, evidence_checkpoint, evidence_key TO ${application};
GRANT SELECT, INSERT, DELETE ON evidence_pending TO ${application};
-- the last tile of a level grows; to lock the head takes the right to change it
GRANT SELECT, INSERT, UPDATE ON evidence_tile, evidence_head TO ${application};
