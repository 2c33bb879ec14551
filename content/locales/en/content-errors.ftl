# What the API answers about files, and about changing what was sent.

error-upload-unknown = This file is not here any more. Attach it again.
error-upload-too-large = This file is over { $limit } MB. Send a smaller one.
error-upload-empty = This file is empty. Choose another one.
error-upload-offset = Part of this file is here already: { $received } bytes. Go on from there.
error-upload-longer = This file has more bytes than were announced: { $size }. Attach it again.
error-upload-piece-too-large = A piece of a file has { $limit } bytes at most. Send smaller ones.
error-too-many-uploads = Many files wait to be sent. Send them first, then attach more.
error-too-many-files = A message takes { $limit } files. Send the rest in another one.
error-message-empty = Write something or attach a file.
error-message-not-yours = Only the person who wrote this message can change it.
error-edit-not-possible = This message cannot be changed: it has not arrived yet, or Telegram keeps it as it is.
error-edit-longer = The new text is too long for the messages that were sent. Shorten it, or send the rest as a new message.
error-delete-not-possible = This message cannot be taken back: it has not arrived yet, or it is older than two days.
