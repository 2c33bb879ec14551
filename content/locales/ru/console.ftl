# Рабочее место сотрудников.

## Вход
console-sign-in-title = Вход в службу поддержки
console-sign-in-how = Напишите /console боту { $bot } в Telegram. Он пришлёт одноразовую ссылку для входа.
console-sign-in-no-bot = Напишите /console боту вашей службы в Telegram. Он пришлёт одноразовую ссылку для входа.
console-sign-in-open-bot = Открыть { $bot }
console-sign-in-demo = Это демонстрация. За кого войти?
console-sign-in-busy = Входим…
console-sign-in-failed = Войти не получилось
console-sign-in-link-spent = Ссылка уже использована или устарела. Напишите боту /console, он пришлёт новую.
console-problem-start = Сервер не отвечает
console-lost = Здесь ничего нет. Перейти к обращениям

## Списки
console-views = Списки
console-view-waiting = Ждут ответа
console-view-mine = Мои
console-view-unassigned = Не назначены
console-view-open = Открытые
console-view-resolved = Решённые
console-view-all = Все
console-view-key = { $view } (клавиша { $key })
console-search = Поиск
console-search-clear = Очистить поиск
console-loading = Загрузка
console-list-failed = Не удалось загрузить список
console-list-stale = Список мог устареть.
console-row-bot = Бот: { $words }
console-row-staff = Ответ: { $words }
console-vip = Важный клиент
console-vip-short = VIP
console-empty-waiting = Никто не ждёт
console-empty-waiting-next = Новые вопросы появятся здесь сами.
console-empty-mine = У вас нет обращений
console-empty-mine-next = Возьмите обращение клавишей I или ответьте на него: оно станет вашим.
console-empty-unassigned = У каждого обращения есть ответственный
console-empty-unassigned-next = Следующее появится здесь.
console-empty-open = Открытых обращений нет
console-empty-open-next = На всё отвечено. Новые появятся здесь сами.
console-empty-resolved = Решённых пока нет
console-empty-resolved-next = Здесь хранятся обращения, которые вы завершили.
console-empty-all = Обращений пока нет
console-empty-all-next = Напишите боту как клиент: первое обращение появится здесь.
console-empty-search = По запросу «{ $words }» ничего не найдено
console-empty-search-next = Ищите по номеру, имени, имени пользователя или теме.
console-go-open = Посмотреть открытые
console-go-unassigned = Посмотреть неназначенные
console-go-waiting = Посмотреть, кто ждёт
console-go-search-all = Искать во всех обращениях
console-no-ticket-title = Выберите обращение
console-no-ticket-words = J и K перемещают, Enter открывает.

## Работа
console-next = Следующее обращение
console-next-none = Вас ничего не ждёт
console-next-failed = Обращение не взято
console-presence = Присутствие
console-presence-tickets = Открытых обращений: { $open } из { $capacity }
console-presence-online = На месте
console-presence-away = Отошёл
console-presence-offline = Не на работе
console-presence-failed = Статус присутствия не изменён

## Обращение
console-ticket-label = Обращение № { $number }
console-ticket-missing = Обращения № { $number } нет
console-ticket-missing-next = Вернуться к списку
console-ticket-failed = Не удалось загрузить обращение № { $number }
console-back = Вернуться к списку
console-copy-link = Скопировать ссылку на обращение
console-link-copied = Ссылка на № { $number } скопирована
console-topic = Тема
console-queue = Очередь
console-reopen = Открыть снова
console-reopen-failed = Обращение не открыто снова
console-assignee = Ответственный: { $name }
console-assignee-none = Никто
console-assign-me = { $name } (вы)
console-assign-failed = Обращение не передано
console-unassign = Снять ответственного
console-staff-failed = Не удалось загрузить коллег. Нажмите, чтобы повторить.
console-status-accepted = Принято
console-status-in-progress = В работе
console-status-clarification = Уточняется
console-status-resolved = Решено
console-status-closed = Закрыто
console-status-reopened = Снова открыто
console-priority-low = Низкий
console-priority-normal = Обычный
console-priority-high = Высокий
console-priority-critical = Критический
console-waiting = ждёт { $span }
console-waiting-title = Человек не отвечал с { $time }
console-deadline-left = осталось { $span }
console-deadline-late = просрочено на { $span }
console-deadline-title = До { $time }
console-queue-place = { $position }-е в очереди
console-queue-place-next = первое в очереди
console-queue-place-title = Место среди ждущих, что их возьмут: { $queue }
console-fact-place = В очереди
console-deadline-paused = на паузе
console-deadline-paused-title = Ждём ответа клиента, время не идёт
console-deadline-passed = срок прошёл
console-sla-first-reply = Первый ответ
console-sla-next-reply = Следующий ответ
console-sla-resolution = Решение
console-sla-promise = Обещанный ответ
console-stretch-moment = < 1 мин
console-stretch-minutes = { $count } мин
console-stretch-hours = { $count } ч
console-stretch-days = { $count } д

