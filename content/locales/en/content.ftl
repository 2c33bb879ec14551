# Kinds of messages: what the desk cannot show.

content-unsupported =
    I can't show this kind of message to the team.
    It is kept. Please send words, a photo or a file.
