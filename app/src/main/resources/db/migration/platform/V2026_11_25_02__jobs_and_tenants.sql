-- What is kept of an answer besides its body: content type, location, version.
ALTER TABLE idempotency ADD COLUMN head text;

-- Which organisations there are, for work that looks after each of them in turn. No word about them.
CREATE TABLE tenant (
    org_id     uuid        PRIMARY KEY,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE tenant IS 'shared by org_id: the list of organisations';

-- Jobs (db-scheduler's own layout).
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
COMMENT ON TABLE scheduled_tasks IS 'local: jobs, leased by their rows';
