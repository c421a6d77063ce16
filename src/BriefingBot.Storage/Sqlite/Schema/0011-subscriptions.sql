-- Briefings on a schedule, and what is followed. A place is a channel (person '') or a person's direct messages (channel ''); space is '' where the platform has
-- none. told is the article.number up to which the place was told. Times are Unix milliseconds. Numbers are never used again: announcements are named by them.
CREATE TABLE briefing_schedule (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  space TEXT NOT NULL,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  topic TEXT,
  entries INTEGER NOT NULL,
  words TEXT NOT NULL,
  cron TEXT NOT NULL,
  zone TEXT NOT NULL,
  due INTEGER NOT NULL,
  told INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX briefing_schedule_by_place ON briefing_schedule (platform, space, channel, person, lower(coalesce(topic, '')));
CREATE INDEX briefing_schedule_by_due ON briefing_schedule (due);

-- alerted is when the last alert was made; 0: never. quiet_from and quiet_to are minutes of the day in the zone; NULL: no quiet hours.
CREATE TABLE follower (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  space TEXT NOT NULL,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  told INTEGER NOT NULL,
  alerted INTEGER NOT NULL,
  quiet_from INTEGER,
  quiet_to INTEGER,
  zone TEXT,
  made_by TEXT NOT NULL,
  UNIQUE (platform, space, channel, person)
) STRICT;

-- kind: see FollowKind. after is the article.number that came last when it was made: what came before is no news.
CREATE TABLE follow (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  follower INTEGER NOT NULL REFERENCES follower (number) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  words TEXT NOT NULL,
  after INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX follow_by_words ON follow (follower, kind, lower(words));
