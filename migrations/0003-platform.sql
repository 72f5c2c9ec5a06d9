-- Plumbing of the platform: outbox, tasks, clock.

-- Facts and jobs, written inside a verb's transaction and handed to the queue after commit. The row
-- stays until the job is done: a job runs in the village of this row, never in one its payload names.
create table outbox (
  id uuid primary key,
  village_id int not null references units (id),
  kind text not null check (kind in ('job', 'fact')),
  name text not null,                        -- job name or fact topic
  payload jsonb not null,                    -- ids and numbers only
  user_id uuid,
  request_id text not null,
  created_at timestamptz not null,
  forwarded_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  failure_code text
);
create index outbox_unforwarded on outbox (created_at) where forwarded_at is null;
create index outbox_unfinished on outbox (forwarded_at) where done_at is null and failed_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;

-- Long work that a person watches: progress, cancel and result survive a reload and a restart.
create table tasks (
  id uuid primary key,
  village_id int not null references units (id),
  kind text not null,
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  subject_type text,
  subject_id uuid,
  outbox_id uuid not null,
  progress_done bigint not null default 0,
  progress_total bigint,
  progress_note text,
  result jsonb,
  failure_code text,
  failure_message text,
  created_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz
);
create index tasks_of_village on tasks (village_id, created_at desc);
create index tasks_of_outbox on tasks (outbox_id);

call app.protect_plumbing_table('outbox');
call app.protect_plumbing_table('tasks');

-- One row moves the clock of all processes at once; refused in production by the code that writes it.
create table clock_offset (
  only_row boolean primary key default true check (only_row),
  milliseconds bigint not null default 0
);
insert into clock_offset default values;
grant select on clock_offset to pamong_app, pamong_worker, pamong_portal;
