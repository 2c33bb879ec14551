# Konsolda insidentlər.

console-incident = Məlum problem: { $title }
console-incident-over = Məlum problem aradan qaldırıldı: { $title }
console-incident-held = Həllini gözləyir, hələlik heç kimin işi deyil
console-event-incident-joined =
    { $how ->
        [hand] { $who } onu { $incident } nömrəli insidentə əlavə etdi
       *[other] Qaydaya görə { $incident } nömrəli insidentə aiddir
    }
console-event-incident-left = { $who } onu { $incident } nömrəli insidentdən çıxardı
console-event-incident-news = Müştəriyə { $incident } nömrəli insidentin xəbəri çatdırıldı
