-- What the desk's people said in a chat before there was a ticket: looked for whenever one begins there.
create index messages_outside on messages (chat_id, created_at) where ticket_id is null and author_kind <> 'customer';
