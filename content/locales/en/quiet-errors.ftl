# What the API answers about low ratings and held messages.

error-low-rating-unknown = There is no such rating. Read the list again.
error-low-rating-handled = Somebody has seen to this rating already. Read the list again.
error-message-not-held = This message is not being held. Read the conversation again.
