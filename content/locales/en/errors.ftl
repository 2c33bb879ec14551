# What the API answers to a request that it refuses: what is wrong, and what to do.

# keys: error-*
error-request-invalid = { $field }: { $problem }. Correct it and send it again.
error-request-unreadable = The request could not be read. Send JSON, as the API description says.
error-request-too-large = The request is too large. Send less at once.
error-request-repeated = This was sent already.
error-too-many-requests = Too many requests. Wait a minute and try again.
error-not-found = There is nothing at this address.
error-internal = Something broke on our side. Nothing was changed; try again.
error-ticket-unknown = There is no ticket № { $ticket }.
error-message-unknown = There is no such message in this ticket.
error-attachment-unknown = There is no such file.
error-file-gone = Telegram no longer has this file. Ask the customer to send it again.
error-file-too-large = The file is over 20 MB, more than bots may fetch. Ask for a smaller one.
error-file-not-reachable = Telegram could not be reached for this file. Try again.
error-permission-missing = Your role does not allow this. Ask an admin.
error-status-not-possible =
    This ticket is { $status ->
        [resolved] solved
        [closed] closed
        [clarification] waiting for its customer
        [in_progress] in progress
        [reopened] open again
       *[other] accepted
    }; that cannot be done to it. Read it again.
error-assignee-unknown = This person does not work here any more. Choose somebody else.
error-staff-unknown = This person does not work here.
error-staff-exists = Somebody with this Telegram account works here already.
error-role-unknown = There is no role { $role }. Choose one of these: { $roles }.
error-permission-not-yours = You do not have the permission { $permission } yourself, so you cannot give it or take it. Ask an admin.
error-admin-needs-permissions = The role admin keeps these permissions, or nobody could manage the desk: { $permissions }.
error-role-gone = There is no role { $role }. Read the list again.
error-admin-stays = The role admin cannot be deleted. The desk always needs it.
error-role-in-use = The role { $role } is in use. Give its people another role first; there are { $people } of them.
error-last-admin = This is the last admin. Make somebody else an admin first.
error-cursor-broken = The list has changed. Read it again from the start.
error-link-spent = This link was used already or is older than 10 minutes. Send /console to the bot for a new one.
error-session-ended = You are not signed in. Sign in and try again.
error-csrf-header-missing = The header x-nightdesk is missing. Send it with every change.
error-demo-only = This way in exists only in the demo. Send /console to the bot.
error-resend-not-needed = This message is on its way or has arrived.
error-ticket-without-chat = This ticket has no chat to answer in.
error-capacity-full = You have as many open tickets as you may: { $capacity }. Finish one before you take the next.
error-queue-unknown = There is no queue { $queue }. Choose one that exists.
error-macro-unknown = There is no such macro in use. Choose another one.
error-macro-changed = Somebody saved this macro meanwhile. Read it again, then repeat your change.
error-macro-missing = This has no value yet: { $names }. Fill it in, or choose another macro.
error-topic-unknown = There is no topic { $topic }. Choose one that exists.
error-variable-unknown = { $language }: there is nothing called { $name }. Texts can name these: { $names }.
error-template-broken = { $language }: the text cannot be read ({ $problem }). Correct the place and save again.
error-template-braces = { $language }: a customer would see a brace. Write names in double braces, with nothing else in braces.
error-template-hole = { $language }: a value would be blank. Give it words, or put it into a condition.
error-template-empty = { $language }: nothing would be left of the text. Give it words that always stand.
error-template-too-long = { $language }: the text is longer than { $most } characters. Shorten it.
error-incident-unknown = There is no incident { $incident }. Read the list again.
error-incident-over = This incident is over. Declare a new one if it is back.
error-incident-without-words = Write it in at least one language.
