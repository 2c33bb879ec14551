-- Words of messages are searched in the console: without case, and without the letters that people leave out on a plain keyboard.

create function search_words(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, translate(lower(translate(left(words, 4000), 'İ', 'i')), 'əğıöüşçёй', 'egiouscеи'));

create index messages_words on messages using gin (search_words(text)) where ticket_id is not null;
