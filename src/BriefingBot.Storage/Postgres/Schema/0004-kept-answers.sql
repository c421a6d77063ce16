-- Answers that links lead to, whole as JSON: only ever read so. What nobody kept is dropped after a day. Times are Unix milliseconds.
CREATE TABLE kept_answer (
  id text PRIMARY KEY,
  answered bigint NOT NULL,
  is_kept integer NOT NULL,
  answer text NOT NULL
);
CREATE INDEX kept_answer_at_hand ON kept_answer (answered) WHERE is_kept = 0;
