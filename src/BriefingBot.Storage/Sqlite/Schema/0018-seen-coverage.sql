-- What told the coverage apart at the end of the last run that had nothing to report, and the index state at that time.
CREATE TABLE seen_coverage (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp TEXT NOT NULL,
  index_state INTEGER NOT NULL
) STRICT;
