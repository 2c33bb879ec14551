# Messages in the console: files, formatting, changing what was sent.

console-attach = Attach
console-attached = Files to send
console-attached-remove = Leave out { $name }
console-attached-progress = { $name } is on its way to the desk
console-aim-reply = Reply to:
console-aim-edit = Editing:
console-aim-leave = Leave it
console-message-menu = More about this message
console-message-reply = Reply
console-message-edit = Edit
console-message-delete = Take back
console-message-delete-sure = Take it back for everyone?
console-message-failed = The message was not changed
console-send-edit = Save
console-hint-edit = The customer sees the new words; the earlier ones stay here.
console-forwarded = Forwarded from { $name }
console-forwarded-hidden = somebody
console-deleted = taken back
console-reactions = Reactions: { $emoji }
console-place-open = Open the map
console-place-live = Moves: open the map
console-spoiler = Show
console-kind-album = Album
console-kind-poll = Poll
console-kind-checklist = Checklist
console-kind-paid-media = Paid media
