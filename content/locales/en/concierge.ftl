# What a concierge hears of the connection of their own account, in the chat with the bot.

concierge-on-told =
    Your account is connected. { $whose ->
        [all] Whoever writes to you, except colleagues, is now also seen by the desk.
       *[vip] What VIP customers write to you is now also seen by the desk. All other chats stay yours.
    } Your own answers count as answers to their tickets.
    { $missing ->
        [reply] I may not answer in your name yet. Switch on “Reply to messages” for me in Settings → Telegram Business → Chatbots.
        [read] I may not mark messages as read. Switch that on in Settings → Telegram Business → Chatbots if colleagues answer for you.
       *[none] Colleagues can answer in your name from the console, for 24 hours after the customer’s last message.
    }
concierge-off-told = Your account is disconnected. What was said stays in the tickets; from now on I see nothing of your chats.
concierge-lost-told = The connection to your account is lost: Telegram no longer knows it. To go on, choose me again in Settings → Telegram Business → Chatbots.
concierge-not-one = I serve only the concierges of this desk, so I keep nothing of your chats. You can take me out again in Settings → Telegram Business → Chatbots.
concierge-chat-ticket = This chat is № { $id } at the desk. Colleagues see it and can help you answer.
concierge-chat-let-in = What this customer writes to you will be a ticket at the desk.
concierge-chat-private = This chat is yours alone: the desk sees and keeps nothing of it. It would, if this customer were a VIP.
