# Канал и группа: закреплённые сообщения, тихие ответы и настройка.

place-help =
    Нужна помощь 24/7? Нажмите «Поддержка»: бот откроет обращение за 30 секунд.
    Статус и срок будут в его ответе. Кто пишет от нашего имени: смотрите второй закреп.
place-help-button = Поддержка
place-accounts =
    От имени { $desk } пишут только эти аккаунты.
    Мы никогда не пишем первыми о деньгах и не просим пароли и коды.

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

# keys: quiet-answer-*
quiet-answer = Похоже, это личный вопрос, а здесь читают все. Нажмите кнопку: бот возьмёт ваши слова с собой, и прочтём их только мы.
quiet-answer-asked = Я помогаю в личном чате: там читаем только мы.
quiet-answer-carry = Перенести в бот
quiet-answer-open = Открыть бот

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

setup-title = Площадки { $desk } в Telegram
setup-place-none = ▫️ { $kind }: пока не выбрано
setup-place-checking = ⏳ { $kind } «{ $title }»: смотрю, что мне там разрешено
setup-place-ready = ✅ { $kind } «{ $title }»
setup-place-lacks = ⚠️ { $kind } «{ $title }»
setup-topics = Темы: { $topics }
setup-next = Остальное сделаю сам, как только получу права. После изменений нажмите «Проверить».
setup-done = Всё на месте. Проверяю каждые полчаса.
setup-use-channel = Канал «{ $title }»
setup-use-group = Группа «{ $title }»
setup-add-channel = Добавить меня в канал
setup-add-group = Добавить меня в группу
setup-check = Проверить
setup-begun = Принимаюсь за дело. Темы и закрепы появятся через минуту; чего не хватает, написано в нашем чате.
setup-open = Открыть чат
setup-which-topic = Какая это тема?
setup-adopted = Готово. Теперь это она.
setup-not-yours = Эта кнопка для тех, кто ведёт группу.

# keys: error-place-*
error-place-unknown = Бот там не администратор. Назначьте его и выберите снова.