## Переписка
console-conversation = Переписка
console-conversation-empty = Пока ничего не написано
console-conversation-failed = Не удалось загрузить переписку
console-earlier = Показать более ранние
console-earlier-failed = Ранние сообщения не загрузились. Повторить
console-new-messages =
    { $count ->
        [one] { $count } новое сообщение
        [few] { $count } новых сообщения
       *[many] { $count } новых сообщений
    }
console-today = Сегодня
console-yesterday = Вчера
console-author-bot = Бот
console-author-staff = Коллега
console-author-desk = Система
console-note-mark = внутренняя заметка, клиент её не видит
console-edited = изменено
console-edited-hide = скрыть прежний текст
console-delivery-pending = Отправляется…
console-delivery-sent-title = Доставлено
console-delivery-failed = Не доставлено.
console-delivery-ambiguous = Неизвестно, дошло ли сообщение.
console-delivery-ambiguous-title = Telegram принял сообщение, но не подтвердил. При повторной отправке оно может прийти дважды.
console-send-again = Отправить ещё раз
console-resend-failed = Повторно не отправлено
console-outgoing-failed = Не отправлено, текст сохранён.
console-try-again = Повторить
console-copy = Копировать
console-discard = Удалить
console-event-created = Обращение открыто ({ $who })
console-event-status = { $who }: { $status }
console-event-assigned = { $who }: обращение передано, теперь отвечает { $name }
console-event-taken = { $who }: обращение взято в работу
console-event-unassigned = { $who }: ответственный снят
console-event-returned =
    { $reason ->
        [silent] Снова в очереди: ответственный долго не отвечал
        [offline] Снова в очереди: ответственный ушёл
        [absent] Снова в очереди: ответственного не было на месте
       *[other] Снова в очереди
    }
console-event-handed =
    { $reason ->
        [round_robin] Обращение досталось по очереди: { $name }
        [least_loaded] Обращение досталось наименее занятому: { $name }
       *[other] Обращение досталось: { $name }
    }
console-event-priority = { $who }: приоритет «{ $priority }»
console-event-raised =
    { $reason ->
        [hacked] Возможно, аккаунт украден
        [fraud] Возможно, мошенничество
        [card_blocked] Карта заблокирована
        [payment_failed] Платёж не прошёл
        [kyc] Речь о проверке личности
        [security] Речь о безопасности
        [asked_for_person] Попросили человека
        [macro] Применён макрос
       *[other] Направлено заново
    }, приоритет «{ $priority }», очередь «{ $queue }»
console-event-person =
    { $reason ->
        [hacked] { $who }: нужен человек, возможно, аккаунт украден
        [fraud] { $who }: нужен человек, возможно, мошенничество
        [card_blocked] { $who }: нужен человек, карта заблокирована
        [payment_failed] { $who }: нужен человек, платёж не прошёл
        [kyc] { $who }: нужен человек, проверка личности
        [security] { $who }: нужен человек, речь о безопасности
       *[other] { $who }: нужен человек
    }
console-event-escalated =
    { $metric ->
        [first_reply] Первый ответ
        [next_reply] Следующий ответ
       *[resolution] Решение
    }{ $moment ->
        [start] , срочно с самого начала
        [warn] : время на исходе
       *[breach] : срок прошёл
    }, { $action ->
        [raise_priority] приоритет повышается
        [move_queue] переходит в другую очередь
        [page_on_call] вызван дежурный
       *[notify] команда оповещена
    }
console-event-reminded = Клиенту напомнили о вопросе
console-event-eta-moved = Клиенту назвали новое время
console-event-rated = { $who }: оценка { $score } из 5
console-event-low-rating = { $who }: оценка { $score } из 5. Разберётся руководитель
console-event-comment = { $who }: написано, почему такая оценка
console-event-held = { $who }: решение помогло
console-event-not-held = { $who }: решение не помогло
console-event-other = { $who }: обращение изменено
console-kind-photo = Фото
console-kind-document = Файл
console-kind-video = Видео
console-kind-animation = Анимация
console-kind-video-note = Видеосообщение
console-kind-voice = Голосовое сообщение
console-kind-audio = Аудио
console-kind-sticker = Стикер
console-kind-location = Место на карте
console-kind-contact = Контакт
console-kind-other = Сообщение, которое здесь нельзя показать
console-picture-open = Увеличить { $name }
console-picture-failed = Картинка не загрузилась.
console-picture-previous = Предыдущая картинка
console-picture-next = Следующая картинка
console-download = Скачать
console-voice-play = Слушать
console-voice-pause = Пауза
console-voice-position = Позиция
console-voice-failed = Звук не загрузился. Нажмите «Слушать» ещё раз.

