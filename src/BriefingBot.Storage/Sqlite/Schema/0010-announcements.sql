-- What the bot says by itself. Each is a turn of chat_question as well, by which it is posted once; blocks is JSON, only ever read whole.
CREATE TABLE announcement (
  id TEXT PRIMARY KEY REFERENCES chat_question (id) ON DELETE CASCADE,
  blocks TEXT NOT NULL,
  more TEXT
) STRICT, WITHOUT ROWID;
