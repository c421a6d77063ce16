-- What chats need: the journal of questions, answers and votes, settings, the audit log, and who works alone. Times are Unix milliseconds.

-- state: 0 received, 1 answering, 2 answered, 3 failed. A claim holds while claimed_until is ahead; owner '' is nobody.
CREATE TABLE chat_question (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  space TEXT,
  channel TEXT NOT NULL,
  thread TEXT,
  is_direct INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  is_admin INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind INTEGER NOT NULL,
  is_private INTEGER NOT NULL,
  message_id TEXT,
  in_reply_to TEXT,
  reply_token TEXT,
  asked INTEGER NOT NULL,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  owner TEXT NOT NULL,
  claimed_until INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_question_unfinished ON chat_question (asked) WHERE state < 2;

-- The messages that the platform accepted as the reply to a question.
CREATE TABLE chat_message (
  question TEXT NOT NULL REFERENCES chat_question (id),
  part INTEGER NOT NULL,
  platform TEXT NOT NULL,
  space TEXT,
  channel TEXT NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (question, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX chat_message_by_place ON chat_message (platform, channel, message_id);

-- sentences and nearest are JSON: they are only ever read whole.
CREATE TABLE answer (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  question TEXT NOT NULL,
  conversation TEXT NOT NULL,
  platform TEXT NOT NULL,
  space TEXT,
  channel TEXT NOT NULL,
  thread TEXT,
  is_direct INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  is_private INTEGER NOT NULL,
  is_shared INTEGER NOT NULL DEFAULT 0,
  question_text TEXT NOT NULL,
  sentences TEXT NOT NULL,
  nearest TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  answered INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_by_question ON answer (question);
CREATE INDEX answer_by_conversation ON answer (conversation, number);

-- header is the article as it was cited, in JSON: citations outlive revisions.
CREATE TABLE answer_citation (
  answer INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
  citation INTEGER NOT NULL,
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  header TEXT NOT NULL,
  PRIMARY KEY (answer, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_citation_by_article ON answer_citation (article, revision);

CREATE TABLE vote (
  answer TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  vote INTEGER NOT NULL,
  voted INTEGER NOT NULL,
  PRIMARY KEY (answer, user_id)
) STRICT, WITHOUT ROWID;

-- space is '' where the platform has none.
CREATE TABLE channel_settings (
  platform TEXT NOT NULL,
  space TEXT NOT NULL,
  channel TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  style INTEGER NOT NULL,
  collection TEXT,
  follow_ups INTEGER NOT NULL,
  PRIMARY KEY (platform, space, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  space TEXT,
  channel TEXT NOT NULL,
  thread TEXT,
  is_direct INTEGER NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;

CREATE TABLE platform_state (
  platform TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (platform, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
