# Settings → Not sent: what did not arrive, and what could not be handled.
# keys: settings-unsent-*

settings-unsent = Not sent
settings-unsent-lead = What did not reach Telegram, or perhaps not, and updates that could not be handled. Nothing here is lost: send it again, or give it up.
settings-unsent-none = Everything arrived
settings-unsent-none-words = Nothing waits here. Messages that fail, or of which nobody knows whether they arrived, are listed here with the reason.
settings-unsent-show = Show
settings-unsent-all = All
settings-unsent-retry = Send again
settings-unsent-retry-all = Send all again
settings-unsent-discard = Give up
settings-unsent-discard-all = Give up all
settings-unsent-retry-sure = Send { $count } messages again?
settings-unsent-discard-sure = Give up { $count } messages?
settings-unsent-unknown = Perhaps arrived
settings-unsent-unknown-words = The connection broke before Telegram answered. Look into the chat before you send it again.
settings-unsent-unreachable = Cannot be reached
settings-unsent-unreachable-words = The customer blocked the bot or deleted their account. It arrives once they write again.
settings-unsent-refused = Refused
settings-unsent-refused-words = Telegram refused it.
settings-unsent-no-chat = no chat
settings-unsent-no-words = without words
settings-unsent-said = Telegram says:
settings-unsent-updates = Updates that could not be handled
settings-unsent-updates-hint = They are tried again at every start, so after an upgrade too.
settings-unsent-update = Update { $number }
settings-unsent-tries = tried { $count ->
        [one] once
       *[other] { $count } times
    }
settings-unsent-try = Try again
settings-unsent-still = It still cannot be handled.
settings-unsent-group-lost = The bot is not in the staff group “{ $title }” any more. What goes on is shown there once it is back.
settings-unsent-group-lacking = The bot lacks a right in the staff group “{ $title }”. What goes on is shown there once it has it.
