# The settings of staff groups in the console.

settings-forum = Staff groups
settings-forum-lead = For whoever answers in Telegram: each ticket is a topic of a group, and what is written there goes to the customer.
settings-forum-groups = Groups
settings-forum-groups-hint = New tickets go to the first group that is neither full nor busy.
settings-forum-add = Link a group
settings-forum-none = No group yet. Link one, and every new request becomes a topic there.
settings-forum-step-group = In Telegram, make a group of your staff and turn on its topics.
settings-forum-step-bot = Add the bot as an administrator who may manage topics and pin messages.
settings-forum-step-code = Send this in the group:
settings-forum-copy = Copy
settings-forum-once = It works once, for 15 minutes.
# keys: settings-forum-state-*
settings-forum-state-checking = Asking Telegram
settings-forum-state-works = Works
settings-forum-state-lacking = Needs more
settings-forum-state-lost = Bot is out
settings-forum-paused = Paused
settings-forum-lost = The bot is not in this group any more. Add it again, or unlink the group.
settings-forum-topics =
    { $count ->
        [one] one topic
       *[other] { $count } topics
    }
settings-forum-waiting =
    { $count ->
        [one] one message waits for Telegram’s pace
       *[other] { $count } messages wait for Telegram’s pace
    }
settings-forum-more = More for { $title }
settings-forum-check = Check again
settings-forum-pause = No new topics for now
settings-forum-resume = Take new topics again
settings-forum-unlink = Unlink
settings-forum-rules = For all groups
settings-forum-mark = Mark of internal lines
settings-forum-mark-hint = Lines that begin with it stay among the staff. A message that begins with it stays inside as a whole.
settings-forum-most = Topics in a group, at most
settings-forum-most-hint = After that, new tickets go to the next group. Telegram gets slow in very large groups.
# keys: forum-need-*
forum-need-forum = topics: group settings → Topics
forum-need-admin = the bot as an administrator: group settings → Administrators
forum-need-topics = the bot's right “Manage topics”
forum-need-pins = the bot's right “Pin messages”
