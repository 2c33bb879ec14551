# Сообщения по обращению: что клиенту говорит сотрудник или поддержка.

agent-reply =
    { $agent }:
    { $text }
clarification-asked =
    Нам нужно: { $need }
    Можно ответить на это сообщение.
    Ответьте, пожалуйста, { by }.
solved-summary =
    № { $id } · решено
    Сделано: { $what }
solved-summary-next =
    № { $id } · решено
    Сделано: { $what }
    Дальше: { $next }
# $points begins a new line for each point.
solved-summary-points =
    № { $id } · решено
    Сделано: { $what }
    Дальше:{ $points }
changed-in-progress = № { $id } взято в работу.
changed-in-progress-by = По № { $id } отвечает { $agent }.
changed-closed = № { $id } закрыто. Понадобится снова, напишите сюда.
changed-reopened = № { $id } снова открыто. Сотрудник уже смотрит.
file-too-big =
    Файл больше { $limit } МБ, передать его не получится.
    Пришлите файл поменьше или скриншот. Остальное сохранено.
