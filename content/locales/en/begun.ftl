# A matter that was begun and never told.

begun-put-away =
    You began a question about “{ $topic }” and stopped, so it's put away.
    Nothing was sent. Go on whenever you like.
button-continue = Go on
