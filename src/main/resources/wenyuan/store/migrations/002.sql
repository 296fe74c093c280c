-- The files whose last try gave no text. sha256 is empty where not even the bytes could be read; else they are kept.
CREATE TABLE failures (
    root       TEXT NOT NULL,
    path       TEXT NOT NULL,
    collection TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    import     INTEGER NOT NULL REFERENCES imports,
    fate       TEXT NOT NULL,
    PRIMARY KEY (root, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX failures_sha256 ON failures (sha256);

CREATE INDEX failures_import ON failures (import);
