-- Answers that links lead to, whole as JSON: only ever read so. What nobody kept is dropped after a day. Times are Unix milliseconds.
CREATE TABLE kept_answer (
  id TEXT PRIMARY KEY,
  answered INTEGER NOT NULL,
  is_kept INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_at_hand ON kept_answer (answered) WHERE is_kept = 0;
