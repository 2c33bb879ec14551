# Settings → Not sent: what did not arrive, and what could not be handled.
# keys: settings-unsent-*

settings-unsent = Не отправлено
settings-unsent-lead = Что не дошло до Telegram или, возможно, не дошло, и обновления, которые не удалось обработать. Ничего не потеряно: отправьте ещё раз или откажитесь.
settings-unsent-none = Всё дошло
settings-unsent-none-words = Здесь пусто. Сообщения, которые не удалось отправить или о судьбе которых ничего не известно, появятся здесь с причиной.
settings-unsent-show = Показать
settings-unsent-all = Все
settings-unsent-retry = Отправить снова
settings-unsent-retry-all = Отправить все снова
settings-unsent-discard = Отказаться
settings-unsent-discard-all = Отказаться от всех
settings-unsent-retry-sure = Отправить снова сообщений: { $count }?
settings-unsent-discard-sure = Отказаться от сообщений: { $count }?
settings-unsent-unknown = Возможно, дошло
settings-unsent-unknown-words = Связь прервалась до ответа Telegram. Прежде чем отправлять снова, загляните в чат.
settings-unsent-unreachable = Недоступен
settings-unsent-unreachable-words = Клиент заблокировал бота или удалил аккаунт. Сообщение дойдёт, когда он напишет снова.
settings-unsent-refused = Отклонено
settings-unsent-refused-words = Telegram отклонил сообщение.
settings-unsent-no-chat = без чата
settings-unsent-no-words = без текста
settings-unsent-said = Ответ Telegram:
settings-unsent-updates = Необработанные обновления
settings-unsent-updates-hint = Они обрабатываются заново при каждом запуске, в том числе после обновления программы.
settings-unsent-update = Обновление { $number }
settings-unsent-tries =
    { $count ->
        [one] { $count } попытка
        [few] { $count } попытки
       *[other] { $count } попыток
    }
settings-unsent-try = Попробовать снова
settings-unsent-still = Обработать всё ещё не удаётся.
settings-unsent-group-lost = Бота больше нет в группе сотрудников «{ $title }». Когда он вернётся, всё появится и там.
settings-unsent-group-lacking = Боту не хватает прав в группе сотрудников «{ $title }». Когда они у него будут, всё появится и там.
