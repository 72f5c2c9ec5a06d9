-- How often a job was begun without coming to an orderly end: one that takes the worker down with it each time is
-- given up instead of being taken up for ever.
alter table outbox add column starts int not null default 0;

-- Whoever may do the work may stop it: seeing a task is not enough.
alter table tasks add column cancel_permission text;
