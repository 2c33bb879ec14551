# Məlum problem: müştərilərin eşitdiyi sözlər və vəziyyət elanları.

incident-known =
    Bu problemdən xəbərimiz var: { $title }
    { $text }
    Növbəti xəbəri { by } verəcəyik. Sizinki başqa məsələdir?
incident-known-soon =
    Bu problemdən xəbərimiz var: { $title }
    { $text }
    Həll olunan kimi burada yazacağıq. Sizinki başqa məsələdir?
incident-news =
    № { $id } · { $title }
    { $text }
    Növbəti xəbəri { by } verəcəyik.
incident-news-soon =
    № { $id } · { $title }
    { $text }
    Həll olunan kimi burada yazacağıq.
incident-over =
    № { $id } · aradan qaldırıldı: { $title }
    { $text }
    Hələ də qalır? Yenidən açın, əməkdaşımız baxacaq.
incident-over-talk =
    № { $id } · aradan qaldırıldı: { $title }
    { $text }
    Sualınızla bağlı burada davam edirik.
incident-left = Aydındır. № { $id } müraciətinizə əməkdaşımız baxacaq.
incident-followed = Bununla bağlı hər yeniliyi sizə yazacağam.
added-incident = № { $id } müraciətinə əlavə olundu. O, məlum problemin həllini gözləyir. Başqa məsələdir?

card-incident = Məlum problem: { $title }
card-incident-next = Növbəti xəbəri { by } verəcəyik.
card-incident-soon = Həll olunan kimi burada yazacağıq.

button-unrelated = Başqa məsələdir
button-follow = 🔔 Həll olunanda yazın
button-still-there = Problem qalır

# Vəziyyət elanları yeri.
status-place-hello = Burada nəyin işləmədiyini və nə vaxt düzəldiyini yazırıq.
status-post =
    { $mark } { $title }
    { $text }
    { $status } · { $date }, { $time }
status-post-next =
    { $mark } { $title }
    { $text }
    { $status } · növbəti xəbər: { $date }, { $time }
status-investigating = Araşdırırıq
status-identified = Səbəb məlumdur
status-monitoring = Düzəldi, nəzarətdə saxlayırıq
status-resolved = Düzəldi
