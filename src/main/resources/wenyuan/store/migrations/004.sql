-- What people decide, apart from what rules made: a decision belongs to a text, whatever files hold it.

-- field: a name of Correctable; value, ruled: lists of labels, value empty for "there is none", ruled what the rules had said then.
-- document, title: the one it was made on. moved: how the text looked before and after new rules changed it, as a list of two strings,
-- empty when nobody need look at it.
CREATE TABLE corrections (
    text_key TEXT NOT NULL,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,
    ruled    TEXT NOT NULL,
    user     TEXT NOT NULL,
    at       TEXT NOT NULL,
    document TEXT NOT NULL,
    title    TEXT NOT NULL,
    moved    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (text_key, field)
) STRICT, WITHOUT ROWID;

-- doubts: what a person should look at, as Doubt.bits; -1 where nobody has counted yet. labels: those that twins should agree on.
ALTER TABLE documents ADD COLUMN doubts INTEGER NOT NULL DEFAULT -1;

ALTER TABLE documents ADD COLUMN labels TEXT NOT NULL DEFAULT '';

CREATE INDEX documents_uncounted ON documents (id) WHERE doubts < 0;

-- Which titles lead to which labels: asked when corrections suggest a rule.
CREATE INDEX documents_titles ON documents (title, labels);

-- The texts that wait for a person. document: the smallest id that has the text; copies: how many have it; score: doubtful labels times
-- copies; skipped: 0, else the place at the end of the queue.
CREATE TABLE reviews (
    text_key TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    doubts   INTEGER NOT NULL,
    copies   INTEGER NOT NULL,
    score    INTEGER NOT NULL,
    skipped  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX reviews_order ON reviews (skipped, score DESC, document, doubts);
