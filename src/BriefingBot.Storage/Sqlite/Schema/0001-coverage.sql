-- The coverage: articles, their revisions, the passages of those, and what finds passages.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- index_state grows with every change of the coverage; at reload_state the active vectors changed as a whole; last_changed is Unix time in milliseconds.
INSERT INTO meta VALUES ('index_state', 0), ('reload_state', 0), ('last_changed', 0);

-- published_order is day number * 1441, plus minute of the day + 1 when the source gives a time; NULL for undated.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  is_current INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  collection TEXT NOT NULL,
  published_order INTEGER,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX article_by_change ON article (changed);
CREATE INDEX article_by_date ON article (published_order DESC, id) WHERE is_current = 1;

CREATE TABLE revision (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (number),
  revision INTEGER NOT NULL,
  ingested INTEGER NOT NULL,
  title TEXT NOT NULL,
  title_derived INTEGER NOT NULL,
  outlet TEXT,
  byline TEXT,
  dateline TEXT,
  published TEXT,
  updated TEXT,
  date_origin INTEGER NOT NULL,
  url TEXT,
  collection TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article, revision)
) STRICT;

-- Keys only ever grow: the index in memory relies on new passages coming last.
CREATE TABLE passage (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article (number),
  revision INTEGER NOT NULL REFERENCES revision (number),
  ordinal INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words INTEGER NOT NULL,
  is_current INTEGER NOT NULL,
  UNIQUE (revision, ordinal)
) STRICT;
CREATE INDEX passage_by_article ON passage (article) WHERE is_current = 1;

CREATE TABLE passage_period (
  passage INTEGER NOT NULL REFERENCES passage (key) ON DELETE CASCADE,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  PRIMARY KEY (passage, from_day, to_day)
) STRICT, WITHOUT ROWID;

-- Filled with Porter stems parted by blanks, so that a question's stems and these are the same by construction; hence the plain tokenizer.
CREATE VIRTUAL TABLE passage_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE passage_stem USING fts5vocab (passage_words, 'instance');

CREATE TABLE vector_set (
  number INTEGER PRIMARY KEY,
  encoder TEXT NOT NULL,
  dimensions INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  UNIQUE (encoder, dimensions)
) STRICT;
CREATE UNIQUE INDEX vector_set_active ON vector_set (is_active) WHERE is_active = 1;

-- One signed byte a dimension; codes * scale is the vector at unit length. Empty codes: the encoder has no vector for this passage.
CREATE TABLE vector (
  vector_set INTEGER NOT NULL REFERENCES vector_set (number),
  passage INTEGER NOT NULL REFERENCES passage (key) ON DELETE CASCADE,
  scale REAL NOT NULL,
  codes BLOB NOT NULL,
  PRIMARY KEY (vector_set, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX vector_by_passage ON vector (passage);
