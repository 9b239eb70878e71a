-- What a lead has read and nobody has triaged: it waits, and nothing else says so. With this step the words
-- of concerns are indexed with plain letters too, and adults stand by their surnames.

CREATE INDEX concern_untriaged ON concern (row) WHERE status IN ('new', 'acknowledged') AND first_read IS NOT NULL;
