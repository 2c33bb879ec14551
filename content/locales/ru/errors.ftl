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
error-status-not-possible = В нынешнем состоянии обращения ({ $status }) это невозможно. Откройте его заново.
error-assignee-unknown = Этот сотрудник здесь больше не работает. Выберите другого.
error-staff-unknown = Такого сотрудника здесь нет.
error-staff-exists = Сотрудник с этим аккаунтом Telegram уже есть.
error-role-unknown = Роли { $role } нет. Выберите l1, l2 или admin.
error-cursor-broken = Список изменился. Прочитайте его с начала.
error-link-spent = Эта ссылка уже использована или старше 10 минут. Отправьте боту /console, чтобы получить новую.
error-session-ended = Вы не вошли. Войдите и повторите.
error-csrf-header-missing = Нет заголовка x-nightdesk. Отправляйте его с каждым изменением.
error-demo-only = Такой вход есть только в демо. Отправьте боту /console.
error-resend-not-needed = Это сообщение в пути или уже доставлено.
error-ticket-without-chat = У этого обращения нет чата для ответа.
