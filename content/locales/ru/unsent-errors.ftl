# What the API answers about what did not arrive.

error-unsent-unknown = Такого сообщения или обновления здесь уже нет. Обновите страницу.
