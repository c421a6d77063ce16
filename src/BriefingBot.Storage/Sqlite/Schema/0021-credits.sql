-- Finds what an outlet published or an author wrote, and lists the names, without reading the texts.
CREATE INDEX revision_by_outlet ON revision (outlet, article, revision);
CREATE INDEX revision_by_byline ON revision (byline, article, revision);
