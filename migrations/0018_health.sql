-- When a mail was last taken is asked every few seconds, of all that were ever sent.
CREATE INDEX message_sent ON message (settled_at) WHERE state = 'sent';
