-- The processes that run the bot on this store; those that gave no sign for a day are removed. Times are Unix milliseconds.
CREATE TABLE replica (
  owner TEXT PRIMARY KEY,
  machine TEXT NOT NULL,
  version TEXT NOT NULL,
  started INTEGER NOT NULL,
  seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
