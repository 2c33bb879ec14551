# Tickets that have topics of their own in the private chat.

topic-opened = № { $id } has a topic of its own now. Everything about it is there.
