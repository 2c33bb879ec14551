# Settings: quiet hours, surveys, low ratings, incidents.

settings-languages = Языки
settings-more = Показать ещё

## Quiet hours and surveys
settings-surveys = Тихие часы и опросы
settings-surveys-lead = Когда клиентов не беспокоят и о чём спрашивают, когда дело закончено.
settings-quiet = Тихие часы
settings-quiet-hint = По часам самого клиента. О критичном и в ответ на его действия пишем в любое время.
settings-quiet-on = Не беспокоить ночью
settings-quiet-on-hint = Всё накопленное уйдёт один раз, когда тихие часы кончатся. Клиент может выбрать свои.
settings-quiet-from = С
settings-quiet-until = До
settings-quiet-awake = Сколько минут считаем, что человек не спит
settings-quiet-awake-hint = Кто писал или нажимал за это время, узнаёт сразу.
settings-quiet-waking = Очереди, которые могут разбудить
settings-quiet-waking-hint = Об их делах пишем в любое время.
settings-quiet-waking-none = Никакие
settings-after = После решения
settings-after-hint = Если не сказано иное, часы считаются от решения.
settings-survey = Просить оценку
settings-survey-hint = Одно нажатие и слова по желанию. Низкая оценка становится задачей руководителю.
settings-survey-style = Вид
# keys: settings-survey-style-*
settings-survey-style-faces = Лица
settings-survey-style-stars = Звёзды
# keys: settings-survey-*, keys: settings-follow-*, keys: settings-close-*, keys: settings-remind-*, keys: settings-abandon-*, keys: settings-nps-*
settings-survey-hours = Спросить через
settings-survey-hours-hint = 0: сразу.
settings-follow-up-hours = Спросить «всё в порядке?» через
settings-follow-up-hours-hint = От 24 до 72 часов. Ответ «нет» снова открывает обращение.
settings-close-hours = Закрыть через
settings-close-hours-hint = После этого ответ начнёт новое обращение.
settings-remind-hours = Напомнить о нашем вопросе через
settings-remind-hours-hint = С того момента, как спросили.
settings-abandon-hours = Закрыть без ответа через
settings-abandon-hours-hint = После напоминания.
settings-nps = Спрашивать, порекомендуют ли вас
settings-nps-hint = От 0 до 10, редко и никогда в один день с оценкой.
settings-nps-hours = Спросить через
settings-nps-hours-hint = 0: сразу.
settings-nps-days = Не чаще раза в столько дней
settings-nps-after = Начиная с какого решённого обращения
settings-nps-share = Скольких из тех, кого можно спросить, в процентах

## Low ratings
settings-ratings = Низкие оценки
settings-ratings-lead = Что пошло не так, словами клиента. Посмотрите обращение, исправьте и напишите, что сделали.
settings-ratings-show = Какие оценки
# keys: settings-ratings-show-*
settings-ratings-show-open = Ждут
settings-ratings-show-handled = Разобраны
# keys: settings-ratings-none-*
settings-ratings-none-open = Низких оценок нет
settings-ratings-none-open-words = Если кто-то поставит 1 или 2 из 5, это появится здесь.
settings-ratings-none-handled = Пока ничего не разобрано
settings-ratings-none-handled-words = Разобранное остаётся здесь вместе с тем, что сделано.
settings-rating-agent = обращение вёл(а) { $name }
settings-rating-handle = Разобрано: { $name }
settings-rating-done = Разобрано
settings-rating-note = Что сделано?
settings-rating-note-hint = Для коллег. Можно оставить пустым.
settings-rating-by = Разобрал(а) { $name }
console-rating = Оценка
console-rating-score =
    { $kind ->
        [nps] { $score } из 10
       *[csat] { $score } из 5
    }
console-follow-up = Всё в порядке?
console-follow-up-state =
    { $state ->
        [yes] Да
        [no] Нет, повторилось
       *[asked] Спросили, ответа пока нет
    }

## Incidents
settings-incidents = Сбои
settings-incidents-lead = Одна известная проблема, много обращений: они собраны вместе, сразу получают ответ и узнают, когда всё починено.
settings-incidents-show = Какие сбои
# keys: settings-incidents-show-*
settings-incidents-show-open = Идут сейчас
settings-incidents-show-all = Все
settings-incidents-none = Всё в порядке
settings-incidents-none-words = Если многие клиенты пишут об одном и том же, объявите сбой.
settings-incident-new = Объявить сбой
settings-incident-declare = Объявить
# keys: settings-incident-status-*
settings-incident-status-investigating = Разбираемся
settings-incident-status-identified = Знаем причину
settings-incident-status-monitoring = Починили, следим
settings-incident-status-resolved = Позади
settings-incident-tickets = { $count ->
    [one] { $count } обращение
    [few] { $count } обращения
   *[other] { $count } обращений
}
settings-incident-untold = ещё не сказано: { $count }
settings-incident-title = Как называется
settings-incident-text = Что скажем клиентам
settings-incident-text-hint = Что случилось, что вы делаете, когда будут новости.
settings-incident-words = Слова, которыми пишут клиенты
settings-incident-words-hint = После каждого нажмите Enter. Окончания не важны.
settings-incident-since = Уже открытые обращения
settings-incident-since-hours = { $hours ->
    [0] Входят только новые
    [1] И те, что за последний час
   *[other] И те, что за последние { $hours } ч
}
settings-incident-by-hand = Без слов и тем обращения добавляют вручную.
settings-incident-only-new = По этим правилам войдут обращения, которые придут с этой минуты.
settings-incident-takes = Открытых обращений войдёт сразу: { $count }
settings-incident-said = Что сказано
settings-incident-now = Как обстоят дела
settings-incident-news = Что нового
settings-incident-tell = Сообщить
settings-incident-end = Завершить и сообщить всем
settings-incident-end-hint = Каждый, кого это коснулось, узнает один раз.
settings-incident-end-words = Что было и что уже починено.
