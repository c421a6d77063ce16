-- What a language model had to do with an answer, and what it was used for. Times are Unix milliseconds; costs are decimal text, whose currency the settings name.

-- composer: 0 extractive, 1 model. fallback: see ModelFallback. dropped and model are JSON: they are only ever read whole.
ALTER TABLE answer ADD COLUMN composer INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN fallback INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN dropped TEXT;
ALTER TABLE answer ADD COLUMN model TEXT;

-- day is that of the use (UTC), as a day number. purpose: see ModelPurpose.
CREATE TABLE model_use (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  asker TEXT,
  purpose INTEGER NOT NULL,
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost TEXT,
  milliseconds INTEGER NOT NULL,
  fallback INTEGER NOT NULL
) STRICT;
CREATE INDEX model_use_by_day ON model_use (day, asker);
