# The settings of a desk: what all their pages share.

settings = Ayarlar
settings-back = Müraciətlərə qayıt
settings-unread = Ayarlar oxunmadı
settings-save = Saxla
settings-cancel = Ləğv et
settings-add = Əlavə et
settings-remove = Sil
settings-remove-named = { $name }: sil
settings-clear = Təmizlə
settings-off = Söndürülüb
settings-active = İşləyir
settings-name = Ad
settings-unsaved = Dəyişiklikləriniz saxlanmayıb
settings-unsaved-words = İndi çıxsanız, itəcəklər.
settings-discard = Saxlamadan çıx
settings-stay = Davam et
settings-not-saved = Saxlanmadı. Dəyişdikləriniz yerindədir.
settings-minutes = dəqiqə
settings-hours = saat
settings-unit = { $field }: vahid
settings-never = Heç vaxt
settings-zone = Saat qurşağı

## Hours of a week, days off
# keys: settings-day-*
settings-day-mon = B.e.
settings-day-tue = Ç.a.
settings-day-wed = Ç.
settings-day-thu = C.a.
settings-day-fri = C.
settings-day-sat = Ş.
settings-day-sun = B.
settings-week = İş saatları
settings-week-copy = Bazar ertəsinin saatları bütün iş günlərinə
settings-week-closed = Həftədə heç olmasa bir gün iş saatı olmalıdır. Bir günə saat əlavə edin.
settings-closed = Bağlıdır
settings-hours-from = { $day }: başlanğıc
settings-hours-until = { $day }: son
settings-hours-add = { $day }: saat əlavə et
settings-hours-drop = { $day }: bu saatları sil
settings-hours-missing = Hər iki vaxt lazımdır.
settings-hours-order = Son başlanğıcdan sonra olmalıdır.
settings-hours-overlap = Bu saatlar üst-üstə düşür.
settings-days-off = Qeyri-iş günləri
settings-days-off-none = Hələ yoxdur.
settings-days-off-count = { $count } qeyri-iş günü{ $past ->
    [0] {""}
   *[other] , { $past } günü keçib
}
settings-days-off-number = { $count } qeyri-iş günü
settings-day-name = Nə günüdür
settings-day-first = İlk gün
settings-day-last = Son gün
settings-ical = iCal faylından
settings-ical-title = { $file }: qeyri-iş günləri
settings-ical-found = { $count ->
    [0] Bu il və növbəti iki il üçün qeyri-iş günü tapılmadı.
   *[other] { $count } qeyri-iş günü tapıldı.
}{ $known ->
    [0] {""}
   *[other] {" "}{ $known } günü artıq var.
}
settings-ical-take = { $count ->
    [0] Heç nə əlavə etmə
   *[other] { $count } günü əlavə et
}
