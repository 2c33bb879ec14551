# Konsolda mesajlar: fayllar, formatlama, göndərilənin dəyişdirilməsi.

console-attach = Fayl
console-attached = Göndəriləcək fayllar
console-attached-remove = { $name } çıxarılsın
console-attached-progress = { $name } yüklənir
console-aim-reply = Cavab:
console-aim-edit = Dəyişdirilir:
console-aim-leave = Ləğv edin
console-message-menu = Mesajla bağlı əməllər
console-message-reply = Cavab yazın
console-message-edit = Dəyişin
console-message-delete = Geri götürün
console-message-delete-sure = Hamıdan geri götürülsün?
console-message-failed = Mesaj dəyişdirilmədi
console-send-edit = Saxlayın
console-hint-edit = Müştəri yeni mətni görəcək, əvvəlki burada qalacaq.
console-forwarded = Yönləndirilib: { $name }
console-forwarded-hidden = naməlum şəxs
console-deleted = geri götürülüb
console-reactions = Reaksiyalar: { $emoji }
console-place-open = Xəritədə açın
console-place-live = Hərəkətdədir: xəritədə açın
console-spoiler = Göstərin
console-kind-album = Albom
console-kind-poll = Sorğu
console-kind-checklist = Siyahı
console-kind-paid-media = Ödənişli media
