# Konsolda mesajlar: dosyalar, biçimlendirme, gönderilenin değiştirilmesi.

console-attach = Dosya
console-attached = Gönderilecek dosyalar
console-attached-remove = { $name } çıkarılsın
console-attached-progress = { $name } yükleniyor
console-aim-reply = Yanıt:
console-aim-edit = Düzenleniyor:
console-aim-leave = Vazgeç
console-message-menu = Mesaj işlemleri
console-message-reply = Yanıtla
console-message-edit = Düzenle
console-message-delete = Geri al
console-message-delete-sure = Herkesten geri alınsın mı?
console-message-failed = Mesaj değiştirilmedi
console-send-edit = Kaydet
console-hint-edit = Müşteri yeni metni görür, eskisi burada kalır.
console-forwarded = İletildi: { $name }
console-forwarded-hidden = bilinmeyen kişi
console-deleted = geri alındı
console-reactions = Tepkiler: { $emoji }
console-place-open = Haritada aç
console-place-live = Hareketli: haritada aç
console-spoiler = Göster
console-kind-album = Albüm
console-kind-poll = Anket
console-kind-checklist = Yapılacaklar
console-kind-paid-media = Ücretli içerik
