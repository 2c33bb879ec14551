# Concierges in the console: marks, the way on where a chat is closed, taking over in person, moving messages, settings.

# keys: console-concierge-*
console-concierge-open = In { $name }’s own chat. Answers go out in their name.
console-concierge-personal = { $name } looks after this in person, in the bot’s chat
console-concierge-lost = { $name }’s account is not connected. Nothing gets through to this chat from here.
console-concierge-no-right = { $name } has not allowed the desk to answer in their name.
console-concierge-over = Telegram lets answers through for 24 hours after the customer’s last message. That time is over.
console-concierge-not-yours = This is { $name }’s own chat. Only concierges answer here; your notes are welcome.
console-concierge-left = { $time } left
console-concierge-closed = closed
console-concierge-go-on = Go on in the bot’s chat
console-concierge-not-moved = It was not moved

console-take-over = Take over and greet
console-take-over-short = In person
console-take-over-title = Take this over in person
console-take-over-lead = { $name } is greeted by you, with your name and your Telegram photo, and sees on the card that you look after this.
console-take-over-words = Your words
console-take-over-failed = It was not taken over
console-vip-make = Make a VIP
console-vip-end = No longer a VIP
console-vip-failed = Nothing was changed
console-event-taken-over = { $who } took the matter over in person
console-event-taken-to-bot = { $who } went on in the bot’s chat
console-event-message-removed = { $who } deleted a message


# keys: settings-concierge-*
settings-concierge = Concierges
settings-concierge-lead = VIPs write to a person, in that person’s own Telegram. Their chats are tickets here, and colleagues can help to answer.
settings-concierge-members = Connected accounts
settings-concierge-members-hint = Whoever has the role connects this bot in Telegram: Settings → Telegram Business → Chatbots.
settings-concierge-none = Nobody has connected an account yet. Give somebody the role VIP concierge; they then connect the bot in Telegram.
settings-concierge-since = since { $day }
settings-concierge-connected = Connected
settings-concierge-off = Disconnected
settings-concierge-lost = Connection lost
settings-concierge-no-reply = May not answer
settings-concierge-no-read = Does not mark as read
settings-concierge-lets-in = Whose chats come to the desk
settings-concierge-lets-in-hint = Of all other chats nothing is kept: not a word, not a name. Chats with colleagues always stay private.
settings-concierge-lets-vip = Customers who are VIPs
settings-concierge-lets-vip-hint = Concierges make a customer a VIP on a ticket’s page.
settings-concierge-lets-all = Everybody who writes
settings-concierge-lets-all-hint = Only for accounts that are used for work alone: friends and family would be read too.

console-message-removed = Deleted by its author
console-move = Move to another ticket
console-move-rest = And everything after it
console-move-new = A new ticket
console-moved = Moved to № { $number }
console-move-failed = Nothing was moved
