# Кабинет: что клиент читает на своей странице.

# Когда ответит сотрудник; внутри других текстов.
cabinet-by =
    { $day ->
        [today] до { $time }
        [tomorrow] завтра до { $time }
       *[later] { $date } до { $time }
    }

cabinet-title = Поддержка
cabinet-tickets = Мои обращения
cabinet-ticket = № { $id }
cabinet-settings = Настройки
cabinet-help = Помощь
cabinet-ask = Новый вопрос
cabinet-refresh = Обновить
cabinet-loading = Загружаем
cabinet-close = Закрыть
cabinet-again = Попробовать снова
cabinet-more = Показать ещё
cabinet-change = Изменить
cabinet-send = Отправить

cabinet-filter = Какие обращения
cabinet-filter-open = Открытые
cabinet-filter-ended = Решённые
cabinet-empty = Открытых вопросов нет
cabinet-empty-hint = Спросите о чём угодно: ответит человек, а здесь будет видно когда.
cabinet-empty-ended = Здесь пока пусто
cabinet-empty-ended-hint = Всё, что мы для вас решили, останется здесь.
cabinet-you = Вы: { $words }
cabinet-unread =
    { $count ->
        [one] { $count } новое сообщение
        [few] { $count } новых сообщения
       *[other] { $count } новых сообщений
    }
cabinet-in-by = { $by } · через { $minutes } мин
cabinet-late-short = немного опаздываем

cabinet-status-accepted = Принято
cabinet-status-in-progress = В работе
cabinet-status-in-progress-by = В работе · занимается { $agent }
cabinet-status-clarification = Нужно уточнение от вас
cabinet-status-resolved = Решено
cabinet-status-closed = Закрыто
cabinet-status-reopened = Снова открыто

cabinet-answers =
    { $who ->
        [agent] { $agent } ответит вам прямо здесь.
       *[person] Сотрудник ответит вам прямо здесь.
    }
cabinet-answers-by =
    { $who ->
        [agent] { $agent } ответит { $by }.
       *[person] Сотрудник ответит { $by }.
    }
cabinet-in = Через { $minutes } мин
cabinet-late = Мы не успели к сроку. Сотрудник ответит вам прямо здесь.
cabinet-next = Ваша очередь следующая.
cabinet-before =
    { $count ->
        [one] Перед вами { $count } человек.
        [few] Перед вами { $count } человека.
       *[other] Перед вами { $count } человек.
    }
cabinet-need = Нам нужно: { $need }
cabinet-need-words = Ответьте ниже, и мы продолжим.

cabinet-conversation = Переписка
cabinet-earlier = Показать более ранние
cabinet-fresh = Новое сообщение
cabinet-today = Сегодня
cabinet-yesterday = Вчера
cabinet-author-you = Вы
cabinet-author-bot = Бот
cabinet-author-staff = Поддержка
cabinet-edited = изменено
cabinet-file =
    { $kind ->
        [photo] Фото
        [video] Видео
        [voice] Голосовое сообщение
       *[other] Файл
    }
cabinet-write = Сообщение
cabinet-answer = Ваш ответ
cabinet-sending = Отправляем
cabinet-not-sent = Не отправлено. Текст сохранён.
cabinet-retry = Отправить снова
cabinet-drop = Удалить

cabinet-about = Об этом обращении
cabinet-notify = Сообщать об изменениях
cabinet-notify-hint = Бот напишет, когда что-то изменится. Ответы приходят в любом случае.
cabinet-topic = Тема
cabinet-agent = Кто занимается
cabinet-opened = Открыто
cabinet-close-ticket = Вопрос решён, закрыть
cabinet-close-hint = В течение 3 дней его можно открыть снова.
cabinet-close-sure = На закрытое обращение никто не отвечает. Закрыть?
cabinet-close-yes = Да, закрыть
cabinet-reopen = Открыть снова
cabinet-over = Обращение завершено
cabinet-over-hint = Оно завершено уже давно. Просто задайте новый вопрос.
cabinet-rate = Как мы справились?
cabinet-rated = Спасибо, это нам помогает.
cabinet-rate-1 = Очень плохо
cabinet-rate-2 = Плохо
cabinet-rate-3 = Так себе
cabinet-rate-4 = Хорошо
cabinet-rate-5 = Отлично

cabinet-topic-ask = О чём вопрос?
cabinet-secrets = Не пишите полный номер карты, пароли и коды из СМС. Мы их никогда не спрашиваем.
cabinet-kept = { $reason } Ваш текст сохранён здесь.

cabinet-language = Язык
cabinet-times = Время
cabinet-zone = Часовой пояс
cabinet-zone-desk = Как у поддержки ({ $zone })
cabinet-zone-here = Как на этом телефоне ({ $zone })
cabinet-zone-search = Город или регион, по-английски
cabinet-zone-none = Такого пояса нет. Попробуйте крупный город рядом.
cabinet-notices = О чём пишет бот
cabinet-notices-series = О каждом шаге
cabinet-notices-short = Только о важном
cabinet-notices-hint = Ответы, вопросы и итог приходят всегда; о каждом шаге — ещё и новые сроки, и вопрос, как всё прошло. То, что вы включили в самом обращении, действует для него.
cabinet-quiet = Тихие часы
cabinet-quiet-hint = В это время бот вас не беспокоит. Срочное всё равно приходит.
cabinet-quiet-desk = Как обычно: { $from }–{ $until }
cabinet-quiet-desk-none = Как обычно: в любое время
cabinet-quiet-own = Свои часы
cabinet-quiet-off = Писать в любое время
cabinet-quiet-from = С
cabinet-quiet-until = До
cabinet-quiet-same = Выберите конец, который отличается от начала.
cabinet-consents = На что вы согласились
cabinet-consent-given = Согласие дано { $at }
cabinet-consent-withdrawn = Отозвано { $at }
cabinet-consent-none = Сейчас согласия нет. Новый вопрос даст его снова.
cabinet-withdraw = Отозвать согласие
cabinet-withdraw-hint = То, что уже написано, сохранится. Новый вопрос даст согласие снова.
cabinet-withdraw-yes = Да, отозвать
cabinet-leave = Выйти здесь
cabinet-leave-hint = В этом браузере ничего вашего не останется.

cabinet-waiting = Ждёт связи
cabinet-waiting-hint = Уйдёт само, как только появится связь.
cabinet-offline = Нет связи. Написанное не пропадёт.
cabinet-unreachable = Сейчас до нас не достучаться
cabinet-unknown = Не найдено
cabinet-unknown-number = Здесь нет № { $id }
cabinet-unknown-page = Такой страницы нет
cabinet-unknown-hint = Возможно, это обращение другого аккаунта.
cabinet-to-tickets = К моим обращениям
cabinet-closed = Откройте страницу из чата
cabinet-closed-hint = Отправьте боту /cabinet и нажмите кнопку, которая придёт.
cabinet-to-chat = Вернуться в чат

cabinet-reason-unexpected = Здесь что-то пошло не так. Попробуйте ещё раз.
cabinet-reason-offline = Нет связи. Попробуйте чуть позже.
cabinet-reason-too-fast = Слишком быстро. Подождите минуту и попробуйте снова.
cabinet-reason-desk = У нас что-то сломалось. Попробуйте через минуту.
