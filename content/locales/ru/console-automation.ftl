# What rules, tags and snoozing did, in a ticket's history.

# keys: console-automation-*
console-automation-done = Правило «{ $name }»: { $deeds }
console-automation-nothing = Правило «{ $name }»: менять нечего
console-automation-refused = Правило «{ $name }» не сработало: одно из действий невозможно
console-automation-limited =
    { $why ->
        [own_effect] Правило «{ $name }» не сработало: это его же действие
        [too_deep] Правило «{ $name }» не сработало: к этому привело слишком много правил
        [ticket_limit] Правило «{ $name }» не сработало: за час здесь сработало слишком много правил
       *[rule_limit] Правило «{ $name }» срабатывало слишком часто и выключено
    }
console-automation-deed-set_priority = приоритет изменён
console-automation-deed-move_queue = перенесено в другую очередь
console-automation-deed-assign = ответственный изменён
console-automation-deed-tag = метка поставлена
console-automation-deed-untag = метка снята
console-automation-deed-macro = клиенту написано
console-automation-deed-note = заметка оставлена
console-automation-deed-notify = команда оповещена
console-automation-deed-end = завершено с сообщением
console-automation-deed-snooze = отложено
console-automation-notified =
    { $whom ->
        [assignee] Уведомление ответственному
        [queue] Уведомление очереди
       *[leads] Уведомление руководителям
    }{ $said ->
        [yes] : { $words }
       *[no] { "" }
    }
console-event-tagged =
    { $who }, метки:{ $added ->
        [none] { "" }
       *[some] { " " }+ { $tags }
    }{ $removed ->
        [none] { "" }
       *[some] { " " }− { $gone }
    }
console-event-snoozed = { $who }: обращение отложено
console-event-woken =
    { $reason ->
        [customer] Снова в очереди: клиент написал
        [time] Снова в очереди: время вышло
        [end] Снова в очереди: обращение завершено
       *[hand] { $who }: обращение снова в очереди
    }
