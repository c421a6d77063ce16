-- Which cited articles were looked at since they changed, and what was found. Times are Unix milliseconds.

-- At this revision, withdrawn or not, the article was compared with what the answer cites of it.
CREATE TABLE citation_check (
  answer INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  PRIMARY KEY (answer, article, revision, withdrawn)
) STRICT, WITHOUT ROWID;

-- header and quotes are JSON: only ever read whole. kind: see CorrectionKind.
CREATE TABLE correction (
  number INTEGER PRIMARY KEY,
  answer INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
  conversation TEXT NOT NULL,
  article TEXT NOT NULL,
  cited INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  header TEXT NOT NULL,
  quotes TEXT NOT NULL,
  note TEXT,
  found INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_by_conversation ON correction (conversation, article, number);
CREATE INDEX correction_by_answer ON correction (answer);
