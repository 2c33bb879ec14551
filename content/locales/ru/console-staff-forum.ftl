# Настройки групп сотрудников в консоли.

settings-forum = Группы сотрудников
settings-forum-lead = Для тех, кто отвечает в Telegram: каждая заявка — тема в группе, и всё, что пишут в ней, уходит клиенту.
settings-forum-groups = Группы
settings-forum-groups-hint = Новые заявки идут в первую группу, где есть место и не тесно.
settings-forum-add = Подключить группу
settings-forum-none = Групп пока нет. Подключите одну, и каждая новая заявка станет в ней темой.
settings-forum-step-group = В Telegram создайте группу сотрудников и включите в ней темы.
settings-forum-step-bot = Добавьте бота администратором с правами управлять темами и закреплять сообщения.
settings-forum-step-code = Отправьте в группу:
settings-forum-copy = Копировать
settings-forum-once = Код одноразовый, действует 15 минут.
# keys: settings-forum-state-*
settings-forum-state-checking = Спрашиваем Telegram
settings-forum-state-works = Работает
settings-forum-state-lacking = Чего-то не хватает
settings-forum-state-lost = Бота нет в группе
settings-forum-paused = На паузе
settings-forum-lost = Бота больше нет в этой группе. Добавьте его снова или отключите группу.
settings-forum-topics =
    { $count ->
        [one] { $count } тема
        [few] { $count } темы
       *[other] { $count } тем
    }
settings-forum-waiting =
    { $count ->
        [one] { $count } сообщение ждёт очереди в Telegram
        [few] { $count } сообщения ждут очереди в Telegram
       *[other] { $count } сообщений ждут очереди в Telegram
    }
settings-forum-more = Ещё для { $title }
settings-forum-check = Проверить снова
settings-forum-pause = Пока без новых тем
settings-forum-resume = Снова принимать темы
settings-forum-unlink = Отключить
settings-forum-rules = Для всех групп
settings-forum-mark = Знак внутренних строк
settings-forum-mark-hint = Строки с этим знаком в начале остаются внутри. Сообщение, которое с него начинается, остаётся внутри целиком.
settings-forum-most = Тем в группе, не больше
settings-forum-most-hint = Дальше новые заявки идут в следующую группу. Очень большие группы в Telegram работают медленно.
# keys: forum-need-*
forum-need-forum = тем: настройки группы → Темы
forum-need-admin = бота среди администраторов: настройки группы → Администраторы
forum-need-topics = права бота «Управление темами»
forum-need-pins = права бота «Закрепление сообщений»
