# The cabinet: what a customer reads on their own page.

# When a person answers; used inside other texts.
cabinet-by =
    { $day ->
        [today] by { $time }
        [tomorrow] tomorrow by { $time }
       *[later] on { $date } by { $time }
    }

cabinet-title = Support
cabinet-tickets = My tickets
cabinet-ticket = № { $id }
cabinet-settings = Settings
cabinet-help = Help
cabinet-ask = New question
cabinet-refresh = Refresh
cabinet-loading = Loading
cabinet-close = Close
cabinet-again = Try again
cabinet-more = Show more
cabinet-change = Change
cabinet-send = Send

cabinet-filter = Which tickets
cabinet-filter-open = Open
cabinet-filter-ended = Solved
cabinet-empty = Nothing is open
cabinet-empty-hint = Ask anything: a person answers, and here you see when.
cabinet-empty-ended = Nothing here yet
cabinet-empty-ended-hint = What we have solved for you stays here.
cabinet-you = You: { $words }
cabinet-unread =
    { $count ->
        [one] 1 new message
       *[other] { $count } new messages
    }
cabinet-in-by = { $by } · in { $minutes } min
cabinet-late-short = a little late

cabinet-status-accepted = Accepted
cabinet-status-in-progress = In progress
cabinet-status-in-progress-by = In progress · { $agent } is on it
cabinet-status-clarification = We need one thing from you
cabinet-status-resolved = Solved
cabinet-status-closed = Closed
cabinet-status-reopened = Open again

cabinet-answers =
    { $who ->
        [agent] { $agent } answers you right here.
       *[person] A person answers you right here.
    }
cabinet-answers-by =
    { $who ->
        [agent] { $agent } answers { $by }.
       *[person] A person answers { $by }.
    }
cabinet-in = In { $minutes } min
cabinet-late = We're later than promised. A person answers you right here.
cabinet-next = You are next.
cabinet-before =
    { $count ->
        [one] 1 person is before you.
       *[other] { $count } people are before you.
    }
cabinet-need = We need: { $need }
cabinet-need-words = Answer below and we go on.

cabinet-conversation = Conversation
cabinet-earlier = Show earlier messages
cabinet-fresh = New message
cabinet-today = Today
cabinet-yesterday = Yesterday
cabinet-author-you = You
cabinet-author-bot = Bot
cabinet-author-staff = Support
cabinet-edited = edited
cabinet-file =
    { $kind ->
        [photo] Photo
        [video] Video
        [voice] Voice message
       *[other] File
    }
cabinet-write = Message
cabinet-answer = Your answer
cabinet-sending = Sending
cabinet-not-sent = Not sent. Your words are kept.
cabinet-retry = Send again
cabinet-drop = Delete

cabinet-about = About this ticket
cabinet-notify = Tell me about changes
cabinet-notify-hint = The bot writes to you when something changes. Answers come in any case.
cabinet-topic = Topic
cabinet-agent = Who is on it
cabinet-opened = Opened
cabinet-close-ticket = It's solved, close it
cabinet-close-hint = You can open it again for 3 days.
cabinet-close-sure = Nobody answers a closed ticket. Close it?
cabinet-close-yes = Yes, close it
cabinet-reopen = Open it again
cabinet-over = This ticket is over
cabinet-over-hint = This one ended a while ago. Just ask a new question.
cabinet-rate = How did we do?
cabinet-rated = Thank you, that helps us.
cabinet-rate-1 = Very bad
cabinet-rate-2 = Bad
cabinet-rate-3 = So-so
cabinet-rate-4 = Good
cabinet-rate-5 = Very good

cabinet-topic-ask = What is it about?
cabinet-secrets = Never write whole card numbers, passwords or codes from SMS. We don't ask for them.
cabinet-kept = { $reason } Your words are kept here.

cabinet-language = Language
cabinet-times = Times
cabinet-zone = Time zone
cabinet-zone-desk = As at the desk ({ $zone })
cabinet-zone-here = As on this phone ({ $zone })
cabinet-zone-search = City or region, in English
cabinet-zone-none = There is no such zone. Try a large city nearby.
cabinet-notices = What the bot writes
cabinet-notices-series = Every step
cabinet-notices-short = Only what matters
cabinet-notices-hint = Answers, questions and the end always come; every step adds new times and how it went. What you switch on at a ticket counts there.
cabinet-quiet = Quiet hours
cabinet-quiet-hint = The bot keeps quiet then. Urgent matters still come.
cabinet-quiet-desk = As usual: { $from }–{ $until }
cabinet-quiet-desk-none = As usual: at any hour
cabinet-quiet-own = My own hours
cabinet-quiet-off = Write at any hour
cabinet-quiet-from = From
cabinet-quiet-until = Until
cabinet-quiet-same = Choose an end that differs from the beginning.
cabinet-consents = What you agreed to
cabinet-consent-given = Agreed on { $at }
cabinet-consent-withdrawn = Withdrawn on { $at }
cabinet-consent-none = No consent is in force. Asking a question gives it anew.
cabinet-withdraw = Withdraw consent
cabinet-withdraw-hint = We keep what was written until now. A new question gives the consent anew.
cabinet-withdraw-yes = Yes, withdraw it
cabinet-leave = Sign out here
cabinet-leave-hint = Nothing of yours stays in this browser.

cabinet-waiting = Waiting for the network
cabinet-waiting-hint = It goes by itself once there is a connection.
cabinet-offline = No connection. Nothing you write is lost.
cabinet-unreachable = We can't be reached right now
cabinet-unknown = Not found
cabinet-unknown-number = There is no № { $id } here
cabinet-unknown-page = There is no such page
cabinet-unknown-hint = Perhaps it belongs to another account.
cabinet-to-tickets = To my tickets
cabinet-closed = Open this page from the chat
cabinet-closed-hint = Send /cabinet to the bot and tap the button that comes.
cabinet-to-chat = Back to the chat

cabinet-reason-unexpected = Something went wrong here. Try again.
cabinet-reason-offline = There is no connection. Try again in a moment.
cabinet-reason-too-fast = That was very quick. Wait a minute and try again.
cabinet-reason-desk = Something broke on our side. Try again in a minute.