## Ввод
console-composer = Написать
console-composer-mode = Что написать
console-mode-reply = Ответ
console-mode-note = Заметка
console-mode-ask = Уточнить
console-mode-resolve = Решить
console-mode-key = Клавиша { $key }
console-placeholder-reply = Ответ для { $name }…
console-placeholder-note = Заметка для коллег…
console-placeholder-ask = Что нужно от клиента: например, последние четыре цифры карты
console-placeholder-resolve = В одном-двух предложениях: что сделано?
console-hint-reply = { $name } прочитает это в Telegram. Язык клиента: { $language }.
console-hint-note = Это увидит только ваша команда.
console-hint-ask = { $name } получит вопрос, обращение будет ждать ответа. Язык клиента: { $language }.
console-hint-resolve = { $name } прочитает итог, обращение завершится. Язык клиента: { $language }.
console-hint-unreachable = Бот заблокирован ({ $name }): сообщение не дойдёт.
console-send-reply = Отправить
console-send-note = Сохранить
console-send-ask = Спросить
console-send-resolve = Решить
console-send-key = Ctrl+Enter
console-read-only = Вы можете читать это обращение, но не писать в нём.
console-macros = Макросы
console-key-macros = Макросы (в пустом ответе)
console-macro-field =
    { $field ->
        [field] Что нужно от клиента
        [what] Что сделано или происходит
        [next] Что дальше
       *[detail] Подробность
    }
console-macro-insert = Вставить
console-macro-send = Сразу отправить
console-macro-failed = Макрос не применён
console-macro-missing = Пока неизвестно: { $names }
console-macro-status =
    { $status ->
        [ask] вопрос клиенту
       *[resolve] обращение решено
    }
console-macro-queue = очередь: { $queue }
console-macro-assignee =
    { $assignee ->
        [me] обращение ваше
       *[nobody] назад в очередь
    }
console-macro-priority = приоритет: { $priority }

## Клиент
console-customer = Клиент
console-unreachable-title = Недоступен
console-unreachable-words = Клиент заблокировал бота или ушёл из Telegram. Пока он не вернётся, ответы не доходят.
console-fact-language = Язык
console-fact-created = Открыто
console-fact-first-reply = Первый ответ
console-fact-promised = Обещано до
console-fact-resolved = Решено
console-language-az = азербайджанский
console-language-en = английский
console-language-ru = русский
console-language-tr = турецкий
console-asked = Мы спросили
console-summary = Итог
console-other-tickets = Другие обращения
console-other-tickets-none = Это первое.

## Меню, команды, клавиши
console-menu = { $name }: меню
console-menu-language = Язык
console-menu-theme = Оформление
console-menu-keys = Клавиатура
console-menu-sign-out = Выйти
console-sign-out-failed = Выйти не получилось
console-theme-auto = Как в системе
console-theme-light = Светлое
console-theme-dark = Тёмное
console-role-admin = Администратор
console-role-l1 = Первая линия
console-role-l2 = Вторая линия
console-role-vip = VIP-консьерж
console-role-moderator = Модератор
console-role-editor = Редактор
console-role-analyst = Аналитик
console-role-compliance = Комплаенс
console-commands = Команды
console-commands-key = Ctrl K
console-command-placeholder = Номер обращения, список, язык…
console-command-ticket = Открыть обращение № { $number }
console-command-search = Искать «{ $words }» во всех обращениях
console-command-nothing = Ничего не найдено
console-close = Закрыть
console-key-move = Следующее, предыдущее обращение
console-key-open = Открыть обращение
console-key-search = Поиск
console-key-views = Списки
console-key-reply = Ответ
console-key-note = Заметка
console-key-ask = Уточнить у клиента
console-key-resolve = Решить
console-key-take = Взять обращение
console-key-send = Отправить
console-key-back = Назад
console-key-commands = Команды
console-key-help = Этот список

## Связь и ошибки
console-live = На связи
console-connecting = Подключаемся…
console-not-live = Нет связи
console-connection-lost = Связь потеряна. Данные на экране могли устареть; мы пробуем подключиться снова.
console-reason-offline = Сервер недоступен. Проверьте сеть.
console-reason-timeout = Сервер слишком долго не отвечал.
console-reason-signed-out = Сеанс завершён. Войдите снова.
console-reason-forbidden = Ваша роль этого не разрешает.
console-reason-too-fast = Слишком много запросов сразу. Подождите немного.
console-reason-desk = Неполадка на сервере. Попробуйте чуть позже.
console-reason-refused = Сервер не принял запрос ({ $code }).
console-reason-unexpected = Произошла непредвиденная ошибка.
