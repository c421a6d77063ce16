-- Stories: the reports of one event. Numbers only ever grow; a story that became part of another, or came out of one, says which. Times are Unix milliseconds.
CREATE TABLE story (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  created INTEGER NOT NULL,
  merged_into INTEGER REFERENCES story (number),
  split_from INTEGER REFERENCES story (number)
) STRICT;

-- What grouping keeps of an article. changed is article.changed of the content that it was made from; codes * scale is where headline and lead lie, at unit length.
CREATE TABLE story_article (
  article INTEGER PRIMARY KEY REFERENCES article (number),
  changed INTEGER NOT NULL,
  day INTEGER,
  scale REAL NOT NULL,
  codes BLOB NOT NULL,
  wire TEXT,
  story INTEGER REFERENCES story (number),
  joined INTEGER,
  is_grouped INTEGER NOT NULL
) STRICT;
CREATE INDEX story_article_by_story ON story_article (story);
CREATE INDEX story_article_by_day ON story_article (day);
CREATE INDEX story_article_ungrouped ON story_article (article) WHERE is_grouped = 0;

-- How likely two articles tell of one event, in thousandths; first has the lower number.
CREATE TABLE story_link (
  first INTEGER NOT NULL REFERENCES story_article (article),
  second INTEGER NOT NULL REFERENCES story_article (article),
  likelihood INTEGER NOT NULL,
  PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_link_by_second ON story_link (second);
