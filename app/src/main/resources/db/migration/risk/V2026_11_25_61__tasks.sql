-- What people made of the tasks of Today and of alarms.

-- One for each debtor: its task is done, put off, or somebody's. Another next step makes it a task again.
CREATE TABLE task_mark (
    org_id    uuid        NOT NULL,
    debtor_id uuid        NOT NULL,
    state     text        NOT NULL CHECK (state IN ('done', 'snoozed', 'delegated')),
    step      text        NOT NULL,         -- the next step that was advised then
    until_day date,                         -- a task again on that day; null: as long as the step is the same
    person_id uuid,                         -- whose it is; null unless delegated
    actor     text        NOT NULL,
    marked_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, debtor_id),
    CHECK ((state = 'delegated') = (person_id IS NOT NULL)),
    CHECK ((state = 'delegated') = (until_day IS NULL))
);

-- Put off until that day; it stays in the list of alarms, and out of Today.
ALTER TABLE alarm ADD COLUMN snoozed_until date;

ALTER TABLE task_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON task_mark
    USING (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid)
    WITH CHECK (org_id = NULLIF(current_setting('dunnage.org_id', true), '')::uuid);
