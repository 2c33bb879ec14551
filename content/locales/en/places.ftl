# The desk's channel and community group: pinned posts, quiet answers, and the way to set them up.

place-help =
    Need help 24/7? Press Support: the bot opens a ticket in 30 seconds.
    Status and time are in its reply. Who speaks for us: see the other pin.
place-help-button = Support
place-accounts =
    Who speaks for { $desk }: only these accounts.
    We never write first about money and never ask for passwords or codes.

# keys: quiet-answer-*
quiet-answer = This sounds like your own matter, and everybody reads here. Press the button: the bot takes your words along, and only we read them.
quiet-answer-asked = I help in my own chat, where only we read it.
quiet-answer-carry = Take it to the bot
quiet-answer-open = Open the bot

setup-title = The places of { $desk } in Telegram
setup-place-none = ▫️ { $kind }: not chosen yet
setup-place-checking = ⏳ { $kind } “{ $title }”: I am looking at what I may do there
setup-place-ready = ✅ { $kind } “{ $title }”
setup-place-lacks = ⚠️ { $kind } “{ $title }”
setup-topics = Topics: { $topics }
setup-next = I do the rest by myself as soon as I may. Press “Check again” after a change.
setup-done = All is in its place. I look after it every half an hour.
setup-use-channel = Use channel “{ $title }”
setup-use-group = Use group “{ $title }”
setup-add-channel = Add me to a channel
setup-add-group = Add me to a group
setup-check = Check again
setup-begun = On it. Topics and pinned posts come in a moment; what I still need stands in our chat.
setup-open = Open the chat
setup-which-topic = Which of the desk’s topics is this?
setup-adopted = Done. It is that topic now.
setup-not-yours = This button is for the people who look after the group.

# keys: error-place-*
error-place-unknown = The bot is no administrator there. Make it one, then choose again.
