# Страница канала и группы.

# keys: place-kind-*
place-kind-bot = Бот
place-kind-channel = Канал
place-kind-community = Группа
place-kind-comments = Комментарии

# keys: place-topic-*
place-topic-questions = Вопросы
place-topic-statuses = Статусы
place-topic-faq = Частые вопросы

# keys: place-post-*
place-post-help = Как получить помощь
place-post-accounts = Официальные аккаунты

# keys: place-lack-*
place-lack-place = { $kind }: пока не выбрано
place-lack-away = Бота там нет. Добавьте его снова, администратором.
place-lack-admin = Бот не администратор. { $kind } → Администраторы → Добавить администратора.
place-lack-forum = Темы выключены. Группа → Изменить → Темы.
place-lack-right =
    Боту нельзя { $of ->
        [can_post_messages] публиковать. Канал → Администраторы → бот → «Публикация сообщений».
        [can_edit_messages] править и закреплять. Канал → Администраторы → бот → «Редактирование чужих публикаций».
        [can_pin_messages] закреплять. Группа → Администраторы → бот → «Закрепление сообщений».
        [can_manage_topics] управлять темами. Группа → Администраторы → бот → «Управление темами».
       *[other] всё, что нужно ({ $of }). Администраторы → бот.
    }
place-lack-topic = Не хватает темы
place-lack-post = Ещё не опубликовано: { $post }
place-lack-pin = Не закреплено: { $post }
place-lack-stale = 30 дней никто не подтверждал: { $post }

settings-places = Канал и группа
settings-places-lead = Где клиенты находят поддержку в Telegram: бот сам публикует, закрепляет и чинит.

## Что это за площадки
# keys: settings-place-*
settings-place-where = Площадки
settings-place-where-hint = Добавьте бота администратором; он проверяет всё каждые полчаса.
settings-place-all = Всё на месте.
settings-place-check = Проверить
settings-place-none = Не выбрано
settings-place-checking = Проверяем…
settings-place-ready = Готово
settings-place-lacks = { $count ->
    [one] Не хватает: { $count }
   *[other] Не хватает: { $count }
}
settings-place-channel-hint = Для новостей, с двумя закреплёнными сообщениями.
settings-place-community-hint = Группа с темами, где клиенты общаются между собой.
settings-place-use = Выбрать «{ $title }»
settings-place-add-channel = Добавить бота в канал
settings-place-add-community = Добавить бота в группу
settings-place-more = Ещё о «{ $title }»
settings-place-leave = Отказаться и убрать сообщения

settings-place-posts = Закреплённые сообщения
settings-place-posts-hint = Стоят в канале и группе. Раз в 30 дней подтверждайте, что всё верно.
settings-place-fresh = Актуально
settings-place-stale = Нужно подтвердить
settings-place-unconfirmed = Ещё никто не подтверждал
settings-place-confirmed = Подтверждает { $name }
settings-place-confirm = Всё верно
settings-place-edit = Изменить
settings-place-own = Свой текст
settings-place-own-hint = Выключено: обычный текст на языке поддержки.
settings-place-words = Текст
settings-place-words-help = Под ним стоит кнопка, открывающая бот.
settings-place-words-accounts = Под ним стоит список аккаунтов.

settings-place-accounts = Официальные аккаунты
settings-place-accounts-hint = Бот, а также канал и группа с публичным именем попадают в список сами. Добавьте аккаунты сотрудников.
settings-place-account-label = Чей аккаунт
settings-place-account-name = Имя в Telegram
settings-place-account-wrong = От 4 до 32 латинских букв, цифр или _
settings-place-account-add = Добавить аккаунт

settings-place-topics = Темы группы
settings-place-topics-hint = Чтобы взять уже существующую тему, отправьте в ней /setup.
settings-place-topic-questions = Участники спрашивают и отвечают друг другу
settings-place-topic-statuses = Сообщения о сбоях
settings-place-topic-faq = Выбранные статьи
settings-place-topic-state-absent = Пока нет
settings-place-topic-state-asked = Создаём
settings-place-topic-state-there = Есть
settings-place-topic-state-failed = Не получилось
settings-place-topic-name-hint = Пусто: обычное название на языке поддержки.
settings-place-topic-thread = Номер в Telegram
settings-place-topic-thread-hint = Число в конце ссылки на тему.
settings-place-topic-thread-wrong = Только цифры

settings-place-faq = Частые вопросы
settings-place-faq-hint = Тема показывает эти статьи и следует за каждой правкой.
settings-place-faq-articles = Статьи по порядку
settings-place-faq-none = Выберите самые частые вопросы
settings-place-faq-empty = Опубликованных статей пока нет
