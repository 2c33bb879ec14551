# The settings of a desk: what all their pages share.

settings = Ayarlar
settings-back = Taleplere dön
settings-unread = Ayarlar okunamadı
settings-save = Kaydet
settings-cancel = Vazgeç
settings-add = Ekle
settings-remove = Kaldır
settings-remove-named = { $name }: kaldır
settings-clear = Temizle
settings-off = Kapalı
settings-active = Etkin
settings-name = Ad
settings-unsaved = Değişiklikleriniz kaydedilmedi
settings-unsaved-words = Şimdi çıkarsanız kaybolurlar.
settings-discard = Kaydetmeden çık
settings-stay = Düzenlemeye devam et
settings-not-saved = Kaydedilmedi. Değiştirdikleriniz duruyor.
settings-minutes = dakika
settings-hours = saat
settings-unit = { $field }: birim
settings-never = Hiçbir zaman
settings-zone = Saat dilimi

## Hours of a week, days off
# keys: settings-day-*
settings-day-mon = Pzt
settings-day-tue = Sal
settings-day-wed = Çar
settings-day-thu = Per
settings-day-fri = Cum
settings-day-sat = Cmt
settings-day-sun = Paz
settings-week = Çalışma saatleri
settings-week-copy = Pazartesinin saatleri tüm iş günlerine
settings-week-closed = Haftada en az bir gün çalışma saati olmalı. Bir güne saat ekleyin.
settings-closed = Kapalı
settings-hours-from = { $day }: başlangıç
settings-hours-until = { $day }: bitiş
settings-hours-add = { $day }: saat ekle
settings-hours-drop = { $day }: bu saatleri kaldır
settings-hours-missing = İki saat de gerekli.
settings-hours-order = Bitiş başlangıçtan sonra olmalı.
settings-hours-overlap = Bu saatler çakışıyor.
settings-days-off = Tatil günleri
settings-days-off-none = Henüz yok.
settings-days-off-count = { $count } tatil{ $past ->
    [0] {""}
   *[other] , { $past } tanesi geçti
}
settings-days-off-number = { $count } tatil
settings-day-name = Ne günü
settings-day-first = İlk gün
settings-day-last = Son gün
settings-ical = iCal dosyasından
settings-ical-title = { $file }: tatil günleri
settings-ical-found = { $count ->
    [0] Bu yıl ve sonraki iki yıl için tatil bulunamadı.
   *[other] { $count } tatil bulundu.
}{ $known ->
    [0] {""}
   *[other] {" "}{ $known } tanesi zaten var.
}
settings-ical-take = { $count ->
    [0] Hiçbirini ekleme
   *[other] { $count } tatili ekle
}
