-- The first catalogue. A statement ends with a semicolon at the end of its line.

-- id of the store, when it was made, number of the last change
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the parser gave for these bytes: new rules label again from here. Texts are deflated UTF-8.
CREATE TABLE files (
    sha256     TEXT PRIMARY KEY,
    form       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    charset    TEXT NOT NULL,
    metadata   TEXT NOT NULL,
    content    BLOB NOT NULL,
    -- the text before repairs; NULL where it is the content
    page       BLOB
) STRICT;

-- change: the last one that touched this document
CREATE TABLE documents (
    id       TEXT PRIMARY KEY,
    sha256   TEXT NOT NULL REFERENCES files,
    part     INTEGER NOT NULL,
    title    TEXT NOT NULL,
    text     TEXT NOT NULL,
    body     TEXT NOT NULL,
    text_key TEXT NOT NULL,
    rules    TEXT NOT NULL,
    change   INTEGER NOT NULL UNIQUE,
    UNIQUE (sha256, part)
) STRICT;

CREATE INDEX documents_text_key ON documents (text_key);

-- The documents that are gone, so that engines hear of it.
CREATE TABLE tombstones (
    document TEXT PRIMARY KEY,
    change   INTEGER NOT NULL UNIQUE
) STRICT;

-- root: the imported path, or the name given to the import; with path it says which file is meant
CREATE TABLE sources (
    root       TEXT NOT NULL,
    path       TEXT NOT NULL,
    sha256     TEXT NOT NULL REFERENCES files ON DELETE CASCADE,
    collection TEXT NOT NULL,
    replaced   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (root, path, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX sources_sha256 ON sources (sha256, path);

CREATE TABLE imports (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    paths   TEXT NOT NULL,
    started TEXT NOT NULL,
    ended   TEXT,
    tally   TEXT NOT NULL
) STRICT;

-- One row a file; seq counts from 1 in the order of arrival.
CREATE TABLE fates (
    import INTEGER NOT NULL REFERENCES imports,
    seq    INTEGER NOT NULL,
    path   TEXT NOT NULL,
    fate   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (import, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX fates_failed ON fates (import, seq) WHERE fate = 'failed';

CREATE TABLE held (
    sha256     TEXT NOT NULL,
    root       TEXT NOT NULL,
    path       TEXT NOT NULL,
    collection TEXT NOT NULL,
    marking    TEXT NOT NULL,
    PRIMARY KEY (sha256, root, path)
) STRICT, WITHOUT ROWID;

-- Bytes that an admin took out of the archive: not taken in again.
CREATE TABLE deleted (
    sha256 TEXT PRIMARY KEY,
    at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    name          TEXT PRIMARY KEY,
    role          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
