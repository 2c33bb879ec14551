# Why nothing can be said in a concierge’s name, and the way on.

# keys: error-concierge-*
error-concierge-lost = { $name }’s account is not connected any more. Answer through the bot, or ask { $name } to connect it again.
error-concierge-no-right = { $name } has not allowed the desk to answer in their name. Answer through the bot, or ask { $name } to allow it in Telegram.
error-concierge-window-over = Telegram lets answers through for 24 hours after the customer’s last message, and that time is over. Answer through the bot, or let { $name } write from their own phone.
error-concierge-no-bot-chat = This customer has never written to the bot, so it cannot reach them. Only the concierge can, from their own phone.

# keys: error-customer-unknown
error-customer-unknown = There is no such customer.
