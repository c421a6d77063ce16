-- Which terms stand in which passages, in bytes that searches read: a row a passage for the latest, a row a term for each complete block of 65,536 keys.
CREATE TABLE term (
  number INTEGER PRIMARY KEY,
  stem TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE passage_term (
  passage INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
) STRICT;

CREATE TABLE word_block (
  block INTEGER NOT NULL,
  term INTEGER NOT NULL,
  entries BLOB NOT NULL,
  PRIMARY KEY (block, term)
) STRICT, WITHOUT ROWID;

-- word_blocks: how many blocks are complete. words_missing_from: the first key whose terms are still to be written from its text; -1 when there is none.
INSERT INTO meta VALUES ('word_blocks', 0), ('words_missing_from', (SELECT CASE WHEN EXISTS (SELECT 1 FROM passage) THEN 0 ELSE -1 END));

DROP TABLE passage_stem;
DROP TABLE passage_words;
