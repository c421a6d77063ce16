-- Finds what an outlet published or an author wrote. By hash: a name may be longer than an ordered index takes.
CREATE INDEX revision_by_outlet ON revision USING hash (outlet);
CREATE INDEX revision_by_byline ON revision USING hash (byline);
