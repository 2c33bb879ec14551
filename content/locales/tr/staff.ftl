# What the bot tells the people who work here.

console-link = { $name }, bu bağlantı konsola bir kez giriş yapar. 10 dakika geçerlidir.
console-open = Konsolu aç
your-id = Telegram kimliğiniz: { $id }
