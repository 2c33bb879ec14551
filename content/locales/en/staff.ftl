# What the bot tells the people who work here.

console-link = { $name }, this link signs you in to the console once. It lasts 10 minutes.
console-open = Open the console
your-id = Your Telegram id: { $id }
