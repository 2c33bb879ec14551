# Tickets that have topics of their own in the private chat.

topic-opened = № { $id } has a topic of its own now. Everything about it is there.
card-personal = { $agent } looks after this personally.
