# What the bot tells the people who work here of tickets that need them; what they want to be told.

# keys: notice-*
notice-sla-start =
    🚨 № { $id } · { $queue }: кто-то нужен прямо сейчас
notice-sla-warn =
    ⏳ № { $id } · { $queue }: { $metric ->
        [first_reply] первый ответ
        [next_reply] ответ
       *[resolution] решение
    }{ $day ->
        [today] { " " }до { $time }
        [tomorrow] { " " }завтра до { $time }
        [later] { " " }до { $time }, { $date }
       *[none] { "" }
    }
notice-sla-breach =
    🔴 № { $id } · { $queue }: { $metric ->
        [first_reply] первый ответ опаздывает
        [next_reply] ответ опаздывает
       *[resolution] решение опаздывает
    }
notice-rule = 🔔 № { $id } · { $queue }: { $words }
notice-look = посмотрите, пожалуйста
notice-more = … и ещё { $count }
notice-open = Открыть № { $id }

console-notices = Сообщения от бота
console-notices-all = Всё, где нужен я
console-notices-urgent = Только срочное
console-notices-none = Ничего
console-notices-failed = Выбор не сохранён
