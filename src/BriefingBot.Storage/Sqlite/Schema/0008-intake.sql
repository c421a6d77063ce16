-- The sources that were added by command, and how their checks went. Times are Unix milliseconds; kind is SourceKind.
CREATE TABLE intake_source (
  name TEXT PRIMARY KEY,
  kind INTEGER NOT NULL,
  location TEXT NOT NULL,
  collection TEXT,
  outlet TEXT,
  interval_seconds INTEGER NOT NULL,
  reads_pages INTEGER NOT NULL,
  allows_private INTEGER NOT NULL,
  credentials_file TEXT,
  is_paused INTEGER NOT NULL DEFAULT 0,
  checked INTEGER,
  next_check INTEGER NOT NULL DEFAULT 0,
  changed INTEGER,
  etag TEXT,
  last_modified TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT
) STRICT, WITHOUT ROWID;
