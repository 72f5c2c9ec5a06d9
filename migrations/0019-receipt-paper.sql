-- The paper of a receipt, and what its page says of the money: the paper is frozen, the money moves on.

-- The text of the QR code, printed by a job after the receipt was given; null: received before there was paper.
alter table payments add column token text;

-- Where that stands of which a published document tells, in a word of the lib the document belongs to ('deposited'); what
-- never moves, as a letter, has none. Set by whoever moves it, in the same transaction.
alter table document_tokens
  add column standing text check (standing ~ '^[a-z-]+$'),
  add column standing_at timestamptz,
  add check ((standing is null) = (standing_at is null));
grant update (standing, standing_at) on document_tokens to pamong_app, pamong_worker;
grant select (standing, standing_at) on document_tokens to pamong_portal;
