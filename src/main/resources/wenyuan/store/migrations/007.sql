-- The change with which a document came, which labelling it again does not move. 0: before searches could be saved, so it is
-- new to none of them.
ALTER TABLE documents ADD COLUMN first INTEGER NOT NULL DEFAULT 0;

CREATE INDEX documents_first ON documents (first, id);

-- Searches to be repeated. user: '' is whoever sits at this machine. seen_change: how far the index reached at the last look.
CREATE TABLE searches (
    user        TEXT NOT NULL,
    name        TEXT NOT NULL,
    address     TEXT NOT NULL,
    created     TEXT NOT NULL,
    seen_change INTEGER NOT NULL,
    seen_at     TEXT NOT NULL,
    PRIMARY KEY (user, name)
) STRICT, WITHOUT ROWID;
