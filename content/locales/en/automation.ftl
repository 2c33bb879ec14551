# Automation, tags and snoozing: what the API answers where it refuses.

error-automation-unknown = There is no such rule. Read the list again.
error-automation-changed = Somebody saved this rule meanwhile. Read it again, then repeat your change.
error-automation-order = The rules have changed meanwhile. Read the list again, then set the order.
error-too-many-tags = A ticket has at most { $most } tags. Take some off first.
error-snooze-ended = This ticket has ended, so it cannot be put off. Open it again first.
error-snooze-past = This moment is past. Choose a later one.
error-snooze-too-long = That is more than a year away. Choose an earlier moment.
