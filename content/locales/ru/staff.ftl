# What the bot tells the people who work here.

console-link = { $name }, по этой ссылке можно один раз войти в консоль. Она действует 10 минут.
console-open = Открыть консоль
your-id = Ваш идентификатор в Telegram: { $id }
