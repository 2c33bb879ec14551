# What the API answers to a request that it refuses: what is wrong, and what to do.

# keys: error-*
error-request-invalid = { $field }: { $problem }. Исправьте и отправьте ещё раз.
error-request-unreadable = Запрос не удалось прочитать. Отправьте JSON, как в описании API.
error-request-too-large = Запрос слишком большой. Отправьте меньше за раз.
error-request-repeated = Это уже отправлено.
error-too-many-requests = Слишком много запросов. Подождите минуту и повторите.
error-not-found = По этому адресу ничего нет.
error-internal = У нас произошёл сбой. Ничего не изменилось; повторите попытку.
error-ticket-unknown = Обращения № { $ticket } нет.
error-message-unknown = В этом обращении нет такого сообщения.
error-attachment-unknown = Такого файла нет.
error-file-gone = Этого файла больше нет в Telegram. Попросите клиента прислать его снова.
error-file-too-large = Файл больше 20 МБ, боты такие не получают. Попросите файл поменьше.
error-file-not-reachable = Не удалось связаться с Telegram. Повторите попытку.
error-permission-missing = Ваша роль этого не позволяет. Обратитесь к администратору.
error-status-not-possible =
    В нынешнем состоянии обращения ({ $status ->
        [resolved] решено
        [closed] закрыто
        [clarification] ждём ответа клиента
        [in_progress] в работе
        [reopened] снова открыто
       *[other] принято
    }) это невозможно. Откройте его заново.
error-assignee-unknown = Этот сотрудник здесь больше не работает. Выберите другого.
error-staff-unknown = Такого сотрудника здесь нет.
error-staff-exists = Сотрудник с этим аккаунтом Telegram уже есть.
error-role-unknown = Роли { $role } нет. Выберите одну из этих: { $roles }.
error-permission-not-yours = У вас самих нет права { $permission }, поэтому его нельзя ни дать, ни забрать. Обратитесь к администратору.
error-admin-needs-permissions = За ролью admin остаются эти права, иначе службой некому будет управлять: { $permissions }.
error-role-gone = Роли { $role } нет. Загрузите список заново.
error-admin-stays = Роль admin нельзя удалить. Она нужна всегда.
error-role-in-use = Роль { $role } используется. Сначала дайте её сотрудникам другую роль; их сейчас: { $people }.
error-last-admin = Это последний администратор. Сначала назначьте администратором кого-то ещё.
error-cursor-broken = Список изменился. Прочитайте его с начала.
error-link-spent = Эта ссылка уже использована или старше 10 минут. Отправьте боту /console, чтобы получить новую.
error-session-ended = Вы не вошли. Войдите и повторите.
error-csrf-header-missing = Нет заголовка x-nightdesk. Отправляйте его с каждым изменением.
error-demo-only = Такой вход есть только в демо. Отправьте боту /console.
error-resend-not-needed = Это сообщение в пути или уже доставлено.
error-ticket-without-chat = У этого обращения нет чата для ответа.
error-capacity-full = У вас уже столько открытых обращений, сколько можно: { $capacity }. Завершите одно, прежде чем взять следующее.
error-queue-unknown = Очереди { $queue } нет. Выберите существующую.
error-macro-unknown = Такого макроса в работе нет. Выберите другой.
error-macro-changed = Этот макрос тем временем сохранил кто-то другой. Прочитайте его снова и повторите правку.
error-macro-missing = Пока без значения: { $names }. Заполните или выберите другой макрос.
error-topic-unknown = Темы { $topic } нет. Выберите существующую.
error-variable-unknown = { $language }: имени { $name } нет. В текстах могут стоять: { $names }.
error-template-broken = { $language }: текст не читается ({ $problem }). Исправьте это место и сохраните снова.
error-template-braces = { $language }: клиент увидел бы фигурную скобку. Пишите имена в двойных скобках, а другого в скобках не пишите.
error-template-hole = { $language }: одно из значений осталось бы пустым. Дайте ему слова или поместите в условие.
error-template-empty = { $language }: от текста ничего не осталось бы. Добавьте слова, которые стоят всегда.
error-template-too-long = { $language }: текст длиннее { $most } знаков. Сократите его.
error-incident-unknown = Инцидента { $incident } нет. Обновите список.
error-incident-over = Этот инцидент завершён. Если он вернулся, объявите новый.
error-incident-without-words = Напишите хотя бы на одном языке.
