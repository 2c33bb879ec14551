# Инциденты в консоли.

console-incident = Известная проблема: { $title }
console-incident-over = Известная проблема решена: { $title }
console-incident-held = Ждёт решения, пока ни за кем не числится
console-event-incident-joined =
    { $how ->
        [hand] { $who }: добавлено в инцидент { $incident }
       *[other] По правилу относится к инциденту { $incident }
    }
console-event-incident-left = { $who }: убрано из инцидента { $incident }
console-event-incident-news = Клиенту сообщили новости об инциденте { $incident }
