-- What admins do in the pages.

-- What was asked to be done in the background, in the order of asking. state: a name of Jobs.State; upload: the folder below
-- uploads/ that it works on, 0 for none; import: the last import that it became.
CREATE TABLE jobs (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    task   TEXT NOT NULL,
    title  TEXT NOT NULL,
    user   TEXT NOT NULL,
    asked  TEXT NOT NULL,
    state  TEXT NOT NULL,
    upload INTEGER NOT NULL,
    import INTEGER REFERENCES imports,
    note   TEXT NOT NULL
) STRICT;

CREATE INDEX jobs_import ON jobs (import);

-- The folders below uploads/ that are still needed. One without a job is still being received.
CREATE TABLE uploads (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    user  TEXT NOT NULL,
    begun TEXT NOT NULL
) STRICT;

-- What an admin has decided on bytes that bore a secrecy marking. verdict: released or discarded.
CREATE TABLE decisions (
    sha256  TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    marking TEXT NOT NULL,
    user    TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    user   TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX fates_kind ON fates (import, fate, seq);
