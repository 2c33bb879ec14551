# Известная проблема: что слышат клиенты и что пишется в месте для статусов.

incident-known =
    Мы знаем об этом: { $title }
    { $text }
    Следующие новости { by }. У вас что-то другое?
incident-known-soon =
    Мы знаем об этом: { $title }
    { $text }
    Напишем сюда, как только исправим. У вас что-то другое?
incident-news =
    № { $id } · { $title }
    { $text }
    Следующие новости { by }.
incident-news-soon =
    № { $id } · { $title }
    { $text }
    Напишем сюда, как только исправим.
incident-over =
    № { $id } · исправлено: { $title }
    { $text }
    Проблема осталась? Откройте снова, и сотрудник посмотрит.
incident-over-talk =
    № { $id } · исправлено: { $title }
    { $text }
    По вашему вопросу продолжаем здесь.
incident-left = Понятно. № { $id } прочитает сотрудник.
incident-followed = Буду сообщать вам все новости об этом.
added-incident = Добавлено в № { $id }. Оно ждёт решения известной проблемы. У вас что-то другое?

card-incident = Известная проблема: { $title }
card-incident-next = Следующие новости { by }.
card-incident-soon = Напишем сюда, как только исправим.

button-unrelated = У меня другое
button-follow = 🔔 Сообщите о решении
button-still-there = Проблема осталась

# Место для статусов.
status-place-hello = Здесь мы пишем, что не работает и когда исправлено.
status-post =
    { $mark } { $title }
    { $text }
    { $status } · { $date }, { $time }
status-post-next =
    { $mark } { $title }
    { $text }
    { $status } · следующие новости: { $date }, { $time }
status-investigating = Разбираемся
status-identified = Причина известна
status-monitoring = Исправлено, наблюдаем
status-resolved = Исправлено
