-- Documents: what was printed, from what, and what a stranger with the paper may learn about it.

-- One row per stored PDF. Append-only: a correction is a new version, or a new subject, linked to the old one.
create table documents (
  village_id int not null references units (id),
  id uuid not null,
  kind text not null,                     -- 'letter', 'receipt', …
  subject_type text not null,
  subject_id uuid not null,
  version int not null check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  pages int not null check (pages > 0),
  snapshot jsonb not null,                -- everything printed, as it was
  template_version text not null,
  supersedes_id uuid,
  created_at timestamptz not null,
  primary key (village_id, id),
  unique (village_id, subject_type, subject_id, version),
  foreign key (village_id, supersedes_id) references documents (village_id, id)
);
create index documents_of_file on documents (village_id, sha256);
call app.protect_tenant_table('documents', append_only => true);

-- One row per QR token: reserved when the act is decided (the token is printed into the document), published
-- when the file is stored, perhaps revoked. Found by the hash, so this table opens no page for who reads it.
-- The public columns are all the portal may read, and hold nothing unmasked.
create table document_tokens (
  village_id int not null references units (id),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  subject_type text not null,
  subject_id uuid not null,
  reserved_at timestamptz not null,
  document_id uuid,
  public_snapshot jsonb,
  document_sha256 text,
  valid_until date,                       -- the last day in WIB; null: without limit
  revoked_at timestamptz,
  revoked_reason_public text,
  replaced boolean not null default false,
  replaced_by_number text,                -- number of the document that stands in its place
  primary key (village_id, token_hash),
  unique (village_id, subject_type, subject_id),
  foreign key (village_id, document_id) references documents (village_id, id),
  check ((document_id is null) = (public_snapshot is null)),
  check ((document_id is null) = (document_sha256 is null)),
  check ((revoked_at is null) = (revoked_reason_public is null)),
  check (revoked_at is not null or not replaced),
  check (replaced or replaced_by_number is null)
);
create index document_tokens_of_document on document_tokens (village_id, document_id) where document_id is not null;
call app.protect_tenant_table('document_tokens');
-- Which token belongs to which subject never changes; what is said about it does.
revoke update, delete on document_tokens from pamong_app, pamong_worker;
grant update (document_id, public_snapshot, document_sha256, valid_until, revoked_at, revoked_reason_public, replaced, replaced_by_number)
  on document_tokens to pamong_app, pamong_worker;

-- The portal enters a village only with a token whose MAC was right. Should it be made to set the variable by
-- hand, it gains these columns of that village's published tokens, and no token: the hash does not lead back.
create policy verification on document_tokens for select to pamong_portal
  using (village_id = nullif(current_setting('app.village_id', true), '')::int and document_id is not null);
grant select (village_id, token_hash, document_id, public_snapshot, document_sha256, valid_until, revoked_at, revoked_reason_public, replaced, replaced_by_number)
  on document_tokens to pamong_portal;

-- Which of these files a row of the village in context names. Every text column called sha256 or …_sha256 counts,
-- in whatever table, so that a lib cannot forget to say so and lose its files to the sweep. SECURITY INVOKER:
-- it sees what row-level security shows, and fails where the caller may not look.
create function app.named_files(candidates text[]) returns setof text
language plpgsql stable set search_path = public, pg_temp as $$
declare c record;
begin
  for c in
    select a.attrelid::regclass as tbl, a.attname as col
      from pg_attribute a join pg_class r on r.oid = a.attrelid
     where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'p') and not r.relispartition
       and not a.attisdropped and a.atttypid = 'text'::regtype and a.attname ~ '(^|_)sha256$'
  loop
    return query execute format('select %I from %s where %I = any($1)', c.col, c.tbl, c.col) using candidates;
  end loop;
end $$;
revoke all on function app.named_files from public;
grant execute on function app.named_files to pamong_worker;
