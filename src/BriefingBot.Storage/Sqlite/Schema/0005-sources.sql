-- Where an article was read (the file, or file#place below its root), so that a broken file keeps what it held; NULL in stores of before.
-- published_at is the moment as Unix minutes: what articles are ordered by, offsets weighed; published_order stays the outlet's own day, for periods.
ALTER TABLE article ADD COLUMN source TEXT;
ALTER TABLE article ADD COLUMN published_at INTEGER;
UPDATE article SET published_at = (
  SELECT CAST(round((julianday(r.published) - 1721425.5) * 1440) AS INTEGER) FROM revision r WHERE r.article = article.number AND r.revision = article.revision
) WHERE published_order IS NOT NULL;
DROP INDEX article_by_date;
CREATE INDEX article_by_date ON article (published_at DESC, published_order DESC, id) WHERE is_current = 1;
