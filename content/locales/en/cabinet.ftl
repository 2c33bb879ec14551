# The cabinet: what may go wrong there.

error-cabinet-link-spent = This link was used already or is older than 10 minutes. Send /cabinet to the bot for a new one.
error-launch-spent = This page was opened once already. Close it and open it again from the chat.
error-launch-old = This page was open too long. Close it and open it again from the chat.
error-launch-forged = Telegram did not confirm who you are. Open this page from the chat with the bot.
error-cabinet-session-ended = You were away for a while. Open this page again from the chat.
error-ticket-ended = № { $ticket } is over. Open it again, or ask a new question.
error-reopen-too-late = № { $ticket } ended a while ago. Please ask a new question: it reaches us just as fast.
error-rating-not-asked = № { $ticket } can't be rated now.
error-time-zone-unknown = There is no time zone { $zone }. Choose one from the list.
error-chat-unknown = We don't know your Telegram chat. Write to the bot first.
error-request-key-used = These words were sent before, for something else. Send them again.
error-copy-gone = This copy cannot be fetched any more. Ask for a new one in the settings.
