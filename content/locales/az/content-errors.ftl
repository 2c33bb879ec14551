# Fayllar və göndərilənin dəyişdirilməsi haqqında API cavabları.

error-upload-unknown = Bu fayl artıq burada deyil. Onu yenidən əlavə edin.
error-upload-too-large = Fayl { $limit } MB-dan böyükdür. Daha kiçik fayl göndərin.
error-upload-empty = Fayl boşdur. Başqasını seçin.
error-upload-offset = Faylın bir hissəsi artıq buradadır: { $received } bayt. Oradan davam edin.
error-upload-longer = Faylda bildirildiyindən ({ $size } bayt) çox bayt var. Onu yenidən əlavə edin.
error-upload-piece-too-large = Faylın bir hissəsi ən çoxu { $limit } bayt ola bilər. Daha kiçik hissələrlə göndərin.
error-too-many-uploads = Göndərilməyi gözləyən fayllar çoxdur. Əvvəlcə onları göndərin, sonra yenilərini əlavə edin.
error-too-many-files = Bir mesaja { $limit } fayl yerləşir. Qalanlarını növbəti mesajda göndərin.
error-message-empty = Nəsə yazın və ya fayl əlavə edin.
error-message-not-yours = Bu mesajı yalnız onu yazan dəyişə bilər.
error-edit-not-possible = Bu mesajı dəyişmək olmur: hələ çatmayıb və ya Telegram-da olduğu kimi qalır.
error-edit-longer = Yeni mətn göndərilmiş mesajlara sığmır. Onu qısaldın və ya qalanını yeni mesajla göndərin.
error-delete-not-possible = Bu mesajı geri götürmək olmur: hələ çatmayıb və ya iki gündən köhnədir.
