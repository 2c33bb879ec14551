# Məqalələrdən yazılan cavab qaralamaları.

console-draft = Cavab qaralaması yaz
console-draft-hint = Müştərinin sözləri və uyğun məqalələr masanın sahibinin seçdiyi xidmətə göndərilir. Qaralamanı siz yoxlayırsınız; o, özbaşına göndərilmir.
console-draft-pending = Qaralama yazılır…
console-draft-from = Mənbə: { $titles }. Göndərməzdən əvvəl yoxlayın.
console-draft-no-words = Qaralama yoxdur: müştəri hələ söz yazmayıb.
console-draft-no-articles = Qaralama yoxdur: uyğun məqalə tapılmadı.
console-draft-not-answered = Qaralama yoxdur: məqalələr bu suala cavab vermir.
console-draft-unfounded = Qaralama yoxdur: gələn mətn məqalələrə əsaslanmır.
console-draft-timeout = Qaralama yoxdur: xidmət vaxtında cavab vermədi. Cavabı özünüz yazın və ya bir azdan yenidən cəhd edin.
console-draft-unreachable = Qaralama yoxdur: xidmət cavab vermədi. Cavabı özünüz yazın və ya bir azdan yenidən cəhd edin.
