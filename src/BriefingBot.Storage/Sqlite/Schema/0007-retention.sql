-- Who asked a question that found no answer, as the front names them (slack:T1:U2), so that a person's gaps can be removed; questions asked privately have no row here.
CREATE TABLE gap_asker (
  folded TEXT NOT NULL REFERENCES gap (folded) ON DELETE CASCADE,
  asker TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (folded, asker)
) STRICT, WITHOUT ROWID;

-- What has become old is found by its time.
CREATE INDEX chat_question_by_time ON chat_question (asked);
CREATE INDEX answer_by_time ON answer (answered);
CREATE INDEX model_use_by_time ON model_use (at);
