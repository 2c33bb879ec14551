# Settings: service levels.

settings-sla = Сроки ответа
settings-sla-lead = Что вы обещаете клиентам, в какие часы идёт время и что происходит, когда оно кончается. Открытые обращения подстраиваются за секунды.
settings-promises = Обещания
settings-promises-hint = Сколько времени есть у каждой очереди. У отдельного приоритета может быть своё.
settings-promise-none = Не обещано
settings-promise-same = Как выше
settings-promise-own = { $queue }: обещание для одного приоритета
settings-promise-own-which = Для какого приоритета?
settings-promise-drop = Больше не обещать
settings-always = Круглосуточно
settings-target = Срок
# keys: settings-target-*
settings-target-first-reply = От первых слов клиента до первого ответа человека.
settings-target-next-reply = От самых старых слов без ответа до следующего ответа.
settings-target-resolution = От обращения до решения.
settings-calendar = Когда идёт время
settings-calendar-hint = В остальные часы время стоит.
settings-warn = Предупредить
settings-warn-hint = Тогда выполняются шаги «время на исходе».
settings-warn-at = когда прошло { $share } % срока
settings-pause = Останавливать, пока ждём ответа клиента
settings-pause-hint = Время пойдёт дальше, когда он ответит.
settings-reopened = Другой срок для открытых заново
settings-reopened-hint = Тот, кому пришлось вернуться, должен ждать меньше.
settings-calendars = Календари
settings-calendars-hint = Рабочие часы и нерабочие дни, каждый в своём часовом поясе.
settings-calendars-none = Календарей пока нет: все сроки идут круглосуточно.
settings-calendar-new = Новый календарь
settings-escalation = Эскалация
settings-escalation-hint = Что происходит само. Шаги выполняются сверху вниз, каждый один раз на обещание.
settings-escalation-none = Само пока ничего не происходит. Добавьте шаг, например: сообщить руководителям, когда обещание нарушено.
settings-step = Шаг
settings-step-new = Новый шаг
settings-moment = Когда
# keys: settings-moment-*
settings-moment-start = В очередь пришло обращение
settings-moment-warn = Время на исходе
settings-moment-breach = Обещание нарушено
settings-any-queue = Любая очередь
settings-any-metric = Любое обещание
settings-metric = Обещание
settings-do = Что происходит
# keys: settings-do-*
settings-do-notify = Сообщить людям
settings-do-raise-priority = Поднять приоритет
settings-do-move-queue = Перевести в другую очередь
settings-do-page-on-call = Вызвать дежурного
settings-whom = Кому
# keys: settings-whom-*
settings-whom-assignee = Ответственному
settings-whom-queue = Всем в очереди
settings-whom-leads = Руководителям
# keys: settings-notify-*
settings-notify-assignee = Сообщить ответственному
settings-notify-queue = Сообщить всем в очереди
settings-notify-leads = Сообщить руководителям
settings-priority = До какого
settings-raise-hint = Более срочное обращение таким и останется.
settings-raise-to = Поднять приоритет: { $priority }
settings-move-to = Перевести в { $queue }
