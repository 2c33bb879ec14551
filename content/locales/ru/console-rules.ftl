# Settings: automation.

settings-automation = Автоматизация
automation-lead = Что служба делает сама: что-то произошло, условие выполнено — правило действует.
automation-rules = Правила
automation-rules-hint = Сверху вниз: каждое видит, что сделали те, что выше.
automation-none = Правил пока нет. Напишите первое: оно выключено, пока вы его не включите.
automation-rule = Правило
automation-new = Новое правило
automation-today = сегодня: { $count }
automation-state-paused = Выключено: слишком часто
automation-paused = Правило срабатывало слишком часто и выключено. Посмотрите, что оно делало, прежде чем включать снова.
automation-active = Включено
automation-active-hint = Действует на то, что случится после включения, и не трогает прошлое.
automation-saved = Сохранено. Действует новая версия.
automation-saved-off = Сохранено. Правило выключено: проверьте его, затем включите.
automation-delete = Удалить
automation-delete-sure = Удалить навсегда
automation-versions-hint = Выберите версию, чтобы продолжить с неё.
automation-when = Когда
# keys: automation-on-*
automation-on-created = Обращение открыто
automation-on-message-in = Клиент пишет снова
automation-on-message-out = Сотрудник ответил
automation-on-status-changed = Меняется статус
automation-on-clarification-asked = Клиенту задан вопрос
automation-on-sla = Срок близко или пропущен
automation-on-rated = Поставлена оценка
automation-on-time-since = Прошло время
# keys: automation-status-*
automation-status-from = Из статуса
automation-status-to = В статус
automation-sla = Что происходит
# keys: automation-sla-*
automation-sla-warn = Срок близко
automation-sla-breach = Срок пропущен
automation-metric = Обещание
# keys: automation-metric-*
automation-metric-any = любое обещание
automation-metric-first-reply = первый ответ
automation-metric-next-reply = следующий ответ
automation-metric-resolution = решение
automation-rated = Оценка от { $least } до { $most }
# keys: automation-score-*
automation-score-at-least = Нижняя оценка
automation-score-at-most = Верхняя оценка
automation-since = Прошло { $time }: { $moment }
automation-time = Сколько
automation-moment = С какого момента
# keys: automation-moment-*
automation-moment-created = открытие обращения
automation-moment-customer-message = последние слова клиента
automation-moment-agent-reply = последний ответ
automation-moment-resolved = решение
automation-moment-clarification = заданный вопрос
automation-moment-waiting = клиент начал ждать
# keys: automation-a*
automation-all = Если выполнено всё
automation-any = И хотя бы одно из этого
automation-condition-add = Добавить условие
automation-what = Что
automation-choose = Выберите
automation-is = Как сравнивать
automation-is-one = одно из
automation-is-none = ни одно из
automation-is-not = { $name }, кроме: { $values }
# keys: automation-field-*
automation-field-topic = Тема
automation-field-queue = Очередь
automation-field-priority = Приоритет
automation-field-status = Статус
automation-field-language = Язык
automation-field-tag = Метки
automation-field-words = Слова в сообщении
automation-field-vip = VIP
automation-field-assignee = Ответственный
automation-field-business-hours = Рабочее время
automation-field-messages = Сообщения клиента
automation-field-waiting = Ожидание
automation-words-hint = Enter после каждого. Регистр и значки над буквами не важны.
automation-tags-hint = Enter после каждой.
# keys: automation-assignee-*
automation-assignee-none = Ответственного нет
automation-assignee-present = Ответственный есть
automation-hours = Когда
automation-hours-inside = в рабочее время
automation-hours-outside = вне рабочего времени
automation-hours-in = { $calendar }: в рабочее время
automation-hours-out = { $calendar }: вне рабочего времени
automation-calendar = Календарь
automation-messages = Сообщений клиента: от { $least } до { $most }
automation-messages-least = Сообщений клиента: { $least } или больше
# keys: automation-count-*
automation-count-at-least = Не меньше
automation-count-at-most = Не больше
automation-waiting = Ждёт { $time } или дольше
automation-waits = Ждёт не меньше
automation-then = Тогда
automation-deed-add = Добавить действие
automation-deed = Что сделать
# keys: automation-do-*
automation-do-set-priority = Установить приоритет
automation-do-move-queue = Перенести в очередь
automation-do-assign = Назначить
automation-do-tag = Поставить метки
automation-do-untag = Снять метки
automation-do-macro = Написать макросом
automation-do-note = Оставить заметку
automation-do-notify = Оповестить
automation-do-end = Завершить макросом
automation-do-snooze = Отложить
automation-macro = Макрос
automation-end = Как завершить
# keys: automation-end-*
automation-end-resolve = Решено
automation-end-close = Закрыть
automation-whom = Кого
# keys: automation-whom-*
automation-whom-assignee = ответственного
automation-whom-queue = очередь
automation-whom-leads = руководителей
automation-notice = Что они прочтут
automation-trial = Проверить на прошлом
automation-trial-hint = Что сделало бы правило с последними 200 обращениями. С ними ничего не произойдёт.
automation-trial-go = Проверить
automation-trial-failed = Проверить не удалось
automation-trial-stale = С тех пор правило изменилось. Проверьте ещё раз.
automation-trial-sum = Сработало бы: { $times }. Обращений: { $tickets } из { $looked }
automation-trial-storm = За одну минуту: { $count }. Правило было бы выключено.
automation-trial-part = Просмотрены не все обращения: вышло время или их больше.
automation-trial-unknown = Чего прошлое не говорит: { $what }.
# keys: automation-unknown-*
automation-unknown-vip = кто тогда был VIP
automation-unknown-calendar = тогдашние календари
automation-unknown-words = слова до правки
automation-unknown-queue = очередь старых обращений
automation-unknown-people = что после этого сделали бы люди
automation-unknown-others = что после этого сделали бы другие правила
# keys: automation-outcome-*
automation-outcome-nothing = менять нечего
automation-outcome-refused = действие невозможно
automation-runs = Что сделали правила
automation-runs-hint = Сначала новые. Каждое действие есть и в истории обращения.
automation-runs-none = Пока ничего.
automation-runs-more = Показать более ранние
