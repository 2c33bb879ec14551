# Incidents in the console.

console-incident = Known problem: { $title }
console-incident-over = The known problem was fixed: { $title }
console-incident-held = Waits for its end and is nobody’s work meanwhile
console-event-incident-joined =
    { $how ->
        [hand] { $who } put it into incident { $incident }
       *[other] It belongs to incident { $incident } by its rule
    }
console-event-incident-left = { $who } took it out of incident { $incident }
console-event-incident-news = The customer was told the news of incident { $incident }
