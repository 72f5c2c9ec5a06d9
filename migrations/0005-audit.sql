-- The audit trail: append-only, sealed. seq gives the order in which the sealer takes rows; a hash chain
-- is computed over them every few seconds, so writers of one village never wait for each other.

create table audit_entries (
  village_id int not null,         -- no foreign key: every search writes a row here and must not pay for the check; RLS lets in no other unit
  id uuid not null,                -- version 7, so the primary key is also the order of time
  at timestamptz not null,
  actor_kind text not null,
  user_id uuid,
  user_name text,                  -- as it was then; null for the system
  role text,
  request_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  reason text,
  detail jsonb,                    -- field diff or counts; may be erased on a person's request, its hash stays
  detail_hash bytea,
  primary key (village_id, id)
);
create index audit_entries_subject on audit_entries (village_id, subject_type, subject_id) where subject_id is not null;
call app.protect_tenant_table('audit_entries', append_only => true);

-- One row per sealed entry: the chain. Written by the sealer alone.
create table audit_seals (
  village_id int not null references units (id),
  position bigint not null,
  entry_id uuid not null,
  entry_hash bytea not null,
  chain_hash bytea not null,
  sealed_at timestamptz not null,
  primary key (village_id, position),
  unique (village_id, entry_id),
  foreign key (village_id, entry_id) references audit_entries (village_id, id)
);
call app.protect_tenant_table('audit_seals', append_only => true);
revoke insert on audit_seals from pamong_app;

-- Entries not yet sealed, ids only: the sealer finds its work without looking at the sealed ones, however
-- many there are. The row is written with the entry and goes with its seal; the app role cannot take it back.
create table audit_unsealed (
  village_id int not null,
  entry_id uuid not null,
  primary key (village_id, entry_id)
);
call app.protect_plumbing_table('audit_unsealed');
revoke update, delete on audit_unsealed from pamong_app;
revoke update on audit_unsealed from pamong_worker;
