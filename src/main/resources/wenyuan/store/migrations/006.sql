-- The queue looks at the labels of equal texts with every document that is written: from the index alone, not from whole rows.
DROP INDEX documents_text_key;

CREATE INDEX documents_text_key ON documents (text_key, id, doubts, labels);
