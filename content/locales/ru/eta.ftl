# Обещанное время: отсчёт, место в очереди, новое время и его причина.

card-eta-in = Сотрудник ответит примерно через { $minutes } мин · { by }.
card-eta-in-agent = { $agent } ответит примерно через { $minutes } мин · { by }.
card-ahead =
    { $count ->
        [one] Перед вами { $count } человек.
        [few] Перед вами { $count } человека.
       *[other] Перед вами { $count } человек.
    }
card-ahead-none = Ваша очередь следующая.
card-ahead-many = Перед вами больше { $count } человек.
card-fresh = Вот как обстоит дело сейчас.
eta-why-busy = Сейчас нам пишет очень много людей.
eta-why-off-shift =
    { $day ->
        [today] Сейчас на смене никого нет, она начнётся в { $time }.
        [tomorrow] Сейчас на смене никого нет, она начнётся завтра в { $time }.
       *[later] Сейчас на смене никого нет, она начнётся { $date } в { $time }.
    }
eta-why-expert = Ваш вопрос у эксперта.
eta-why-longer = Нам нужно больше времени, чем мы обещали.
eta-why-longer-agent = { $agent } занимается вопросом, но времени нужно больше, чем мы обещали.
eta-new = № { $id }: ответ придёт { by }.
eta-new-busy =
    { eta-why-busy }
    { eta-new }
eta-new-expert =
    { eta-why-expert }
    { eta-new }
eta-new-longer =
    { eta-why-longer }
    { eta-new }
eta-new-longer-agent =
    { eta-why-longer-agent }
    { eta-new }
eta-new-off-shift =
    Сейчас на смене никого нет, она начнётся в { $opens }.
    { eta-new }
button-fresh = 🔄 Что сейчас?
