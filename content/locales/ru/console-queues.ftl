# Settings: queues and routing.

settings-queues = Очереди и маршруты
settings-queues-lead = Как обращение находит свою очередь, а в ней своего сотрудника.
settings-queues-part = Очереди
settings-queues-hint = Как очередь раздаёт обращения и когда забирает их назад.
settings-queues-none = Очередей пока нет. Команда «seed» добавит обычные.
settings-way = Кому достаётся обращение
# keys: settings-way-*
settings-way-pull = Сотрудник берёт следующее сам
settings-way-round-robin = По очереди
settings-way-least-loaded = У кого меньше всего
settings-way-hint-pull = Ничего не раздаётся: сотрудники сами просят следующее.
settings-way-hint-round-robin = Следующее получит тот, кто дольше всех ждал обращения.
settings-way-hint-least-loaded = Следующее получит тот, у кого меньше всего открытых.
settings-silent = Забирать у молчащего
settings-silent-hint = Когда клиент прождал ответа столько времени.
settings-silent-after = назад после { $time } молчания
settings-offline = Забирать у отсутствующего
settings-offline-hint = Когда сотрудника нет на связи столько времени.
settings-offline-after = назад после { $time } не на связи
settings-rules = Правила маршрутов
settings-rules-hint = Сверху вниз: решает первое подходящее правило. Без правила обращение идёт в очередь своей темы.
settings-rules-none = Правил пока нет: каждое обращение идёт в очередь своей темы.
settings-rule = Правило
settings-rule-new = Новое правило
settings-rule-up = Правило { $number }: выше
settings-rule-down = Правило { $number }: ниже
settings-rule-always = Любое обращение
settings-or = или
# keys: settings-when-*
settings-when-any = Любые
settings-when-topics = Темы
settings-when-reasons = Срочные слова
settings-when-priorities = Приоритеты
settings-when-languages = Языки
settings-when-regions = Часовые пояса клиентов
# keys: settings-vip-*
settings-vip-any = Все
settings-vip-only = Только VIP
settings-vip-not = Не VIP
settings-to-queue = Куда
settings-to-usual = В очередь своей темы
settings-to-priority = Приоритет
settings-to-unchanged = Не менять
settings-to-needed = Правило называет очередь, приоритет или и то и другое.
# keys: settings-reason-*
settings-reason-hacked = взломанный аккаунт
settings-reason-fraud = мошенничество
settings-reason-card-blocked = заблокированная карта
settings-reason-payment-failed = неудачный платёж
settings-reason-kyc = проверка личности
settings-reason-security = безопасность
settings-reason-asked-for-person = просьба позвать человека
settings-people = Сотрудники
settings-people-hint = Кто что берёт на себя.
settings-serves = Очереди
settings-serves-hint = Следующее обращение придёт из этих.
settings-serves-all = Все очереди
settings-speaks = Языки
settings-speaks-hint = Обращение на другом языке получит тот, кто на нём говорит, если такой есть.
settings-speaks-all = Любой язык
settings-capacity = Открытых обращений сразу
settings-capacity-hint = Больше этого никому не дают.
settings-shifts = Работает посменно
settings-shifts-hint = Вне смены ничего не получает.
