-- Words that were proposed for the dictionary. state: a name of Words.State; place: order of proposals; examples: JSON. Accepted words themselves are in
-- index-config/lexicon/ of the home; user and at say who decided, and when (for a proposal: the program).
CREATE TABLE words (
    word      TEXT PRIMARY KEY,
    state     TEXT NOT NULL,
    place     INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    examples  TEXT NOT NULL,
    user      TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
