-- Questions that found no answer. "folded" makes the same words the same question.
CREATE TABLE gap (
  folded TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  asked INTEGER NOT NULL,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX gap_by_time ON gap (asked DESC);
